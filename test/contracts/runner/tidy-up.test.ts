import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseResult, runContracts } from '../../../contracts/index.ts';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { collect } from '../reports/results.ts';

let mock: RunningMock;

beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe('after a case', () => {
  it('nobody is left in the groups that it made', async () => {
    const results = await runOnly(
      'groups/create',
      'groups/create-with-three',
      'participants/seen-by-others',
      'participants/add',
    );
    expect(results.map(({ verdict }) => verdict)).toEqual(['kept', 'kept', 'kept', 'kept']);
    expect(results.flatMap(({ leftovers }) => leftovers)).toEqual([]);
    expect(await namesOfGroups()).toEqual([]);
  });

  it('the communities that it made are named, because their creator cannot leave them', async () => {
    const results = await runOnly('communities/option-community-is-whole');
    expect(results.flatMap(({ leftovers }) => leftovers)).toEqual([
      expect.stringMatching(/^The community \d+@g\.us is left behind: leaving it answers 422\.$/),
    ]);
    expect((await namesOfGroups()).every((name) => name.startsWith('wuts-contract '))).toBe(true);
  });
});

it('a run that is interrupted ends its running cases and starts no more', async () => {
  const controller = new AbortController();
  const results: CaseResult[] = [];
  const options = { only: ['groups'], concurrency: 2, signal: controller.signal };
  for await (const result of runContracts(target(), options)) {
    results.push(result);
    controller.abort();
  }
  expect(results.length).toBeLessThanOrEqual(3);
  expect(results.every(({ verdict }) => verdict === 'kept' || verdict === 'skipped')).toBe(true);
});

it('two runs at once on the same accounts keep out of each other’s way', async () => {
  const only = ['groups', 'communities', 'invites', 'errors/unchanged*', 'participants'];
  const both = await Promise.all([1, 2].map((seed) => collect(runContracts(target(), { only, seed }))));
  const verdicts = both.map((results) => results.filter(({ verdict }) => verdict !== 'skipped'));
  expect(verdicts.flat().filter(({ verdict }) => verdict !== 'kept')).toEqual([]);
  const [names = new Set<string>(), others = new Set<string>()] = both.map(namesMadeBy);
  expect(names.size).toBeGreaterThan(100);
  expect([...names].filter((name) => others.has(name))).toEqual([]);
});

it('two runs of one seed make the same calls', async () => {
  const curls = async () => {
    const results = await runOnly('groups/create', 'settings/name*');
    return results.map(({ exchanges }) => exchanges[0]?.curl.replace(/:\d+/, '')).sort();
  };
  expect(await curls()).toEqual(await curls());
});

/** The names of the groups and communities that cases make. */
function namesMadeBy(results: readonly CaseResult[]): Set<string> {
  const curls = results.flatMap(({ exchanges }) => exchanges.map(({ curl }) => curl));
  return new Set(curls.flatMap((curl) => /"name":"(wuts-contract [^"]*)"/.exec(curl)?.[1] ?? []));
}

async function runOnly(...only: string[]): Promise<CaseResult[]> {
  return collect(runContracts(target(), { only, seed: 1 }));
}

function target() {
  const [first = '', second = ''] = mock.accounts.map(({ token }) => token);
  return {
    url: mock.url,
    tokens: { first, second },
    participants: ['5511900000001', '5511900000002', '5511900000003'],
  };
}

async function namesOfGroups(): Promise<string[]> {
  const names: string[] = [];
  for (const { token } of mock.accounts) {
    const response = await fetch(`${mock.url}/groups`, { headers: { Authorization: `Bearer ${token}` } });
    const { groups } = (await response.json()) as { groups: { name: string }[] };
    names.push(...groups.map(({ name }) => name));
  }
  return names;
}
