import type { Courier } from '../delivery/courier.ts';
import { createFaults, type Faults } from '../faults/faults.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import { play } from '../scenarios/play.ts';
import {
  apply,
  createClock,
  createIds,
  createRulings,
  createWorld,
  linkDevice,
  metBy,
  type Phone,
  SEEDED_NOW,
  type World,
} from '../world/index.ts';
import { playWorldFile } from '../world-file/play.ts';
import type { WorldFile } from '../world-file/world-file.ts';
import { AccountError } from './account-error.ts';

/** How a world starts, as plain data. */
export interface Start {
  readonly name: string;
  readonly seed: number;
  /** The accounts that are there at start. */
  readonly accounts: readonly { readonly phone: Phone; readonly token: string }[];
  readonly rulings?: Readonly<Record<string, string | number>> | undefined;
  /** What its clock shows first, in milliseconds; the machine's time unless given. */
  readonly now?: number | undefined;
  /** Whether its clock stands still. */
  readonly frozen?: boolean | undefined;
  /** It ends when it was not used for so many milliseconds. */
  readonly ttl?: number | undefined;
  /** The name of the scenario that it starts with. */
  readonly scenario?: string | undefined;
  /** The world file that it starts with. */
  readonly world?: WorldFile | undefined;
  /** Whether it was made for a token that nobody had. */
  readonly opened?: boolean | undefined;
}

/** One isolated world, and what surrounds it. Nothing is shared between tenants. */
export interface Tenant {
  start: Start;
  /** Replaced when the world is reset, restored or seeded. */
  world: World;
  faults: Faults;
  journal: Journal;
  /** Takes what happens to the webhooks of its accounts. */
  readonly courier: Courier;
  /** The tokens of its accounts by number, in the order of making. */
  readonly tokens: Map<Phone, string>;
  /** When it was last asked anything, in milliseconds on the machine's clock. */
  lastUsed: number;
  /** The last call of the first world's journal that was there before it: what came without a token of anybody since, came to it too. */
  strangersBefore: number;
}

/** Finds a courier for a tenant. */
export type Hire = (tenant: Pick<Tenant, 'world' | 'faults'>) => Courier;

/** What is replaced when a tenant is put back to its start, or to what was saved. */
type Surroundings = Pick<Tenant, 'world' | 'faults' | 'journal'>;

/** A tenant at its start, as yet without tokens. Throws a `RulingError`, a `ScenarioError` or a `WorldFileError`. */
export function createTenant(start: Start, machine: () => number, hire: Hire): Tenant {
  return createTenantOf(start, createSurroundings(start, machine), machine, hire);
}

/** A tenant that goes on from somewhere, as yet without tokens. */
export function createTenantOf(
  start: Start,
  surroundings: Surroundings,
  machine: () => number,
  hire: Hire,
): Tenant {
  const tokens = new Map<Phone, string>();
  const tenant = { start, ...surroundings, tokens, lastUsed: machine(), strangersBefore: 0 };
  return Object.assign(tenant, { courier: hire(tenant) });
}

/** Puts a tenant back to its start. Tokens stay. Throws as `createTenant` does, and has then changed nothing. */
export function resetTenant(tenant: Tenant, machine: () => number): void {
  const surroundings = createSurroundings(tenant.start, machine);
  tenant.journal.end();
  Object.assign(tenant, surroundings);
  tenant.courier.wake();
}

function createSurroundings(start: Start, machine: () => number): Surroundings {
  const { seed, accounts, now, frozen, scenario } = start;
  const clock = createClock(machine, {
    ...(now === undefined ? {} : { now }),
    ...(frozen === undefined ? {} : { frozen }),
  });
  const world = createWorld({ clock, ids: createIds(seed), rulings: createRulings(start.rulings) });
  for (const { phone } of accounts) {
    const known = metBy(world, phone);
    if (known !== undefined)
      throw new AccountError(`${phone} is another spelling of ${known}, which has an account already.`);
    apply(world, linkDevice(world, phone));
  }
  if (scenario !== undefined) play(world, scenario, [...world.devices.keys()]);
  if (start.world !== undefined) playWorldFile(world, start.world);
  return { world, faults: createFaults(seed), journal: createJournal() };
}

/** Where the clock of a world stands that was given a seed and nothing else. */
export const SEEDED_CLOCK = { now: SEEDED_NOW, frozen: true } as const;
