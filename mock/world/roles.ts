import {
  type Action,
  type DeniedBy,
  type Kind,
  type Opening,
  type ROLE_TABLE,
  refusalOf,
} from '../../spec/facts/index.ts';
import { type CodeOf, Refusal, refuse } from './refusals.ts';
import type { Group, Settings } from './state/group.ts';
import type { Phone } from './state/id.ts';
import type { World } from './state/world.ts';

const OPENINGS: Record<Opening, (settings: Settings) => boolean> = {
  unlocked: ({ locked }) => !locked,
  'all-add': ({ memberAddMode }) => memberAddMode === 'all',
};

/** The refusal of somebody who may not do a thing. Whether a group of others is forbidden or not found is a ruling. */
export type Denial<Tried extends Action> = Refusal<CodeOf<DeniedBy<Tried>> | 'not-found'>;

/** The groups with which a thing can be done at all. */
export type GroupFor<Tried extends Action> = Extract<
  Group,
  { kind: { [Of in Kind]: (typeof ROLE_TABLE)[Tried][Of] extends 'nobody' ? never : Of }[Kind] }
>;

/** Why somebody may not do a thing with a group: they do not take part in it, or the role table does not let them. */
export function whyNot<Tried extends Action>(
  { rulings }: World,
  group: Group,
  phone: Phone,
  action: Tried,
): Denial<Tried> | undefined {
  const role = group.members.get(phone);
  const rule = refusalOf(action, group.kind, role, (opening) => OPENINGS[opening](group.settings));
  if (rule === undefined) return undefined;
  if (role === undefined && rulings['not-participant'] === '404') return new Refusal(rule, 'not-found');
  // The type says again, by action, what the table says.
  return refuse(rule) as Denial<Tried>;
}
