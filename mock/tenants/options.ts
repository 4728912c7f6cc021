import { accountsOf, momentOf } from '../world-file/cast.ts';
import { type AccountOptions, numbered } from './account.ts';
import type { Start } from './tenant.ts';

/** A world to be made. */
export type WorldOptions = { readonly [Name in keyof Omit<Start, 'accounts'>]?: Start[Name] | undefined } & {
  /** How many accounts, or which; two unless given. */
  readonly accounts?: number | readonly AccountOptions[] | undefined;
};

/** A world that cannot be made; the message says why. */
export class WorldError extends Error {
  override name = 'WorldError';
}

/** What is said beside a world file counts more than what is said in it, and both more than what all worlds have. */
export function withWorldFile(
  wish: WorldOptions,
  usual: WorldOptions['rulings'],
): WorldOptions & { accounts: number | readonly AccountOptions[] } {
  const { world } = wish;
  const rulings = usual || world ? { ...usual, ...world?.rulings, ...wish.rulings } : wish.rulings;
  if (world === undefined) return { ...wish, rulings, accounts: wish.accounts ?? 2 };
  const named = accountsOf(world);
  if (wish.scenario !== undefined)
    throw new WorldError('A world starts with a scenario or with a world file: leave one of them out.');
  return {
    ...wish,
    accounts: wish.accounts ?? (named === undefined ? 2 : numbered(named)),
    rulings,
    now: wish.now ?? momentOf(world),
    frozen: wish.frozen ?? world.clock?.frozen,
  };
}
