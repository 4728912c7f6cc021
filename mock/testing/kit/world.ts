import type { ControlBody, ControlQuery, ControlSchema } from '../../../spec/index.ts';
import { createMockClock, type MockClock } from './clock.ts';
import type { Drive } from './drive.ts';
import { MockError, refuse } from './error.ts';
import { createMockFaults, type MockFaults } from './faults.ts';
import { createMockJournal, type MockJournal } from './journal.ts';
import { createPerson, type MockPerson } from './person.ts';
import { createMockWebhooks, type MockWebhooks } from './webhooks.ts';

type Account = ControlSchema<'Account'>;

/** Something that happened, in words and in fields. */
export type WorldEvent = ControlSchema<'Event'>;

/** Which events are looked for: a group, a person, or more of what can be asked for. */
export type EventQuery = ControlQuery<'listEvents'>;

/** A consumer's mistake: what the contract does not promise to work. */
export type ConsumerMistake = ControlSchema<'Mistake'>;

/** One isolated WhatsApp: its accounts, other people, time, faults, and what happened. */
export interface MockWorld {
  readonly name: string;
  /** Its accounts; give the code under test the token of one. */
  readonly accounts: readonly Account[];
  /** The token of the first account. */
  readonly token: string;
  /** The number of the first account. */
  readonly phone: string;
  /** The JIDs of the groups that its scenarios and its world file made, by the names that these have for them. */
  readonly made: Readonly<Record<string, string>>;
  /** Anybody, by number, user JID or LID; an account too, as on the phone. */
  person(phone: string): MockPerson;
  /** Everybody who was met so far, with their traits; of one person, nobody when they were not met. */
  people(query?: ControlQuery<'listPeople'>): ControlSchema<'Person'>[];
  /** Makes one more account. */
  account(phone: string): Account;
  /** The device of an account, of the first one unless told otherwise. */
  device(phone?: string): MockDevice;
  /** Every group of the world with all members, whoever takes part. */
  groups(): ControlSchema<'WholeGroup'>[];
  /** Makes a group what it is on WhatsApp, whatever the rules say, such as `{ addressing_mode: 'lid' }`. */
  changeGroup(jid: string, change: ControlBody<'changeGroup'>): ControlSchema<'WholeGroup'>;
  /** One of them; undefined when there is none, or it has ended. Throws a `MockError` for what is no JID of a group. */
  group(jid: string): ControlSchema<'WholeGroup'> | undefined;
  readonly clock: MockClock;
  readonly faults: MockFaults;
  readonly journal: MockJournal;
  readonly webhooks: MockWebhooks;
  /** What happened, the oldest first; the last 1000 unless told otherwise. */
  events(query?: EventQuery): WorldEvent[];
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
    get made() {
      return drive.now('getWorld', { path }).world.made;
    },
    person: (phone) => createPerson(drive, name, phone),
    people: (query = {}) => drive.now('listPeople', { path, query }).people,
    account: (phone) => drive.now('createAccount', { path, body: { phone } }).account,
    device: (phone = first().phone) => createDevice(drive, name, phone),
    groups: () => drive.now('listAllGroups', { path }).groups,
    group: (jid) => findGroup(drive, name, jid),
    changeGroup: (jid, body) => drive.now('changeGroup', { path: { world: name, jid }, body }).group,
    clock: createMockClock(drive, name),
    faults: createMockFaults(drive, name),
    journal: createMockJournal(drive, name),
    webhooks: createMockWebhooks(drive, name),
    events: (query) => drive.now('listEvents', { path, query: { limit: 1000, ...query } }).events,
    consumer: { report: () => drive.now('reportOnConsumer', { path }).mistakes },
    seed: async (body) => void (await drive.later('seedWorld', { path, body })),
    snapshot: () => drive.now('getSnapshot', { path }).snapshot,
    restore: (snapshot) => void drive.now('putSnapshot', { path, body: { snapshot } }),
    reset: () => void drive.now('resetWorld', { path }),
    end,
    [Symbol.dispose]: end,
  };
}

function findGroup(drive: Drive, world: string, jid: string): ReturnType<MockWorld['group']> {
  if (typeof jid !== 'string') refuse('group must be the JID of a group', jid);
  try {
    return drive.now('listAllGroups', { path: { world }, query: { group: jid } }).groups[0];
  } catch (error) {
    if (error instanceof MockError && error.rule === 'no-such-group') return undefined;
    throw error;
  }
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
