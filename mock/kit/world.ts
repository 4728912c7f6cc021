import type { ControlBody, ControlQuery, ControlSchema } from '../../spec/index.ts';
import type { Drive } from './drive.ts';
import { createPerson, type MockPerson } from './person.ts';

type Account = ControlSchema<'Account'>;
type Fault = ControlSchema<'Fault'>;
type JournalCall = ControlSchema<'JournalCall'>;
type NewFault = ControlBody<'createFault'>;

/** What a fault does, and to how many calls. */
export type FaultEffect = Omit<NewFault, 'operation'>;

/** Which calls are looked for: an operation, or more of what a call can be. */
export type CallQuery = string | Omit<ControlQuery<'readJournal'>, 'wait_for'>;

/** A consumer's mistake: what the contract does not promise to work. */
export type ConsumerMistake = ControlSchema<'Mistake'>;

/** One isolated WhatsApp: its accounts, other people, time, misfortune, and what happened. */
export interface MockWorld {
  readonly name: string;
  /** Its accounts; give the code under test the token of one. */
  readonly accounts: readonly Account[];
  /** The token of the first account. */
  readonly token: string;
  /** The number of the first account. */
  readonly phone: string;
  /** Anybody, by number; an account too, as on the phone. */
  person(phone: string): MockPerson;
  /** Makes one more account. */
  account(phone: string): Account;
  /** The device of an account, of the first one unless told otherwise. */
  device(phone?: string): MockDevice;
  /** Every group of the world with all members, whoever takes part. */
  groups(): ControlSchema<'WholeGroup'>[];
  /** One of them; undefined when there is none, or it has ended. */
  group(jid: string): ControlSchema<'WholeGroup'> | undefined;
  readonly clock: MockClock;
  readonly faults: MockFaults;
  readonly journal: MockJournal;
  readonly consumer: {
    /** What the code under test did that the contract does not promise to work. */
    report(): ConsumerMistake[];
  };
  /** Fills the world by size, or with a named scenario. */
  seed(wanted: ControlBody<'seedWorld'>): Promise<void>;
  /** The whole world as JSON, its pending future included. */
  snapshot(): ControlSchema<'Snapshot'>;
  /** Makes the world what it was. */
  restore(snapshot: ControlSchema<'Snapshot'>): void;
  /** Puts it back to its start. */
  reset(): void;
  /** Ends it, and its tokens. */
  end(): void;
  [Symbol.dispose](): void;
}

/** The linked device of an account. */
export interface MockDevice {
  readonly state: Account['device'];
  connects(): void;
  disconnects(): void;
  /** The credentials are gone. */
  logsOut(): void;
  /** WhatsApp shuts the number out. */
  isBanned(): void;
}

