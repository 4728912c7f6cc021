import { takeOverIds } from './apply/apply.ts';
import { type Outcome, performOnPhone } from './perform.ts';
import { Refusal } from './refusals.ts';
import { loadWorld, saveWorld } from './snapshot/world.ts';
import type { Act } from './state/act.ts';
import type { Happening } from './state/domain-event.ts';
import type { Phone } from './state/id.ts';
import type { World } from './state/world.ts';

/** What an act would lead to. */
export interface DryRun {
  /** As the world would be then. */
  readonly world: World;
  readonly outcome: Outcome;
  readonly happenings: readonly Happening[];
}

/** Has something done in a copy of a world, so that the world itself stays as it is. It takes as long as saving and loading. */
export function rehearse<Result>(world: World, act: (copy: World) => Result): Result {
  const copy = loadWorld(saveWorld(world), world.clock.now);
  try {
    return act(copy);
  } finally {
    takeOverIds(world, copy);
  }
}

/** Lets somebody do something in a copy of a world, so that the world itself stays as it is. It takes as long as saving and loading. */
export function dryRun(world: World, phone: Phone, act: Act): DryRun | Refusal {
  const copy = loadWorld(saveWorld(world), world.clock.now);
  const outcome = performOnPhone(copy, phone, act);
  if (outcome instanceof Refusal) return outcome;
  const happenings = copy.happenings.filter(({ sequence }) => sequence > world.counters.happenings);
  return { world: copy, outcome, happenings };
}
