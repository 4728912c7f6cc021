import { describe, expect, it } from 'vitest';
import { type CaseResult, runContracts } from '../../../contracts/index.ts';
import { suite } from '../../../contracts/suite.ts';
import { AS_ASSUMED, type Choices, choose } from './choices.ts';
import { ALARMS, startSecondTarget } from './server.ts';

/** The themes of the suite, each tried on a gateway with choices of its own. */
const THEMES: Readonly<Record<number, readonly string[]>> = {
  2: ['groups', 'settings', 'participants', 'row-failures', 'rulings'],
  3: ['roles', 'time', 'people', 'identity'],
  4: ['auth', 'device', 'faults', 'limits'],
  6: ['errors'],
  7: ['invites', 'join-approval', 'leaving', 'communities', 'linking', 'pairs'],
  31: ['events', 'webhooks'],
};

const all = new Set<string>();

describe.each(Object.entries(THEMES))('a gateway that chooses as seed %s has it', (seed, only) => {
  it(`breaks no promise about ${only.join(', ')}`, { timeout: 180_000 }, async () => {
    const results = await hold(Number(seed), only);
    const wrong = results.filter(({ verdict }) => ALARMS.has(verdict));
    expect(wrong.map(({ case: { id }, findings, reason }) => [id, reason, findings])).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'kept').length).toBeGreaterThan(20);
    for (const { case: one } of results) all.add(one.id);
  });
});

it('the whole suite is tried, and what is skipped takes a control plane or numbers of the mock', () => {
  expect(all.size).toBe(suite.length);
});

it('what a gateway chooses comes up in every way over the seeds', () => {
  const chosen = new Map<string, Set<string>>();
  for (let seed = 1; seed <= 200; seed++) {
    for (const [name, value] of Object.entries(choose(seed))) {
      const seen = chosen.get(name) ?? new Set<string>();
      chosen.set(name, seen.add(typeof value === 'function' ? value.toString() : JSON.stringify(value)));
    }
  }
  const stiff = [...chosen].filter(
    ([name, seen]) => seen.size < 2 && name !== 'shuffle' && !(name in AS_ASSUMED),
  );
  expect(stiff.map(([name]) => name)).toEqual([]);
});

it.each<[string, Partial<Choices>, string]>([
  ['groups of one person are refused', { alone: 422 }, 'groups/create-alone'],
  ['rows come in another order', { shuffle: (list) => [...list].reverse() }, 'participants/order-of-rows'],
  ['names are at most 25 characters', { longestName: 25 }, 'errors/create-group-name-longest'],
  ['a body without a type answers 415', { untyped: 415 }, 'errors/create-group-no-body'],
])('where %s, that is a discovery', async (_, choices, id) => {
  const [result] = await hold(1, [id], choices);
  expect([result?.case.id, result?.verdict]).toEqual([id, 'discovery']);
});

async function hold(seed: number, only: readonly string[], more: Partial<Choices> = {}) {
  const { target, close } = await startSecondTarget(seed, more);
  const results: CaseResult[] = [];
  try {
    for await (const result of runContracts(target, { only, seed })) results.push(result);
  } finally {
    close();
  }
  return results;
}
