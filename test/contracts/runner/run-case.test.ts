import { afterAll, beforeAll, expect, it } from 'vitest';
import { subscribe } from '../../../contracts/language/deliveries.ts';
import { makeGroup } from '../../../contracts/language/stage.ts';
import { isAsBefore, isRefused, reads, remember } from '../../../contracts/language/views.ts';
import { createBodyCheck, createDeliveryCheck } from '../../../contracts/runner/body-check.ts';
import { judge } from '../../../contracts/runner/result.ts';
import type { Run } from '../../../contracts/runner/run.ts';
import { runCase } from '../../../contracts/runner/run-case.ts';
import { createChanges } from '../../../contracts/target/changes.ts';
import { createReceiver } from '../../../contracts/target/receiver.ts';
import { createScrub } from '../../../contracts/target/scrub.ts';
import { createSender } from '../../../contracts/target/send.ts';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { loadDocument } from '../../../spec/index.ts';
import { makeCase } from '../reports/results.ts';

let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

const FIRST = '11111111-1111-4111-8111-111111111111';
const SECOND = '22222222-2222-4222-8222-222222222222';

/** A run on a target that gives these answers in turn. */
function runOn(...answers: readonly (readonly [status: number, body: object])[]): Run {
  const target = { url: 'http://127.0.0.1:9', tokens: { first: FIRST, second: SECOND } };
  const operations = new Map(document.operations.map((operation) => [operation.id, operation]));
  const left = [...answers];
  return {
    target,
    operations,
    checkBody: createBodyCheck(document),
    checkDelivery: createDeliveryCheck(document),
    receiver: createReceiver({}),
    changes: createChanges(target, {}, operations),
    send: async () => {
      const [status, body] = left.shift() ?? [500, {}];
      return { status, headers: {}, text: JSON.stringify(body), body };
    },
    scrub: createScrub(target),
    timeout: 5000,
  };
}

const document = loadDocument();
const VALUES = {
  name: 'wuts-contract 1',
  'first.jid': '5511999999999@s.whatsapp.net',
  group: '120363039000000000@g.us',
  'first.receiver': 'http://127.0.0.1:9/first',
};
const error = { success: false, error: 'no', error_code: 'NOT_FOUND', timestamp: '2026-06-15T12:00:00Z' };
const group = {
  jid: VALUES.group,
  name: 'Friends',
  topic: '',
  owner: '5511999999999@s.whatsapp.net',
  created_at: '2026-06-15T12:00:00Z',
  is_announce: false,
  is_locked: false,
  join_approval: false,
  members_count: 2,
  participants: [],
};

it('after another refusal than the expected one a case goes on, so that what was carried out is found', async () => {
  const one = makeCase({ steps: [isRefused({ as: 'second' }), reads({ members_count: 1 })] });
  const { findings } = await runCase(runOn([404, error], [200, { success: true, group }]), one, VALUES);
  expect(findings.map(({ step, path }) => [step, path])).toEqual([
    [0, ''],
    [1, 'group.members_count'],
  ]);
});

it('another success is held to what was expected of the answer, and the case goes on', async () => {
  const one = makeCase({ steps: [reads({ name: 'Family' }), reads({ members_count: 1 })] });
  const answer = [202, { success: true, group }] as const;
  const { findings } = await runCase(runOn(answer, answer), one, VALUES);
  expect(findings.map(({ step, path }) => [step, path])).toEqual([
    [0, ''],
    [0, 'group.name'],
  ]);
});

it('where a case went on, what cannot be done after that is no failure of the stage', async () => {
  const one = makeCase({ steps: [isRefused({ as: 'second' }), makeGroup(), reads({ members_count: 1 })] });
  const { verdict, findings } = await runCase(runOn([404, error], [409, error]), one, VALUES);
  expect([verdict, findings.length]).toEqual([judge(findings), 1]);
});

it('after a success where a refusal was expected nothing more is asked', async () => {
  const one = makeCase({ steps: [isRefused({ as: 'second' }), reads({ members_count: 1 })] });
  const { exchanges } = await runCase(runOn([200, { success: true, group }]), one, VALUES);
  expect(exchanges).toHaveLength(1);
});

it('what the document does not know of an answer is no part of what it was', async () => {
  const one = makeCase({ steps: [remember(), isAsBefore()] });
  const read = (at: number) => [200, { success: true, group: { ...group, $type: 'Group', at } }] as const;
  const { verdict } = await runCase(runOn(read(1), read(2)), one, VALUES);
  expect(verdict).toBe('kept');
});

it.each([
  ['is skipped where the target takes no webhook of plain http', 400, 'http://127.0.0.1:9/first', 'skipped'],
  ['is not skipped where it takes none of https either', 400, 'https://127.0.0.1:9/first', 'setup-failed'],
  ['is not skipped where setting any is forbidden', 403, 'http://127.0.0.1:9/first', 'setup-failed'],
])('a case %s', async (_, status, receiver, expected) => {
  const one = makeCase({ steps: [subscribe(), reads({ name: 'Friends' })] });
  const values = { ...VALUES, 'first.receiver': receiver };
  const { verdict, reason } = await runCase(runOn([status, error]), one, values);
  expect(verdict).toBe(expected);
  expect(reason).toContain(`${status}`);
});

it('when the suite itself fails, what was made is tidied up all the same', async () => {
  const [first = ''] = mock.accounts.map(({ token }) => token);
  const target = { url: mock.url, tokens: { first } };
  const operations = new Map(document.operations.map((operation) => [operation.id, operation]));
  const run: Run = {
    target,
    operations,
    checkBody: (operation) => {
      if (operation?.id === 'getGroup') throw new RangeError(`too deep for ${first}`);
      return { issues: [], undocumented: [] };
    },
    checkDelivery: () => ({ issues: [], undocumented: [] }),
    receiver: createReceiver({}),
    changes: createChanges(target, {}, operations),
    send: createSender({}, {}),
    scrub: createScrub(target),
    timeout: 5000,
  };
  const one = makeCase({ steps: [makeGroup(), reads({ members_count: 1 })] });
  const result = await runCase(run, one, {
    name: 'wuts-contract 1',
    'first.jid': '5511999999999@s.whatsapp.net',
  });
  expect(result).toMatchObject({
    verdict: 'setup-failed',
    reason: 'the suite itself fails: RangeError: too deep for $TOKEN',
    leftovers: [],
  });
  const response = await fetch(`${mock.url}/groups`, { headers: { Authorization: `Bearer ${first}` } });
  expect(await response.json()).toEqual({ success: true, groups: [] });
});
