import { describe, expect, it } from 'vitest';
import { runContracts, type Target } from '../../../contracts/index.ts';
import { formatEnd } from '../../../contracts/reports/end.ts';
import { REPORTS } from '../../../contracts/reports/index.ts';
import type { Summary } from '../../../contracts/reports/summary.ts';
import { startMock } from '../../../mock/index.ts';
import type { Rulings } from '../../../spec/facts/index.ts';
import { type Break, serveBroken } from '../../scenarios/broken-server/server.ts';
import { collect, makeCase, makeExchange, makeFinding, makeResult, summariseResults } from './results.ts';

const PARTICIPANTS = ['5511900000001', '5511900000002', '5511900000003'];

/** What a run against a target comes to. */
async function sumUp(target: Target, only: string[]): Promise<Summary> {
  const given = { ...target, participants: PARTICIPANTS };
  return summariseResults(await collect(runContracts(given, { only, seed: 7 })), { target: given });
}

/** A mock whose answers are rewritten as text. */
async function sumUpRewritten(only: string[], create: () => Break): Promise<Summary> {
  const server = await serveBroken(create);
  try {
    return await sumUp(server, only);
  } finally {
    await server.close();
  }
}

async function sumUpDecided(only: string[], rulings: Partial<Rulings>): Promise<Summary> {
  await using mock = await startMock({ port: 0, rulings });
  const [first = '', second = ''] = mock.accounts.map(({ token }) => token);
  return await sumUp({ url: mock.url, tokens: { first, second } }, only);
}

const replace =
  (from: RegExp, to: string): (() => Break) =>
  () =>
  ({ answer }) => {
    const reply = answer();
    return { ...reply, body: reply.body.replaceAll(from, to) };
  };

