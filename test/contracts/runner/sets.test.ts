import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, type RunOptions, runContracts, type Target } from '../../../contracts/index.ts';
import { type RunningMock, startMock } from '../../../mock/index.ts';

const SECOND_SET = { token: '44444444-4444-4444-8444-444444444444', phone: '5511444444444' };

let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0, accounts: [SECOND_SET] });
});
afterAll(() => mock.close());

describe('a target with several sets of accounts', () => {
  it('has its cases spread over them', async () => {
    const results = await collect({ only: ['groups/create*', 'device/status'] });
    expect(results.map(({ verdict }) => verdict)).not.toContain('broken');
    const [one = [], other = []] = await Promise.all([mock.accounts[0]?.token, SECOND_SET.token].map(listed));
    expect(one.length).toBeGreaterThan(0);
    expect(other.length).toBeGreaterThan(0);
    expect(Math.abs(one.length - other.length)).toBeLessThan(5);
  });

  it('takes a case that disturbs others alone in its set', async () => {
    const results = await collect({ only: ['device'] }, { has: ['disconnecting'] });
    const alone = results.filter(({ case: { alone } }) => alone);
    expect(alone.length).toBeGreaterThan(5);
    expect(alone.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'skipped')).toEqual([]);
  });

  it('takes cases that have worlds of their own side by side, on one set too', async () => {
    const { verdicts, most } = await inWorlds(['webhooks/told-by-itself', 'webhooks/no-answer'], 2);
    expect(verdicts).toEqual(['kept', 'kept']);
    expect(most).toBe(2);
  });

  it('begins with what has to wait for time to go by', async () => {
    const { ids } = await inWorlds(['webhooks/no-answer', 'webhooks/told-by-itself'], 1);
    expect(ids).toEqual(['webhooks/told-by-itself', 'webhooks/no-answer']);
  });

  it('does not start when a set lacks an account', async () => {
    const target = twoSets();
    const [, second = ''] = mock.accounts.map(({ token }) => token);
    const lopsided = { ...target, tokens: { ...target.tokens, second } };
    await expect(runContracts(lopsided).next()).rejects.toThrow(
      'Every set of accounts needs the same ones, and one has first where the first has first, second.',
    );
  });
});

async function collect(options: RunOptions, more: Partial<Target> = {}): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  const target = { ...twoSets(), disposable: true, ...more };
  for await (const result of runContracts(target, options)) results.push(result);
  return results;
}

/** Runs cases that need worlds of their own on one set of accounts; `most` is how many worlds there were at a time. */
async function inWorlds(only: string[], concurrency: number) {
  let [now, most] = [0, 0];
  const onControl = ({ method, path }: { method: string; path: string }) => {
    if (/\/worlds(\/[^/]+)?$/.test(path)) now += { POST: 1, DELETE: -1 }[method] ?? 0;
    most = Math.max(most, now);
  };
  const own = await startMock({ port: 0, onControl });
  const [first = '', second] = own.accounts.map(({ token }) => token);
  const has = ['webhook', 'receiver', 'clock', 'people'] as const;
  const target = { url: own.url, control: { url: `${own.url}/__mock` }, tokens: { first, second }, has };
  const results: CaseResult[] = [];
  for await (const result of runContracts(target, { only, concurrency })) results.push(result);
  await own.close();
  return {
    most,
    ids: results.map(({ case: { id } }) => id),
    verdicts: results.map(({ verdict }) => verdict),
  };
}

function twoSets(): Target {
  const [first = ''] = mock.accounts.map(({ token }) => token);
  return { url: mock.url, tokens: { first }, moreTokens: [{ first: SECOND_SET.token }] };
}

async function listed(token: string | undefined): Promise<unknown[]> {
  const response = await fetch(`${mock.url}/groups`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await response.json()) as { groups: unknown[] }).groups;
}
