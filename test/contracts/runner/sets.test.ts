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

function twoSets(): Target {
  const [first = ''] = mock.accounts.map(({ token }) => token);
  return { url: mock.url, tokens: { first }, moreTokens: [{ first: SECOND_SET.token }] };
}

async function listed(token: string | undefined): Promise<unknown[]> {
  const response = await fetch(`${mock.url}/groups`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await response.json()) as { groups: unknown[] }).groups;
}
