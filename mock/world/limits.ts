import type { Kind } from '../../spec/facts/index.ts';
import type { World } from './state/world.ts';

/** The most members of a group; an announcement group has room for the whole community. */
export function membersLimit({ rulings }: World, kind: Kind): number {
  return rulings[kind === 'group' ? 'group-members-limit' : 'community-members-limit'];
}

/** The most groups in a community, its announcement group not counted. */
export function linkedGroupsLimit({ rulings }: World): number {
  return rulings['community-groups-limit'];
}

/** The longest name of a group, in characters. */
export function nameLimit({ rulings }: World): number {
  return rulings['subject-limit'];
}
