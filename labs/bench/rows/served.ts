import { hold } from '../contest.ts';
import {
  bareExpress,
  bareHttp,
  type Contestant,
  mounted,
  prism,
  standAlone,
  wireMock,
} from '../contestants.ts';
import type { Loaded } from '../requests.ts';
import type { Verdict } from '../result.ts';
import { atLeast, medianOf, ratioOf } from '../statistics.ts';
import type { Row } from './row.ts';

interface ServedRow {
  operation: Loaded;
  title: string;
  /** How much of bare `node:http` is to be reached, by processor time: the load generator takes a core of its own. */
  ofLimit: number;
  /** How many times the fastest of `peers` is to be reached, in requests. */
  ofPeers?: number;
  peers: readonly Contestant[];
  peersAre?: string;
}

const EVERY_PEER = [prism, wireMock];

const SERVED: readonly ServedRow[] = [
  {
    operation: 'getGroup',
    title: 'getGroup of ten, warm, stand-alone server',
    ...{ ofLimit: 0.75, ofPeers: 4, peers: [prism], peersAre: 'the OpenAPI peer' },
  },
  {
    operation: 'firstRead',
    title: 'getGroup of ten, first read after a change, stand-alone server',
    ...{ ofLimit: 0.5, peers: [] },
  },
  {
    operation: 'refusal',
    title: 'getGroup of a group that is not there, a refusal, stand-alone server',
    ...{ ofLimit: 0.5, peers: [] },
  },
  {
    operation: 'addGroupParticipants',
    title: 'addGroupParticipants, one new member each, stand-alone server',
    ...{ ofLimit: 0.6, ofPeers: 3, peers: EVERY_PEER, peersAre: 'the fastest peer' },
  },
  {
    operation: 'createGroup',
    title: 'createGroup of ten, stand-alone server',
    ...{ ofLimit: 0.45, ofPeers: 3, peers: EVERY_PEER, peersAre: 'the fastest peer' },
  },
];

/** The Node that the targets are set for. */
const TARGETED = 20;

/** What is served over HTTP, side by side with the peers. A target has to be reached on few and on many connections. */
export const served: readonly Row[] = SERVED.map((row) => ({
  id: row.operation,
  title: row.title,
  measure: async (bench) => {
    const others = row.peers.length === 0 ? [] : [...EVERY_PEER, bareExpress];
    const contest = await hold([standAlone, ...others, bareHttp], row.operation, bench);
    const verdicts = bench.settings.connections.flatMap((connections): Verdict[] => {
      const on = `on ${connections} connections`;
      const [own, limit] = [standAlone, bareHttp].map((one) => contest.processorOf(one, connections));
      const made = [atLeast(ratioOf(limit ?? [], own ?? []), row.ofLimit, '×', `${bareHttp.name} ${on}`)];
      if (row.ofPeers === undefined) return made;
      const peer = contest.fastest(row.peers, connections);
      const peerMedian = peer === undefined ? Number.NaN : medianOf(contest.roundsOf(peer, connections));
      const fastest = peer === undefined ? (row.peersAre ?? '') : `${row.peersAre}, ${peer.name}`;
      const served = medianOf(contest.roundsOf(standAlone, connections)) / peerMedian;
      return [...made, atLeast(served, row.ofPeers, '×', `${fastest} ${on}`)];
    });
    const counts = bench.runtime.major === TARGETED;
    return {
      ...contest,
      verdicts: counts ? verdicts : verdicts.map((one) => ({ ...one, met: undefined })),
      notes: counts
        ? contest.notes
        : [...contest.notes, `The targets of this row are set for Node ${TARGETED}.`],
    };
  },
}));

/** The Express app of the mock, mounted by a user, beside a route of Express that answers the same value. */
export const inExpress: Row = {
  id: 'express',
  title: 'The Express app mounted by a user',
  measure: async (bench) => {
    const operations = ['getGroup', 'addGroupParticipants'] as const;
    const contests = [];
    for (const operation of operations) {
      const contest = await hold([mounted, bareExpress], operation, bench, bareExpress);
      const measures = contest.measures.map((one) => ({ ...one, what: `${operation}, ${one.what}` }));
      const verdicts = bench.settings.connections.map((connections) =>
        atLeast(
          ratioOf(contest.roundsOf(mounted, connections), contest.roundsOf(bareExpress, connections)),
          0.9,
          '×',
          `a bare Express route with express.json(), ${operation} on ${connections} connections`,
        ),
      );
      contests.push({ measures, verdicts });
    }
    return {
      measures: contests.flatMap(({ measures }) => measures),
      verdicts: contests.flatMap(({ verdicts }) => verdicts),
    };
  },
};
