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
  /** The account of a token in lower case. */
  find(token: string): Account | undefined;
  /** The world that is there at start. */
  readonly main: World;
  /** Its accounts. */
  readonly accounts: readonly Account[];
}

/** The accounts of the default world, ready at start. */
const DEFAULT_ACCOUNTS = [
  { token: '11111111-1111-4111-8111-111111111111', phone: '5511999999999' },
  { token: '22222222-2222-4222-8222-222222222222', phone: '5511888888888' },
];

/** The default world with its accounts. Throws a `RulingError`. */
export function createWorlds(options: {
  clock: Clock;
  seed: number;
  rulings?: Record<string, string | number>;
}): Worlds {
  const world = createWorld({
    clock: options.clock,
    ids: createIds(options.seed),
    rulings: createRulings(options.rulings),
  });
  const accounts = DEFAULT_ACCOUNTS.map(({ token, phone }) => ({
    token,
    world,
    device: linkDevice(world, phone),
  }));
  const byToken = new Map(accounts.map((account) => [account.token, account]));
  return { find: (token) => byToken.get(token), main: world, accounts };
}
