/**
 * `npm run bench:guard`: whether the mock has lost its pace. It compares ratios of one run only, with wide margins, so
 * that it says the same on a slow machine, and serving by processor time alone, which what else runs changes little. It
 * takes less than a minute, and as long again when a ratio is lost, which is then measured once more.
 */
import { createArena } from './arena.ts';
import { createChildren } from './children.ts';
import { hold } from './contest.ts';
import { bareHttp, standAlone } from './contestants.ts';
import type { GrowthTimes } from './inside/growth.ts';
import type { ListTimes } from './inside/list.ts';
import { measureInside } from './inside/measure-inside.ts';
import { fromSource } from './product.ts';
import type { Verdict } from './result.ts';
import { findRuntimes } from './runtimes.ts';
import { QUICK } from './settings.ts';
import { atLeast, atMost, medianOf, ratioOf } from './statistics.ts';
import { buildTree } from './tree.ts';

/** Half more than was measured when it was set: lower it when the mock becomes faster. */
const MOST_PROCESSOR = 2.5;
/** About half of what was measured when it was set: raise it when the mock becomes faster. */
const LEAST_OF_STRINGIFY = 0.5;

/** Ten thousand groups make no call this many times slower. Whatever looks through all of them does. */
const MOST_GROWTH = 4;

const children = createChildren();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const tree = buildTree();
process.once('exit', tree.remove);
const arena = createArena(tree, fromSource(tree), children);
process.once('exit', arena.close);
const { runtimes } = await findRuntimes(true, children);
const settings = { ...QUICK, connections: [10], rounds: 4, seconds: 1, warmUpSeconds: 1.5 };

let verdicts = await judge();
if (countLost(verdicts) > 0) {
  console.log('Measured once more, since something else may have run meanwhile:');
  verdicts = await judge();
}
const lost = countLost(verdicts);
if (lost > 0) {
  console.error(
    `bench:guard: ${lost} of ${verdicts.length} ratios are lost. "npm run bench -- --quick" shows where; no other load should run meanwhile.`,
  );
}
process.exit(lost === 0 ? 0 : 1);

async function judge(): Promise<Verdict[]> {
  const made: Verdict[] = [];
  for (const runtime of runtimes) {
    const bench = { arena, children, tree, runtime, settings, tell: () => undefined };
    made.push(...(await judgeServing(bench)), await judgeList(bench), ...(await judgeGrowth(bench)));
  }
  for (const { target, actual, met } of made) console.log(`${met ? 'kept' : 'LOST'}  ${target}: ${actual}`);
  return made;
}

function countLost(made: readonly Verdict[]): number {
  return made.filter(({ met }) => met !== true).length;
}

type Guarded = Parameters<typeof hold>[2] & Parameters<typeof measureInside>[0];

async function judgeServing(bench: Guarded): Promise<Verdict[]> {
  const contest = await hold([standAlone, bareHttp], 'getGroup', bench);
  return bench.settings.connections.map((connections) => {
    const [ours, bare] = [standAlone, bareHttp].map((one) => contest.processorOf(one, connections));
    const ratio = ratioOf(ours ?? [], bare ?? []);
    const what = `the processor time of ${bareHttp.name}, getGroup on ${connections} connections`;
    return atMost(ratio, MOST_PROCESSOR, '×', what);
  });
}

async function judgeList(bench: Guarded): Promise<Verdict> {
  const { list, stringify } = await measureInside<ListTimes>(bench, 'list', { groups: 1000, batches: 5 });
  return atLeast(
    ratioOf(stringify, list),
    LEAST_OF_STRINGIFY,
    '×',
    'the speed of JSON.stringify, listGroups',
  );
}

async function judgeGrowth(bench: Guarded): Promise<Verdict[]> {
  const [small, big] = [await timesOf(bench, 100), await timesOf(bench, 10_000)];
  return (['getGroup', 'add', 'join'] as const).map((call) =>
    atMost(
      medianOf(big[call]) / medianOf(small[call]),
      MOST_GROWTH,
      '×',
      `the time of ${call}, 10 000 groups beside 100`,
    ),
  );
}

async function timesOf(bench: Guarded, groups: number): Promise<NonNullable<GrowthTimes>> {
  const input = { worlds: 1, groups, members: 10, batches: 3 };
  const { times } = await measureInside<{ times?: GrowthTimes }>(bench, 'growth', input);
  if (times === undefined) throw new Error('The growth of one world gave no times.');
  return times;
}
