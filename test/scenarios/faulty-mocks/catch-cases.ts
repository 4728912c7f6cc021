import type { Case } from '../../../contracts/language/case.ts';
import { createHold, meetTarget } from '../../../contracts/runner/prepare.ts';
import { MOCK_ACCOUNTS, toMockTarget } from '../../../contracts/target/mock-target.ts';
import { startMock } from '../../../mock/index.ts';
import { type Fault, SEAMS } from './fault.ts';
import { atFaultyMock, type Examples } from './faulty-mock.ts';
import { watchTables } from './faulty-rules.ts';
import { createWatch, type Seen, type Watch } from './watch.ts';

/** What makes a case fail. */
export interface Caught {
  readonly one: Case;
  /** What was taken away when the case failed; undefined where it never fails, or fails at the mock as it is. */
  readonly fault: Fault | undefined;
  /** How many things were taken away, one after the other. */
  readonly tries: number;
}

/** How long a delivery may take, in milliseconds. */
const PATIENCE = 2000;

/** So many cases are held side by side: many wait for a delivery that does not come. */
const LANES = 24;

/**
 * Takes one thing after the other away from the mock, out of what a case comes by, until what the case expects is not
 * kept. At the mock as it is each case has to be kept.
 */
export async function catchCases(cases: readonly Case[]): Promise<Caught[]> {
  watchTables();
  await using mock = await startMock({ port: 0, accounts: MOCK_ACCOUNTS });
  const { moreTokens: _, ...target } = toMockTarget(mock.url);
  const { sets, end } = await meetTarget(target, { timeout: PATIENCE });
  const [set] = sets as [(typeof sets)[number]];
  const examples: Examples = new Map();
  const hold = async (one: Case, watch: Watch) => {
    const { run, end } = atFaultyMock(set.run, watch, examples);
    const result = await createHold({ ...set, run }, 1)(one);
    end();
    return result;
  };
  const look = async (one: Case) => {
    const watch = createWatch(undefined);
    const result = await hold(one, watch);
    return { one, faults: result.verdict === 'kept' ? inOrder([...watch.seen.values()]) : [] };
  };
  const find = async ({ one, faults }: { one: Case; faults: readonly Fault[] }): Promise<Caught> => {
    for (const [index, fault] of faults.entries()) {
      const watch = createWatch(fault);
      const result = await hold(one, watch);
      if (watch.hasStruck && result.findings.length > 0) return { one, fault, tries: index + 1 };
    }
    return { one, fault: undefined, tries: faults.length };
  };
  try {
    return await inLanes(await inLanes(cases, look), find);
  } finally {
    await end();
  }
}

/** What a case comes by last is nearest to what it promises. */
function inOrder(seen: readonly Seen[]): Fault[] {
  const rank = ({ fault }: Seen) => SEAMS.indexOf(fault.at);
  return seen.toSorted((a, b) => rank(a) - rank(b) || b.exchange - a.exchange).map(({ fault }) => fault);
}

async function inLanes<From, To>(all: readonly From[], act: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = [];
  const waiting = [...all.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      done[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return done;
}
