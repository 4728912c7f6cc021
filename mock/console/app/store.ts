import { batch, effect, signal } from '@preact/signals';
import type { ControlSchema } from '../../../spec/index.ts';
import { controlToken, isTokenWanted, Refused, read } from './api.ts';
import { worldName } from './route.ts';
import { openStream } from './stream.ts';

/** A group in the tree. */
export type Line = ControlSchema<'GroupLine'>;

/** How the page is connected to the mock. */
export type Connection = 'connecting' | 'live' | 'gone' | 'no-world' | 'refused';

/** So many happenings and calls are kept, as many as the mock remembers. */
const KEPT = 1000;

/** With more groups than these the tree is not read anew for every change of the control plane. */
const MANY = 2000;

/** Changes of so many groups at once are read one by one. */
const FEW = 20;

/** How long a group that changed is lit up, in milliseconds. */
export const FLASH = 1600;

/** How it is connected. */
export const connection = signal<Connection>('connecting');
/** How often the mock was found to be another one than before. */
export const restarts = signal(0);
/** All worlds of the mock. */
export const worlds = signal<readonly ControlSchema<'World'>[]>([]);
/** The world that is looked at. */
export const world = signal<ControlSchema<'World'> | undefined>(undefined);
/** Its accounts, with their tokens. */
export const accounts = signal<readonly ControlSchema<'Account'>[]>([]);
/** Its groups, in the order of making. */
export const lines = signal<ReadonlyMap<string, Line>>(new Map());
/** When which group changed last, in milliseconds of this page. */
export const changedAt = signal<ReadonlyMap<string, number>>(new Map());
/** What happened, the oldest first. */
export const events = signal<readonly ControlSchema<'Event'>[]>([]);
/** Calls of the API, the oldest first. */
export const calls = signal<readonly ControlSchema<'JournalCall'>[]>([]);
/** The deliveries to webhooks, in the order of making. */
export const deliveries = signal<readonly ControlSchema<'Delivery'>[]>([]);
/** The faults, those that are used up included. */
export const faults = signal<readonly ControlSchema<'Fault'>[]>([]);
/** What the clock is going to bring. */
export const due = signal<readonly ControlSchema<'Due'>[]>([]);
/** Counts up with everything that may have changed the people or a group that is open. */
export const revision = signal(0);

/** The time of the world as it was told, and when that was on the clock of this page. */
export const told = signal({ now: 0, frozen: true, at: 0 });

/** Reads all of a world, and what happens in it from then on, whenever another one is looked at or another token is given. */
export function startStore(): void {
  effect(() => {
    const name = worldName.value;
    controlToken.value;
    connection.value = 'connecting';
    let stop = () => {};
    const start = () => {
      stop = openStream(name, {
        onOpen: () => void loadAll(name),
        onEvent: (kind, data) => onEvent(name, kind, data),
        onGone: (refused) => {
          connection.value = refused === undefined ? 'gone' : refused.status === 404 ? 'no-world' : 'refused';
          if (refused?.status === 404) void loadWorlds();
          if (refused?.rule.endsWith('control-token')) isTokenWanted.value = true;
        },
      });
    };
    start();
    return () => stop();
  });
}

/** Reads the list of worlds anew. */
export async function loadWorlds(): Promise<void> {
  worlds.value = (await read('listWorlds', '/worlds')).worlds;
}

async function loadAll(name: string): Promise<void> {
  const at = `/worlds/${name}`;
  const [all, one, groups, happened, journal, sentOut, injected, coming] = await Promise.all([
    read('listWorlds', '/worlds'),
    read('getWorld', at),
    read('listGroupLines', `${at}/group-lines`),
    read('listEvents', `${at}/events?limit=${KEPT}`),
    read('readJournal', `${at}/journal?limit=200`),
    read('listDeliveries', `${at}/deliveries`),
    read('listFaults', `${at}/faults`),
    read('listDue', `${at}/due`),
  ]);
  if (name !== worldName.value) return;
  batch(() => {
    const last = events.value.at(-1);
    const isSame = ({ sequence, says }: ControlSchema<'Event'>) =>
      sequence === last?.sequence && says === last.says;
    const known = world.value?.name === name ? world.value : undefined;
    const isOther =
      known !== undefined &&
      (known.seed !== one.world.seed || (last !== undefined && !happened.events.some(isSame)));
    if (isOther && connection.value === 'gone') restarts.value += 1;
    worlds.value = all.worlds;
    takeWorld(one);
    lines.value = new Map(groups.groups.map((line) => [line.jid, line]));
    changedAt.value = new Map();
    events.value = happened.events;
    calls.value = journal.calls;
    deliveries.value = sentOut.deliveries;
    faults.value = injected.faults;
    due.value = coming.due;
    isTokenWanted.value = false;
    connection.value = 'live';
    revision.value += 1;
  });
}

