import { linkDevice } from '../world/index.ts';
import { type Account, AccountError, type AccountOptions, TOKEN, usualAccounts } from './account.ts';
import { createTenant, resetTenant, SEEDED_CLOCK, type Start, type Tenant } from './tenant.ts';

/** What of the machine the worlds need. */
export interface Machine {
  /** In milliseconds since 1970. */
  now(): number;
  /** A seed for a world that was given none. */
  seed(): number;
  /** A token for an account that was given none. */
  token(): string;
}

/** A world to be made. */
export type WorldOptions = { readonly [Name in keyof Omit<Start, 'phones'>]?: Start[Name] | undefined } & {
  /** How many accounts, or which; two unless given. */
  readonly accounts?: number | readonly AccountOptions[] | undefined;
};

/** A world that cannot be made; the message says why. */
export class WorldError extends Error {
  override name = 'WorldError';
}

/** The worlds of one mock. A token belongs to exactly one of them. */
export interface Tenants {
  /** The account of a token, in any case. */
  find(token: string): Account | undefined;
  /** The world that is there at start. */
  readonly main: Tenant;
  get(name: string): Tenant | undefined;
  /** All of them, the one that is there at start first. */
  list(): Tenant[];
  accountsOf(tenant: Tenant): Account[];
  /** Makes a world. Throws a `WorldError`, an `AccountError` or a `RulingError`, and has then made nothing. */
  make(options: WorldOptions): Tenant;
  /** Gives a number of a world a token. Throws an `AccountError`. */
  addAccount(tenant: Tenant, account: AccountOptions): Account;
  /** Puts a world back to its start; accounts that were added later are gone. */
  reset(tenant: Tenant): void;
  /** Ends a world and its tokens. */
  remove(tenant: Tenant): void;
}

/** The name of the world that is there at start. */
export const MAIN = 'default';

/** The worlds of a mock that starts with `first`. Throws as `make` does. */
export function createTenants(machine: Machine, first: WorldOptions): Tenants {
  const byName = new Map<string, Tenant>();
  const byToken = new Map<string, Account>();
  let made = 0;

  const isOver = ({ start, lastUsed }: Tenant) =>
    start.ttl !== undefined && machine.now() - lastUsed >= start.ttl;

  const remove = (tenant: Tenant) => {
    byName.delete(tenant.start.name);
    tenant.journal.end();
    for (const token of tenant.tokens.values()) byToken.delete(token.toLowerCase());
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
    return tenant;
  };

  const newName = () => {
    let name: string;
    do {
      made += 1;
      name = `world-${made}`;
    } while (byName.has(name));
    return name;
  };

  const checked = ({ phone, token = machine.token() }: AccountOptions, taken: ReadonlySet<string>) => {
    if (!TOKEN.test(token)) throw new AccountError(`The token of ${phone} is no UUID v4.`);
    if (!/^\d{10,15}$/.test(phone))
      throw new AccountError(`A phone number has 10 to 15 digits, not "${phone}".`);
    const key = token.toLowerCase();
    if (byToken.has(key) || taken.has(key))
      throw new AccountError(`The token of ${phone} is that of another account already.`);
    return { phone, token };
  };

  const enroll = (tenant: Tenant, phone: string, token: string): Account => {
    const account: Account = { token, phone, tenant };
    tenant.tokens.set(phone, token);
    byToken.set(token.toLowerCase(), account);
    return account;
  };

  const make = ({ accounts = 2, ...options }: WorldOptions): Tenant => {
    sweep();
    const name = options.name ?? newName();
    if (byName.has(name)) throw new WorldError(`There is a world "${name}" already.`);
    const wanted: { phone: string; token: string }[] = [];
    for (const one of typeof accounts === 'number' ? usualAccounts(accounts) : accounts) {
      const account = checked(one, new Set(wanted.map(({ token }) => token.toLowerCase())));
      if (wanted.some(({ phone }) => phone === account.phone))
        throw new AccountError(`The number ${account.phone} has an account already.`);
      wanted.push(account);
    }
    const seeded = options.seed === undefined ? {} : SEEDED_CLOCK;
    const start: Start = {
      ...seeded,
      ...given(options),
      name,
      seed: options.seed ?? machine.seed(),
      phones: wanted.map(({ phone }) => phone),
    };
    const tenant = createTenant(start, machine.now);
    byName.set(name, tenant);
    for (const { phone, token } of wanted) enroll(tenant, phone, token);
    return tenant;
  };

  return {
    find(token) {
      const account = byToken.get(token.toLowerCase());
      return account === undefined || alive(account.tenant) === undefined ? undefined : account;
    },
    main: make({ ...first, name: MAIN }),
    get: (name) => alive(byName.get(name)),
    list() {
      sweep();
      return [...byName.values()];
    },
    accountsOf: (tenant) => [...tenant.tokens].map(([phone, token]) => ({ phone, token, tenant })),
    make,
    addAccount(tenant, options) {
      const { phone, token } = checked(options, new Set());
      if (tenant.tokens.has(phone)) throw new AccountError(`The number ${phone} has an account already.`);
      linkDevice(tenant.world, phone);
      return enroll(tenant, phone, token);
    },
    reset(tenant) {
      for (const [phone, token] of tenant.tokens) {
        if (tenant.start.phones.includes(phone)) continue;
        tenant.tokens.delete(phone);
        byToken.delete(token.toLowerCase());
      }
      resetTenant(tenant, machine.now);
    },
    remove,
  };
}

function given<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
