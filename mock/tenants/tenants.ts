import { createJournal } from '../journal/journal.ts';
import { given } from '../wire/given.ts';
import { apply, linkDevice, loadWorld, metBy, type Phone, saveWorld, type World } from '../world/index.ts';
import { accountsOf } from '../world-file/cast.ts';
import { type Account, type AccountOptions, numbered, TOKEN, usualAccounts } from './account.ts';
import { AccountError } from './account-error.ts';
import { createFilling, type Fill } from './filling.ts';
import { createMemory } from './memory.ts';
import { createOpened, OPEN_IDLE, type OpenOptions } from './opened.ts';
import { WorldError, type WorldOptions, withWorldFile } from './options.ts';
import { loadParts, type Snapshot } from './snapshot.ts';
import {
  createTenant,
  createTenantOf,
  type Hire,
  resetTenant,
  SEEDED_CLOCK,
  type Start,
  type Tenant,
} from './tenant.ts';
import { createTokens } from './tokens.ts';

/** What of the machine the worlds need. */
export interface Machine {
  /** In milliseconds since 1970. */
  now(): number;
  /** A seed for a world that was given none. */
  seed(): number;
  /** A token for an account that was given none. */
  token(): string;
  /** How the clock of every world begins that is given no seed of its own. */
  readonly clock?: Pick<Start, 'now' | 'frozen'>;
  /** The rulings of every world, which it may be given otherwise. */
  readonly rulings?: WorldOptions['rulings'];
}

/** The worlds of one mock. A token belongs to exactly one of them. */
export interface Tenants {
  /** The account of a token, in any case; where worlds open by themselves, that of any token. */
  find(token: string): Account | undefined;
  /** The number of a token that somebody has; no world opens, nor is one used by it. */
  phoneOf(token: string): Phone | undefined;
  /** The world that is there at start. */
  readonly main: Tenant;
  get(name: string): Tenant | undefined;
  /** All of them, the one that is there at start first. */
  list(): Tenant[];
  accountsOf(tenant: Tenant): Account[];
  /** Makes a world. Throws a `WorldError`, an `AccountError`, a `RulingError`, a `ScenarioError` or a `WorldFileError`, and has then made nothing. */
  make(options: WorldOptions): Tenant;
  /** Gives a number of a world a token. Throws an `AccountError`. */
  addAccount(tenant: Tenant, account: AccountOptions): Account;
  /** Puts a world back to its start; accounts that were added later are gone. Throws as `make` does, and has then changed nothing. */
  reset(tenant: Tenant): void;
  /** Makes a world what was saved. Throws a `SnapshotError` or an `AccountError`, and has then changed nothing. */
  restore(tenant: Tenant, snapshot: Snapshot): void;
  /** Brings back a world that was saved with its start, in place of the one of its name. Throws as `restore` does. */
  adopt(start: Start, snapshot: Snapshot): void;
  /** Lets a copy of the world be changed, which takes its place unless that throws. */
  change<T>(tenant: Tenant, act: (world: World) => T): T;
  fill: Fill;
  /** Notes that a world may have changed. When all of them take too much, worlds that opened by themselves go, and then journals. */
  weigh(tenant: Tenant): void;
  /** Throws a `MemoryError` unless there is room for so many bytes more. */
  mustHaveRoom(bytes?: number): void;
  /** Ends a world and its tokens. */
  remove(tenant: Tenant): void;
}

/** The name of the world that is there at start. */
export const MAIN = 'default';

/**
 * The worlds of a mock that starts with `first`, each with a courier that is hired; with `open`, any token that nobody
 * has opens one; all of them may take `limit` MiB. Throws as `make` does.
 */
