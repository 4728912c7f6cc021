import { availableParallelism } from 'node:os';
import { applyLoad, turned } from '../load.ts';
import { findBalancer, type Processes, startProcesses } from '../processes.ts';
import { WARM_UP_CONNECTIONS } from '../settings.ts';
import { makeGroups } from '../state.ts';
import { toMeasure } from '../statistics.ts';
import type { Bench, Row } from './row.ts';

/** How many processes there are, and whether they are behind the balancer. */
interface SetUp {
  readonly name: string;
  readonly count: number;
  readonly isBalanced: boolean;
}

const ALONE: SetUp = { name: 'one process, no balancer', count: 1, isBalanced: false };
const ONE: SetUp = { name: 'one process behind HAProxy', count: 1, isBalanced: true };
const TWO: SetUp = { name: 'two processes behind HAProxy', count: 2, isBalanced: true };
const FOUR: SetUp = { name: 'four processes behind HAProxy', count: 4, isBalanced: true };
const SET_UPS: readonly SetUp[] = [ALONE, ONE, TWO, FOUR];

/** Worlds that are loaded in turn, each by a token of its own. */
const WORLDS = 64;

/** Several processes behind the balancer of examples/many-processes, beside one that needs none. */
export const processes: Row = {
  id: 'processes',
  title: 'getGroup of ten in 64 worlds, one, two and four processes behind a balancer',
  measure: async (bench) => {
    const version = findBalancer();
    if (version === undefined) {
      const reason = 'there is no HAProxy here: apt-get install haproxy';
      return { measures: [], verdicts: [], absences: [{ who: 'HAProxy', reason }] };
    }
    const { rounds, connections } = bench.settings;
    const turns = new Map<SetUp, Turn[]>(SET_UPS.map((setUp) => [setUp, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const setUp of turned(SET_UPS, round)) {
        bench.tell(`processes, round ${round + 1} of ${rounds}: ${setUp.name}`);
        turns.get(setUp)?.push(await takeTurn(setUp, bench));
      }
    }
    const roundsOf = (setUp: SetUp, on: number) =>
      (turns.get(setUp) ?? []).map(({ perSecond }) => perSecond.get(on) ?? Number.NaN);
    return {
      measures: connections.flatMap((on) =>
        SET_UPS.map((setUp) =>
          toMeasure(
            { who: setUp.name, what: `${on} connections`, unit: 'req/s' },
            roundsOf(setUp, on),
            roundsOf(ALONE, on),
          ),
        ),
      ),
      verdicts: [],
      notes: [
        `HAProxy ${version}. The worlds are shared ${[TWO, FOUR].map((setUp) => turns.get(setUp)?.at(-1)?.worlds.join(' : ')).join(' and ')}.`,
        `The load generator, the balancer and the processes share ${availableParallelism()} cores: more processes serve more only where cores are left for them.`,
      ],
    };
  },
};

interface Turn {
  /** By the number of connections. */
  readonly perSecond: Map<number, number>;
  readonly worlds: readonly number[];
}

async function takeTurn({ count, isBalanced }: SetUp, bench: Bench): Promise<Turn> {
  const { seconds, warmUpSeconds, connections } = bench.settings;
  const { url, countWorlds, stop }: Processes = await startProcesses(count, isBalanced, bench);
  try {
    const request = await Promise.all(Array.from({ length: WORLDS }, (_, world) => toRequest(url, world)));
    await applyLoad({ url, connections: WARM_UP_CONNECTIONS, seconds: warmUpSeconds, request });
    const perSecond = new Map<number, number>();
    for (const on of connections)
      perSecond.set(on, (await applyLoad({ url, connections: on, seconds, request })).perSecond);
    return { perSecond, worlds: await countWorlds() };
  } finally {
    await stop();
  }
}

/** A call for the group of ten of a world, which is made. */
async function toRequest(url: string, world: number) {
  // Heads in no order, the same in every run.
  const head = (Math.imul(world + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  const token = `${head}-0000-4000-8000-000000000000`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const [jid] = await makeGroups(url, 1, headers);
  return { method: 'GET' as const, path: `/groups/${jid}`, headers };
}