function takeWorld(one: { world: ControlSchema<'World'>; accounts: readonly ControlSchema<'Account'>[] }) {
  world.value = one.world;
  accounts.value = one.accounts;
  told.value = { now: Date.parse(one.world.now), frozen: one.world.frozen, at: Date.now() };
}

/** What is read anew, by name. */
const LOADS = {
  world: loadWorld,
  lines: loadLines,
  calls: loadCalls,
  async due(at: string) {
    due.value = (await read('listDue', `${at}/due`)).due;
  },
  async deliveries(at: string) {
    deliveries.value = (await read('listDeliveries', `${at}/deliveries`)).deliveries;
  },
  async faults(at: string) {
    faults.value = (await read('listFaults', `${at}/faults`)).faults;
  },
  all: (at: string) => loadAll(at.slice('/worlds/'.length)),
};

/** What is read anew when the stream tells something. */
const READ_AT: Readonly<Record<string, readonly (keyof typeof LOADS)[]>> = {
  event: ['lines', 'due'],
  delivery: ['deliveries', 'due'],
  calls: ['calls'],
  driven: ['world', 'faults', 'due', 'deliveries', 'calls'],
  replaced: ['all'],
};

const waiting = new Set<keyof typeof LOADS>();
let isPlanned = false;
let touched = new Set<string>();

/** What is told many times within a moment is read once. */
function soon(at: string, ...names: readonly (keyof typeof LOADS)[]): void {
  for (const name of names) waiting.add(name);
  if (isPlanned) return;
  isPlanned = true;
  setTimeout(() => {
    isPlanned = false;
    const wanted = [...waiting];
    waiting.clear();
    // A mock that is gone meanwhile is told by the stream.
    for (const name of wanted) LOADS[name](at).catch(() => {});
  }, 40);
}

function onEvent(name: string, kind: string, data: string): void {
  const at = `/worlds/${name}`;
  if (kind === 'event') note(at, JSON.parse(data));
  soon(at, ...(READ_AT[kind] ?? []));
}

function note(at: string, event: ControlSchema<'Event'>): void {
  if ((events.value.at(-1)?.sequence ?? 0) < event.sequence) {
    events.value = [...events.value, event].slice(-KEPT);
  }
  const { jid } = event.details as { jid?: string };
  for (const one of [event.group_jid, jid]) if (one) touched.add(one);
  if (event.kind === 'device') soon(at, 'world');
}

async function loadWorld(at: string): Promise<void> {
  const one = await read('getWorld', at);
  takeWorld(one);
  if (lines.value.size <= MANY || one.world.groups !== lines.value.size) await loadAllLines(at);
  revision.value += 1;
}

async function loadAllLines(at: string): Promise<void> {
  const { groups } = await read('listGroupLines', `${at}/group-lines`);
  lines.value = new Map(groups.map((line) => [line.jid, line]));
}

async function loadLines(at: string): Promise<void> {
  const jids = [...touched];
  touched = new Set();
  if (jids.length > FEW) await loadAllLines(at);
  else {
    const found = await Promise.all(jids.map((jid) => loadLine(at, jid)));
    const next = new Map(lines.value);
    for (const [index, jid] of jids.entries()) {
      const line = found[index];
      if (line === undefined) next.delete(jid);
      else next.set(jid, line);
    }
    lines.value = next;
  }
  const now = Date.now();
  const recent = [...changedAt.value].filter(([, since]) => now - since < FLASH);
  changedAt.value = new Map([...recent, ...jids.map((jid) => [jid, now] as const)]);
  revision.value += 1;
}

/** Undefined for a group that has ended. */
async function loadLine(at: string, jid: string): Promise<Line | undefined> {
  try {
    return (await read('listGroupLines', `${at}/group-lines?group=${encodeURIComponent(jid)}`)).groups[0];
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}

async function loadCalls(at: string): Promise<void> {
  const last = calls.value.at(-1)?.sequence ?? 0;
  const { calls: fresh } = await read('readJournal', `${at}/journal?after=${last}&limit=1000`);
  if (fresh.length > 0) calls.value = [...calls.value, ...fresh].slice(-KEPT);
  else if (last > 0) {
    // Somebody may have emptied the journal.
    const { calls: kept } = await read('readJournal', `${at}/journal?limit=1`);
    if (kept.length === 0) calls.value = [];
  }
  if (fresh.some(({ fault }) => fault !== null))
    faults.value = (await read('listFaults', `${at}/faults`)).faults;
}
