import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeGroup } from '../../../contracts/language/stage.ts';
import { reads } from '../../../contracts/language/views.ts';
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

it('when the suite itself fails, what was made is tidied up all the same', async () => {
  const [first = ''] = mock.accounts.map(({ token }) => token);
  const target = { url: mock.url, tokens: { first } };
  const operations = new Map(loadDocument().operations.map((operation) => [operation.id, operation]));
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
