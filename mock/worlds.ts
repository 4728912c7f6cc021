import {
  type Clock,
  createIds,
  createRulings,
  createWorld,
  type Device,
  linkDevice,
  type World,
} from './world/index.ts';

/** A token, and what it stands for: the device of a number in a world. */
export interface Account {
  readonly token: string;
  readonly world: World;
  readonly device: Device;
}

/** The worlds of one mock. A token belongs to exactly one of them. */
export interface Worlds {
  /** The account of a token, in any case. */
  find(token: string): Account | undefined;
  /** The world that is there at start. */
  readonly main: World;
  /** Its accounts. */
  readonly accounts: readonly Account[];
}

/** An account to be made: a token (UUID v4) and a phone number (10 to 15 digits). */
export interface AccountOptions {
  token: string;
  phone: string;
}

/** An account that cannot be made; the message says which and why. */
export class AccountError extends Error {
  override name = 'AccountError';
}

/** A token as WUTS makes it. Source: `docs: Authentication`. */
export const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** The accounts of the default world, ready at start. */
const DEFAULT_ACCOUNTS: readonly AccountOptions[] = [
  { token: '11111111-1111-4111-8111-111111111111', phone: '5511999999999' },
  { token: '22222222-2222-4222-8222-222222222222', phone: '5511888888888' },
];

/** The default world with its accounts and `more` of them. Throws a `RulingError` or an `AccountError`. */
export function createWorlds(options: {
  clock: Clock;
  seed: number;
  rulings?: Record<string, string | number> | undefined;
  more?: readonly AccountOptions[] | undefined;
}): Worlds {
  const world = createWorld({
    clock: options.clock,
    ids: createIds(options.seed),
    rulings: createRulings(options.rulings),
  });
  const byToken = new Map<string, Account>();
  for (const { token, phone } of [...DEFAULT_ACCOUNTS, ...(options.more ?? [])]) {
    const key = token.toLowerCase();
    if (!TOKEN.test(token)) throw new AccountError(`The token of ${phone} is no UUID v4.`);
    if (!/^\d{10,15}$/.test(phone))
      throw new AccountError(`A phone number has 10 to 15 digits, not "${phone}".`);
    if (byToken.has(key)) throw new AccountError(`The token of ${phone} is that of another account already.`);
    if (world.devices.has(phone)) throw new AccountError(`The number ${phone} has an account already.`);
    byToken.set(key, { token, world, device: linkDevice(world, phone) });
  }
  return { find: (token) => byToken.get(token.toLowerCase()), main: world, accounts: [...byToken.values()] };
}