export function createTenants(
  machine: Machine,
  hire: Hire,
  first: WorldOptions,
  open?: OpenOptions,
  limit?: number,
): Tenants {
  const byName = new Map<string, Tenant>();
  const tokens = createTokens(machine.token);
  const opened = createOpened(open?.worlds);
  const memory = createMemory(limit);
  let made = 0;

  const isOver = ({ start, lastUsed }: Tenant) =>
    start.ttl !== undefined && machine.now() - lastUsed >= start.ttl;

  const remove = (tenant: Tenant) => {
    byName.delete(tenant.start.name);
    tenant.journal.end();
    tenant.courier.close();
    opened.forget(tenant);
    memory.forget(tenant);
    tokens.assign(tenant, []);
  };

  const sweep = () => {
    for (const tenant of byName.values()) if (isOver(tenant)) remove(tenant);
  };

  /** The tenant, noted as used; undefined when its time is over. */
  const alive = (tenant: Tenant | undefined): Tenant | undefined => {
    if (tenant?.start.ttl === undefined) return tenant;
    if (isOver(tenant)) {
      remove(tenant);
      return undefined;
    }
    tenant.lastUsed = machine.now();
    if (tenant.start.opened) opened.touch(tenant);
    return tenant;
  };

  const weigh = (tenant: Tenant) => {
    // It may have ended by what was done.
    if (byName.get(tenant.start.name) !== tenant) return;
    memory.weigh(tenant);
    if (memory.isFull) relieve(tenant);
  };

  const relieve = (used: Tenant) => {
    for (const tenant of opened.list()) {
      if (!memory.isFull) return;
      if (tenant !== used) remove(tenant);
    }
    const heaviest = [...byName.values()]
      .filter(({ journal }) => journal.bytes > 0)
      .sort((one, other) => other.journal.bytes - one.journal.bytes);
    for (const tenant of heaviest) {
      while (memory.isFull && tenant.journal.bytes > 0) {
        tenant.journal.halve();
        memory.weigh(tenant);
      }
    }
  };

  const newName = (): string => {
    made += 1;
    return byName.has(`world-${made}`) ? newName() : `world-${made}`;
  };

  const make = (wish: WorldOptions): Tenant => {
    sweep();
    const { accounts, ...options } = withWorldFile(wish, machine.rulings);
    const name = options.name ?? newName();
    if (byName.has(name)) throw new WorldError(`There is a world "${name}" already.`);
    const wanted = tokens.check(typeof accounts === 'number' ? usualAccounts(accounts) : accounts);
    const clock = options.seed === undefined ? machine.clock : SEEDED_CLOCK;
    const seed = options.seed ?? machine.seed();
    const start: Start = { ...clock, ...given(options), name, seed, accounts: wanted };
    const tenant = createTenant(start, machine.now, hire);
    tenant.strangersBefore = byName.get(MAIN)?.journal.last ?? 0;
    byName.set(name, tenant);
    tokens.assign(tenant, wanted);
    weigh(tenant);
    return tenant;
  };

  /** A world for a token that nobody has; where the mock has a seed, it is the same world whoever comes first. */
  const openFor = (token: string): Account | undefined => {
    if (open === undefined || !TOKEN.test(token)) return undefined;
    for (const tenant of opened.surplus()) remove(tenant);
    const { rulings, seed, scenario, world } = first;
    // Tokens that a file names are those of the first world.
    const named = world === undefined ? undefined : accountsOf(world);
    const accounts = numbered(named ?? [{}]).map(({ phone }, index) =>
      index === 0 ? { phone, token } : { phone },
    );
    const tenant = make({
      seed,
      rulings,
      scenario,
      world,
      accounts,
      ttl: open.idle ?? OPEN_IDLE,
      opened: true,
    });
    opened.touch(tenant);
    return tokens.find(token);
  };

  const adopt = (start: Start, snapshot: Snapshot): void => {
    const known = byName.get(start.name);
    const accounts = tokens.check(snapshot.accounts, known);
    const parts = loadParts(snapshot, machine.now);
    const tenant =
      known === undefined
        ? createTenantOf(start, { ...parts, journal: createJournal() }, machine.now, hire)
        : Object.assign(known, parts, { start });
    byName.set(start.name, tenant);
    tokens.assign(tenant, accounts);
    if (start.opened) opened.touch(tenant);
    tenant.courier.wake();
    weigh(tenant);
  };

  return {
    phoneOf: (token) => tokens.find(token)?.phone,
    find(token) {
      const account = tokens.find(token);
      return account === undefined || alive(account.tenant) === undefined ? openFor(token) : account;
    },
    main: make({ ...first, name: MAIN }),
    get: (name) => alive(byName.get(name)),
    list() {
      sweep();
      return [...byName.values()];
    },
    accountsOf: (tenant) => Array.from(tenant.tokens, ([phone, token]) => ({ phone, token, tenant })),
    make,
    addAccount(tenant, options) {
      const phone = metBy(tenant.world, options.phone) ?? options.phone;
      if (tenant.tokens.has(phone))
        throw new AccountError(`The number ${options.phone} has an account already.`);
      const [like] = tenant.tokens.values();
      const [account] = tokens.check([{ ...options, phone }], undefined, like);
      if (account === undefined) throw new Error('A checked account is gone.');
      apply(tenant.world, linkDevice(tenant.world, account.phone));
      return tokens.add(tenant, account);
    },
    reset(tenant) {
      const accounts = tokens.check(tenant.start.accounts, tenant);
      resetTenant(tenant, machine.now);
      tokens.assign(tenant, accounts);
    },
    restore: (tenant, snapshot) => adopt(tenant.start, snapshot),
    adopt,
    change(tenant, act) {
      const copy = loadWorld(saveWorld(tenant.world), machine.now);
      const result = act(copy);
      tenant.world = copy;
      tenant.courier.wake();
      return result;
    },
    fill: createFilling(memory, (tenant) => alive(byName.get(tenant.start.name)) === tenant, weigh),
    weigh,
    mustHaveRoom: memory.mustHaveRoom,
    remove,
  };
}
