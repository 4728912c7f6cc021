import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, runContracts, type Target, type Verdict } from '../../../contracts/index.ts';
import type { Case, Step, Witnessed } from '../../../contracts/language/case.ts';
import { acts, isRefusedTo, shows } from '../../../contracts/language/happenings.ts';
import { prepare } from '../../../contracts/runner/prepare.ts';
import { type RunningMock, startMock } from '../../../mock/index.ts';

const LEAVES = acts('5511900000001', 'leave', { group: '120363999999999999@g.us' });
const TOKEN = '11111111-1111-4111-8111-111111111111';
let mock: RunningMock;
let target: Target;

beforeAll(async () => {
  mock = await startMock({ port: 0, controlToken: 'secret' });
  const control = { url: `${mock.url}/__mock`, token: 'secret' };
  const has = ['people', 'clock', 'faults', 'rulings'] as const;
  target = { url: mock.url, tokens: { first: TOKEN }, participants: ['5511900000001'], has, control };
});
afterAll(() => mock.close());

/** A case that is about what the control plane says. */
function witness(witnessed: Witnessed): Case {
  const steps: Step[] = [{ call: 'getStatus', meanwhile: [witnessed] }];
  return { id: 'theme/slug', promise: 'It is so.', provenance: 'assumed', needs: ['people'], steps };
}

async function run(held: Target, ...only: string[]): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for await (const result of runContracts(held, { only, seed: 1 })) results.push(result);
  return results;
}

describe('a case that takes a control plane', () => {
  it('runs in a world of its own, which ends with it', async () => {
    const results = await run(target, 'time/group-keeps-its-time', 'people/join', 'faults/list-groups-*');
    expect(results.map(({ verdict }) => verdict)).toEqual(['kept', 'kept', 'kept', 'kept', 'kept']);
    expect(mock.tenants.list().map(({ start }) => start.name)).toEqual(['default']);
    expect(mock.tenants.main.world.groups.size).toBe(0);
    expect(mock.tenants.main.faults.list()).toEqual([]);
  });

  it('shows no token of that world', async () => {
    const [result] = await run(target, 'people/join');
    const text = JSON.stringify(result?.exchanges.map(({ curl, answer }) => [curl, answer]));
    expect(text).toContain('$TOKEN');
    expect(text.replaceAll(/"lid":"[^"]+"/g, '')).not.toMatch(/Bearer [0-9a-f]{8}-/);
  });

  it('is skipped by name where there is none', async () => {
    const [result] = await run({ url: mock.url, tokens: { first: TOKEN } }, 'time/group-keeps-its-time');
    expect(result).toMatchObject({
      verdict: 'skipped',
      reason: 'the target lacks a control plane that moves time (--has clock --control URL)',
    });
  });

  it.each<[string, Witnessed, Verdict]>([
    ['is refused as expected', isRefusedTo(LEAVES, 404), 'kept'],
    ['is refused otherwise', isRefusedTo(LEAVES, 403), 'discovery'],
    ['shows what is expected', shows('/join-requests', { success: true }), 'kept'],
    ['shows something else', shows('/join-requests?group=x', { success: true }), 'discovery'],
  ])('is told whether what happens %s', async (_, witnessed, verdict) => {
    const { holds, end } = await prepare(target, { seed: 1 });
    const result = await holds[0]?.(witness(witnessed));
    await end();
    expect(result).toMatchObject({ verdict });
    const findings = result?.findings ?? [];
    expect(findings.map(({ path }) => path)).toEqual(verdict === 'kept' ? [] : ['meanwhile[0]']);
  });

  it.each([
    ['refuses its token', 'people/join', { token: 'guess' }, /answers 403/],
    ['is not there', 'people/join', { url: 'http://127.0.0.1:9' }, /POST \/worlds of the control plane: no/],
  ])(
    'has its setup failed, which is no broken contract, when the control plane %s',
    async (_, id, wrong, why) => {
      const [result] = await run({ ...target, control: { url: mock.url, ...target.control, ...wrong } }, id);
      expect(result).toMatchObject({ verdict: 'setup-failed', reason: expect.stringMatching(why) });
    },
  );
});
