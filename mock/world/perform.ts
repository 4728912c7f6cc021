import { carryOut, type ScriptedRows } from './apply/apply.ts';
import { meet } from './apply/meet.ts';
import type { Row } from './decision.ts';
import { Refusal, refuse } from './refusals.ts';
import { decideAct, type RefusalOfAct } from './rules/acts.ts';
import type { Act } from './state/act.ts';
import type { GroupJid, Phone } from './state/id.ts';
import type { World } from './state/world.ts';

/** What an act led to. */
export interface Outcome {
  /** The group that it was about; it may have ended. */
  readonly group: GroupJid;
  /** One for each participant of the act. */
  readonly rows: readonly Row[];
  /** True when an admin has to approve first. */
  readonly pending: boolean;
}

/** No row fails but by the rules. */
export const NO_ROWS: ScriptedRows = new Map();

/** Decides an act, and carries it out unless it is refused. */
export function perform<One extends Act>(
  world: World,
  phone: Phone,
  act: One,
  scripted: ScriptedRows = NO_ROWS,
): Outcome | RefusalOfAct<One['do']> {
  // Their rows tell their LIDs, by which they are known from then on.
  if ('people' in act) for (const id of act.people) meet(world, id);
  const decision = decideAct(world, phone, act);
  if (decision instanceof Refusal) return decision;
  const rows = carryOut(world, decision, scripted);
  return { group: decision.group, rows, pending: decision.pending === true };
}

/** The same on the phone of a person, who has to be on WhatsApp. */
export function performOnPhone(world: World, phone: Phone, act: Act): Outcome | Refusal {
  const person = meet(world, phone);
  return person.onWhatsApp ? perform(world, person.phone, act) : refuse('not-on-whatsapp', `It is ${phone}.`);
}
