/** How long and how often is measured. Every load is bounded by these. */
export interface Settings {
  readonly quick: boolean;
  /** Of a load, one after the other. Every connection has one request on its way. */
  readonly connections: readonly number[];
  /** Rounds of a load; in each every contestant has its turn. */
  readonly rounds: number;
  /** Of load, per round and number of connections. */
  readonly seconds: number;
  /** Before every load of a server that was just started: compilers of Node and Java need it. */
  readonly warmUpSeconds: number;
  /** How often each contestant is started for its time and memory. */
  readonly starts: number;
  /** Rounds inside one process. */
  readonly batches: number;
  /** The most groups in the growth row. */
  readonly mostGroups: number;
  readonly mostWorlds: number;
  /** Runs of the contract suite. */
  readonly suiteRuns: number;
}

/** A run whose figures may be quoted. */
export const FULL: Settings = {
  quick: false,
  connections: [10, 100],
  rounds: 3,
  seconds: 2,
  warmUpSeconds: 3,
  starts: 11,
  batches: 9,
  mostGroups: 100_000,
  mostWorlds: 1000,
  suiteRuns: 3,
};

/** A run that shows that everything works. Its figures are rough. */
export const QUICK: Settings = {
  quick: true,
  connections: [10, 100],
  rounds: 1,
  seconds: 1,
  warmUpSeconds: 0.5,
  starts: 3,
  batches: 3,
  mostGroups: 10_000,
  mostWorlds: 100,
  suiteRuns: 1,
};

/** The connections of a warm-up. */
export const WARM_UP_CONNECTIONS = 10;