/** The time of a world. */
export interface MockClock {
  now(): Date;
  /** Lets time pass at once; what falls due happens. */
  advance(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
  set(now: Date | string): void;
  freeze(): void;
  /** Goes on with the time of the machine. */
  run(): void;
}

/** Scripted misfortune. */
export interface MockFaults {
  /** Strikes the next call of an operation, or as many as the effect says. */
  next(operation: NewFault['operation'] & string, effect: FaultEffect): Fault;
  /** Any fault, as the control plane takes it. */
  add(fault: NewFault): Fault;
  list(): Fault[];
  /** Those that did not strike as often as they were meant to. */
  unfired(): Fault[];
  clear(): void;
}

/** What was asked of the API and what it answered. */
export interface MockJournal {
  calls(query?: CallQuery): JournalCall[];
  /** Waits for a call, of which it rejects with the near misses when none comes within so many milliseconds (5000). */
  waitFor(query: CallQuery, options?: { timeout?: number }): Promise<JournalCall>;
  clear(): void;
}

/** A world by its name. */
export function createMockWorld(drive: Drive, name: string): MockWorld {
  const path = { world: name };
  const accounts = () => drive.now('listAccounts', { path }).accounts;
  const first = (): Account => {
    const [account] = accounts();
    if (account === undefined) throw new Error(`The world "${name}" has no account.`);
    return account;
  };
  const end = () => void drive.now('deleteWorld', { path });
  return {
    name,
    get accounts() {
      return accounts();
    },
    get token() {
      return first().token;
    },
    get phone() {
      return first().phone;
    },
    person: (phone) => createPerson(drive, name, phone),
    account: (phone) => drive.now('createAccount', { path, body: { phone } }).account,
    device: (phone = first().phone) => createDevice(drive, name, phone),
    groups: () => drive.now('listAllGroups', { path }).groups,
    group: (jid) => drive.now('listAllGroups', { path }).groups.find((group) => group.jid === jid),
    clock: createMockClock(drive, name),
    faults: createMockFaults(drive, name),
    journal: createMockJournal(drive, name),
    consumer: { report: () => drive.now('reportOnConsumer', { path }).mistakes },
    seed: async (body) => void (await drive.later('seedWorld', { path, body })),
    snapshot: () => drive.now('getSnapshot', { path }).snapshot,
    restore: (snapshot) => void drive.now('putSnapshot', { path, body: { snapshot } }),
    reset: () => void drive.now('resetWorld', { path }),
    end,
    [Symbol.dispose]: end,
  };
}

function createDevice(drive: Drive, world: string, phone: string): MockDevice {
  const path = { world, phone };
  const set = (device: Account['device']) => void drive.now('updateAccount', { path, body: { device } });
  return {
    get state() {
      return drive.now('getAccount', { path }).account.device;
    },
    connects: () => set('connected'),
    disconnects: () => set('disconnected'),
    logsOut: () => set('logged_out'),
    isBanned: () => set('banned'),
  };
}

function createMockClock(drive: Drive, world: string): MockClock {
  const path = { world };
  const set = (body: ControlBody<'setClock'>) => void drive.now('setClock', { path, body });
  return {
    now: () => new Date(drive.now('getClock', { path }).now),
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
      set({ advance_seconds: ((days * 24 + hours) * 60 + minutes) * 60 + seconds }),
    set: (now) => set({ now: new Date(now).toISOString() }),
    freeze: () => set({ frozen: true }),
    run: () => set({ frozen: false }),
  };
}

function createMockFaults(drive: Drive, world: string): MockFaults {
  const path = { world };
  const add = (body: NewFault) => drive.now('createFault', { path, body }).fault;
  return {
    next: (operation, effect) => add({ operation, ...effect }),
    add,
    list: () => drive.now('listFaults', { path }).faults,
    unfired: () => drive.now('listFaults', { path, query: { unfired: true } }).faults,
    clear: () => void drive.now('deleteFaults', { path }),
  };
}

function createMockJournal(drive: Drive, world: string): MockJournal {
  const path = { world };
  return {
    calls: (query) => drive.now('readJournal', { path, query: { limit: 1000, ...toQuery(query) } }).calls,
    async waitFor(wanted, { timeout = 5000 } = {}) {
      const query = { ...toQuery(wanted), wait_for: timeout / 1000 };
      const { calls, near_misses } = await drive.later('readJournal', { path, query });
      const [call] = calls;
      if (call !== undefined) return call;
      const near = near_misses.map(
        ({ call: { sequence, method, path: asked }, differs }) =>
          `\n  ${sequence}. ${method} ${asked}: ${differs}`,
      );
      throw new Error(
        `No such call came within ${timeout} ms: ${JSON.stringify(wanted)}.${near.length === 0 ? ' There was no call at all.' : ` The nearest were:${near.join('')}`}`,
      );
    },
    clear: () => void drive.now('clearJournal', { path }),
  };
}

function toQuery(query: CallQuery = {}): ControlQuery<'readJournal'> {
  return typeof query === 'string' ? { operation: query } : query;
}
