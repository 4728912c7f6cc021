import type { RowCode } from '../../spec/facts/index.ts';
import { takeOverIds } from './apply/apply.ts';
import type { Rows } from './decision.ts';
import { type Outcome, performOnPhone } from './perform.ts';
import { Refusal, refuse } from './refusals.ts';
import { decideAct } from './rules/acts.ts';
import { loadWorld, saveWorld } from './snapshot/world.ts';
import type { Act } from './state/act.ts';
import type { Happening } from './state/domain-event.ts';
import type { Phone } from './state/id.ts';
import { findPerson } from './state/reading.ts';
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
    takeOverIds(world, copy.ids);
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

/** What the rules say of an act: that it is refused, or else what becomes of the row of each person. */
export type Ruling =
  | Refusal
  | { readonly pending: boolean; readonly codes: readonly (RowCode | undefined)[] };

/** Asks the rules about acts, each as if it were the only one. Nothing is changed, nobody is met, and the ids go on as if nobody had asked. */
export function askRules(world: World, phone: Phone, acts: readonly Act[]): Ruling[] {
  const { seed, state } = world.ids;
  const person = findPerson(world, phone);
  try {
    return acts.map((act) => {
      if (!person.onWhatsApp) return refuse('not-on-whatsapp', `It is ${phone}.`);
      const decision = decideAct(world, person.phone, act);
      if (decision instanceof Refusal) return decision;
      return { pending: decision.pending === true, codes: codesOf(world, decision.rows) };
    });
  } finally {
    takeOverIds(world, { seed, state });
  }
}

/** In a group that is yet to be made no row can be judged. */
function codesOf({ groups }: World, rows: Rows | undefined): (RowCode | undefined)[] {
  if (rows === undefined || !groups.has(rows.group)) return [];
  return rows.people.map((person) => rows.fails(person));
}
