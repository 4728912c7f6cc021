import type { Arena } from './arena.ts';
import { NotUp } from './arena.ts';
import { processorMicroseconds } from './children.ts';
import { bareHttp, type Contestant } from './contestants.ts';
import { callOnce } from './first-call.ts';
import { NotInstalled } from './installation.ts';
import { applyLoad, LoadFailed, MOST_PER_SECOND, toRequest, turned } from './load.ts';
import { HEADERS, type Loaded } from './requests.ts';
import type { Absence, Measure } from './result.ts';
import type { Runtime } from './runtimes.ts';
import { type Settings, WARM_UP_CONNECTIONS } from './settings.ts';
import { makeGroups, mustBeDone, readState, type State } from './state.ts';
import { medianOf, toMeasure } from './statistics.ts';

/** Figures by contestant, by number of connections, by round. */
type Rounds = Map<string, Map<number, number[]>>;

/** The result of a contest. */
export interface Contest {
  readonly measures: Measure[];
  readonly absences: Absence[];
  readonly notes: string[];
  /** The rounds of a contestant; none when it is absent. */
  roundsOf(contestant: Contestant, connections: number): readonly number[];
  /** Processor time of a request in the rounds of a contestant, in microseconds; none when it is absent. */
  processorOf(contestant: Contestant, connections: number): readonly number[];
  /** The contestant that serves the most on this many connections. */
  fastest(among: readonly Contestant[], connections: number): Contestant | undefined;
}

/** Loads all contestants with the same requests. In every round each is started afresh, warmed up and loaded; the order turns from round to round. */
export async function hold(
  contestants: readonly Contestant[],
  operation: Loaded,
  {
    arena,
    runtime,
    settings,
    tell,
  }: { arena: Arena; runtime: Runtime; settings: Settings; tell(line: string): void },
  limit: Contestant = bareHttp,
): Promise<Contest> {
  const rounds: Rounds = new Map();
  const processor: Rounds = new Map();
  const absent = new Map<Contestant, string>();
  const notes = new Set<string>();
  tell(`${operation}: warming up the load generator`);
  await takeTurn(limit, operation, arena, runtime, settings);
  for (let round = 0; round < settings.rounds; round += 1) {
    for (const contestant of turned(contestants, round)) {
      if (absent.has(contestant)) continue;
      tell(`${operation}, round ${round + 1} of ${settings.rounds}: ${contestant.name}`);
      try {
        const turn = await takeTurn(contestant, operation, arena, runtime, settings);
        if (turn.note !== undefined) notes.add(turn.note);
        for (const [connections, perSecond] of turn.perSecond)
          keep(rounds, contestant, connections, perSecond);
        for (const [connections, each] of turn.processor) keep(processor, contestant, connections, each);
      } catch (error) {
        const isPeer = contestant.kind === 'openapi' || contestant.kind === 'other';
        const isReason =
          error instanceof NotUp || error instanceof NotInstalled || error instanceof LoadFailed;
        if (!isPeer || !isReason) throw error;
        absent.set(contestant, error.message);
        rounds.delete(contestant.name);
      }
    }
  }
  const roundsOf = ({ name }: Contestant, connections: number) => rounds.get(name)?.get(connections) ?? [];
  const processorOf = ({ name }: Contestant, connections: number) =>
    processor.get(name)?.get(connections) ?? [];
  const measure = (of: Rounds, what: string, unit: string, among: readonly Contestant[]) =>
    settings.connections.flatMap((connections) =>
      among
        .filter(({ name }) => rounds.has(name))
        .map(({ name: who }) => {
          const figuresOf = (name: string) => of.get(name)?.get(connections) ?? [];
          const about = { who, what: `${connections} connections${what}`, unit };
          return toMeasure(about, figuresOf(who), figuresOf(limit.name));
        }),
    );
  const nodes = contestants.filter(({ kind }) => kind === 'ours' || kind === 'limit');
  return {
    measures: [
      ...measure(rounds, '', 'req/s', contestants),
      ...measure(processor, ', processor time', 'µs', nodes),
    ],
    absences: [...absent].map(([{ name }, reason]) => ({ who: name, reason })),
    notes: [...notes],
    roundsOf,
    processorOf,
    fastest: (among, connections) => {
      const speed = (one: Contestant) => medianOf(roundsOf(one, connections));
      const present = among.filter(({ name }) => rounds.has(name));
      return present.sort((one, other) => speed(other) - speed(one))[0];
    },
  };
}

/** Additions that one group takes before it is full. */
const ROOM = 1000;

/** So many groups are read before they change again. */
const READ_BETWEEN = 1000;

/** What a load has more of afterwards. */
const GROWS: { readonly [Operation in Loaded]?: keyof State } = {
  createGroup: 'groups',
  addGroupParticipants: 'members',
};

async function takeTurn(
  contestant: Contestant,
  operation: Loaded,
  arena: Arena,
  runtime: Runtime,
  settings: Settings,
) {
  const { warmUpSeconds, seconds } = settings;
  const warmUp = { connections: WARM_UP_CONNECTIONS, seconds: warmUpSeconds };
  const sample = arena.samples[operation];
  const { url, child, stop } = await arena.open(contestant, operation, runtime);
  try {
    const jids = [sample.path.split('/')[2] ?? ''];
    if (contestant.stateful) {
      const additions = (warmUpSeconds + seconds * settings.connections.length) * MOST_PER_SECOND;
      const counts = { addGroupParticipants: Math.ceil(additions / ROOM), firstRead: READ_BETWEEN };
      const count = counts[operation as keyof typeof counts] ?? 1;
      jids.splice(0, 1, ...(await makeGroups(url, count)));
    }
    const path = operation === 'refusal' ? sample.path : sample.path.replace(/[^/]+@g\.us/, jids[0] ?? '');
    const note = await callOnce(contestant, url, { ...sample, path });
    const before = contestant.stateful ? await readState(url) : undefined;
    const request = toRequest(operation, sample, jids, HEADERS);
    const perSecond = new Map<number, number>();
    const processor = new Map<number, number>();
    const wanted = operation === 'refusal' ? { status: sample.status } : {};
    let { answered } = await applyLoad({ url, ...warmUp, request, ...wanted });
    for (const connections of settings.connections) {
      const until = processorMicroseconds(child);
      const loaded = await applyLoad({ url, connections, seconds, request, ...wanted });
      processor.set(connections, (processorMicroseconds(child) - until) / loaded.answered);
      answered += loaded.answered;
      perSecond.set(connections, loaded.perSecond);
    }
    const what = GROWS[operation];
    if (before !== undefined && what !== undefined) {
      const after = await readState(url);
      const onTheirWay = settings.connections.reduce((sum, more) => sum + more, WARM_UP_CONNECTIONS);
      mustBeDone(what, after[what] - before[what], answered, onTheirWay);
    }
    return { perSecond, processor, note };
  } finally {
    await stop();
  }
}

function keep(rounds: Rounds, { name }: Contestant, connections: number, perSecond: number): void {
  const byConnections = rounds.get(name) ?? new Map<number, number[]>();
  byConnections.set(connections, [...(byConnections.get(connections) ?? []), perSecond]);
  rounds.set(name, byConnections);
}