/** What differs in one way, and the one cause that is told of it. */
const FACTS: [what: string, run: () => Promise<Summary>, about: RegExp, seen: RegExp][] = [
  [
    'a number that is text',
    () =>
      sumUpRewritten(['groups', 'roles/rename-*'], replace(/"members_count":(\d+)/g, '"members_count":"$1"')),
    /^GroupWithParticipants\.members_count, Group\.members_count\b/,
    /^"\d+"$/,
  ],
  [
    'a call that fails in whatever it is needed for',
    () =>
      sumUpRewritten(['groups/create*', 'settings', 'participants'], () => ({ call, answer }) => {
        if (call.method !== 'POST' || call.target !== '/groups') return answer();
        const timestamp = '2026-06-15T12:00:00Z';
        const error = { success: false, error: 'internal error', error_code: 'INTERNAL_ERROR', timestamp };
        return { ...answer(), status: 500, body: JSON.stringify(error) };
      }),
    /^createGroup$/,
    /^status 500: /,
  ],
  [
    'another status for one ruling',
    () => sumUpDecided(['auth/outside-*', 'roles/*-outsider', 'leaving'], { 'not-participant': '404' }),
    /^refusal not-a-participant$/,
    /^status 404: /,
  ],
  [
    'names that are refused by their length, in whichever call',
    () => sumUpDecided(['settings', 'communities/create*'], { 'subject-limit': 3 }),
    /\bcreateGroup\b.*\bcreateCommunity\b/,
    /^status 422: /,
  ],
  [
    'another path of links',
    () => sumUpRewritten(['invites', 'roles/*-link-*'], replace(/whatsapp\.com\//g, 'whatsapp.com/invite/')),
    /^invite_link$/,
    /whatsapp\.com\/invite\//,
  ],
  [
    'another word of a setting',
    () =>
      sumUpRewritten(
        ['groups/*', 'settings/member-*'],
        replace(/"member_add_mode":"\w+"/g, '"member_add_mode":"them"'),
      ),
    /\.member_add_mode\b/,
    /^"them"$/,
  ],
];

describe('one cause is told of', { timeout: 60_000 }, () => {
  it.each(FACTS)('%s', async (_, run, about, seen) => {
    const { causes, cases } = await run();
    const [cause] = causes;
    expect(causes, JSON.stringify(causes, null, 1)).toHaveLength(1);
    expect(cause?.about).toMatch(about);
    expect(cause?.seen).toMatch(seen);
    const shown = cases.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'skipped');
    expect(cause?.cases).toEqual(shown.map(({ id }) => id));
    expect(shown.length).toBeGreaterThan(3);
  });
});

describe('causes', () => {
  const stage = (id: string, status: number, answer: string) =>
    makeResult({
      case: makeCase({ id }),
      verdict: 'setup-failed',
      reason: `createGroup answers ${status} ${answer}`,
      exchanges: [makeExchange({ step: 0, operation: 'createGroup', status, answer })],
    });
  const broken = (id: string, ...findings: ReturnType<typeof makeFinding>[]) =>
    makeResult({ case: makeCase({ id }), verdict: 'broken', findings });
  const causesOf = (...results: ReturnType<typeof makeResult>[]) =>
    summariseResults(results).causes.map(({ about, cases }) => [about, cases.length]);

  it('are apart where other things are seen', () => {
    expect(
      causesOf(
        stage('a/1', 500, '{"error":"down"}'),
        stage('a/2', 500, '{"error":"down"}'),
        stage('a/3', 403, '{"error":"no"}'),
        broken('a/4', makeFinding()),
        broken('a/5', makeFinding({ path: 'group.locked', expected: true, actual: false })),
        broken('a/6', makeFinding({ path: 'group.locked', expected: false, actual: true })),
      ),
    ).toEqual([
      ['GroupWithParticipants.name', 1],
      ['GroupWithParticipants.locked', 1],
      ['GroupWithParticipants.locked', 1],
      ['createGroup', 2],
      ['createGroup', 1],
    ]);
  });

  it('are as grave as what comes of them, and say what that is', () => {
    const consequence = 'somebody does to a group what only others may';
    const grave = makeFinding({
      path: 'status',
      expected: 403,
      actual: 200,
      provenance: 'assumed',
      consequence,
    });
    const summary = summariseResults([
      broken('a/1', makeFinding({ provenance: 'inferred' }), grave),
      makeResult({ verdict: 'discovery', findings: [makeFinding({ path: 'a', provenance: 'assumed' })] }),
    ]);
    const [first, ...others] = summary.causes;
    expect(first).toMatchObject({ verdict: 'broken', fails: true, consequence });
    expect(others.map(({ fails }) => fails)).toEqual([false, false]);
    expect(summary.cases[0]?.findings[0]).toMatchObject({ path: 'status', consequence });
    for (const format of [formatEnd, ...Object.values(REPORTS)])
      expect(format(summary)).toContain(consequence);
  });

  it('are one where the document and the case say the same of a place', () => {
    const checked = makeFinding({ expected: 'must be a string', actual: 7 });
    expect(causesOf(broken('a/1', checked, makeFinding({ actual: 7 })))).toEqual([
      ['GroupWithParticipants.name', 1],
    ]);
  });

  it('are one where a list has another order', () => {
    const at = (place: number, actual: string) =>
      makeFinding({ path: `group.participants[${place}].jid`, expected: 'x', actual });
    expect(causesOf(broken('a/1', at(0, 'b'), at(1, 'a')), broken('a/2', at(1, 'c'), at(2, 'b')))).toEqual([
      ['GroupWithParticipants.participants', 2],
    ]);
  });

  it('begin with what fails, then with what is gravest', () => {
    const { causes } = summariseResults([
      makeResult({ verdict: 'discovery', findings: [makeFinding({ provenance: 'assumed' })] }),
      broken('a/1', makeFinding({ path: 'group.locked', expected: true, actual: false })),
    ]);
    expect(causes.map(({ verdict, fails }) => [verdict, fails])).toEqual([
      ['broken', true],
      ['discovery', false],
    ]);
  });

  it('are none where everything is kept or skipped', () => {
    expect(causesOf(makeResult(), makeResult({ verdict: 'skipped', reason: 'x' }))).toEqual([]);
  });
});
