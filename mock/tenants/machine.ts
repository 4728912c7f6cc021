import { randomInt, randomUUID } from 'node:crypto';
import { createIds, isMoment, MOST_SEED } from '../world/index.ts';
import { SEEDED_CLOCK } from './tenant.ts';
import type { Machine } from './tenants.ts';

/** Time and chance for worlds; with a seed chance follows from it. */
export function createMachine(seed: number | undefined, now: () => number): Machine {
  if (seed === undefined) return { now, seed: () => randomInt(MOST_SEED + 1), token: randomUUID };
  const ids = createIds(seed);
  return { now, seed: () => seed, token: ids.uuid, clock: SEEDED_CLOCK };
}

/** Throws a `RangeError` unless a clock that is given tells a moment that a timestamp can name. */
export function mustBeClock(given: (() => number) | undefined): void {
  if (given === undefined) return;
  const told = typeof given === 'function' ? given() : undefined;
  if (told !== undefined && isMoment(told)) return;
  const got = typeof given === 'function' ? `it answered ${String(told)}` : `it is ${String(given)}`;
  throw new RangeError(
    `The option "now" must be a function that answers milliseconds since 1970, within the years 1 to 9999; ${got}.`,
  );
}
