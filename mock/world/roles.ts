import { type Action, type Opening, refusalOf } from '../../spec/facts/index.ts';
import type { Group, Settings } from './groups.ts';
import type { Phone } from './people.ts';
import { notAParticipant, Refusal } from './refusals.ts';
import type { World } from './world.ts';

const OPENINGS: Record<Opening, (settings: Settings) => boolean> = {
  unlocked: ({ locked }) => !locked,
  'all-add': ({ memberAddMode }) => memberAddMode === 'all',
};

/** Refuses unless somebody takes part in the group and the role table lets them. */
export function mustBeAllowed(world: World, group: Group, phone: Phone, action: Action): void {
  const role = group.members.get(phone);
  if (role === undefined) throw notAParticipant(world);
  const rule = refusalOf(action, group.kind, role, (opening) => OPENINGS[opening](group.settings));
  if (rule !== undefined) throw new Refusal(rule);
}
