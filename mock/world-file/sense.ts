import type { Issue } from '../../spec/index.ts';
import { announcementsOf } from '../scenarios/stage.ts';
import { membersLimit, type Phone, type World } from '../world/index.ts';
import type { Cast, Named } from './cast.ts';
import { type Community, type Group, type WorldFile, WorldFileError } from './world-file.ts';

/** The lists of those who are in a group when it is made. */
export const LISTS = ['admins', 'members', 'removed', 'left'] as const;

/** More memberships than this take longer than anybody waits. */
const MOST_MEMBERSHIPS = 200_000;

/** Those whom a list of a group names. Throws a `WorldFileError` for nobody. */
export function listOf(
  cast: Cast,
  field: string,
  group: Group | Community,
  list: (typeof LISTS)[number],
): Named[] {
  return (group[list] ?? []).map((name, index) => {
    const at = `${field}.${list}[${index}]`;
    return { field: at, phone: cast.phoneOf(at, name) };
  });
}

/** Throws a `WorldFileError` where a file contradicts itself: a name of two groups, somebody twice in one. */
export function mustMakeSense(world: World, file: WorldFile, cast: Cast): void {
  const issues: Issue[] = [];
  const owners = new Map<string, string>();
  let memberships = 0;
  for (const { field, name, group, isCommunity, creator } of everyGroup(file, cast)) {
    for (const one of isCommunity ? [name, announcementsOf(name)] : [name]) {
      const owner = owners.get(one);
      if (owner !== undefined) issues.push({ field, message: `has the name of ${owner}`, value: one });
      owners.set(one, field);
    }
    const listed = LISTS.flatMap((list) => listOf(cast, field, group, list));
    const own = group.creator === undefined ? creator : cast.phoneOf(`${field}.creator`, group.creator);
    issues.push(...doubles([{ field: `${field}.creator`, phone: own }, ...listed], field));
    memberships +=
      listed.length + ('full' in group && group.full === true ? membersLimit(world, 'group') : 0);
  }
  if (memberships > MOST_MEMBERSHIPS) {
    const message = `have too many members together: ${MOST_MEMBERSHIPS} is the most`;
    issues.push({ field: 'groups', message, value: memberships });
  }
  if (issues.length > 0) throw new WorldFileError(issues);
}

interface Place {
  readonly field: string;
  readonly name: string;
  readonly group: Group | Community;
  readonly isCommunity: boolean;
  /** Who creates it unless it says so itself. */
  readonly creator: Phone;
}

/** Every group and community, in the order in which they are made. */
function* everyGroup({ groups = {}, communities = {} }: WorldFile, cast: Cast): Iterable<Place> {
  const creator = cast.first;
  for (const [name, group] of Object.entries(groups))
    yield { field: `groups.${name}`, name, group, isCommunity: false, creator };
  for (const [name, community] of Object.entries(communities)) {
    const field = `communities.${name}`;
    yield { field, name, group: community, isCommunity: true, creator };
    const own =
      community.creator === undefined ? creator : cast.phoneOf(`${field}.creator`, community.creator);
    for (const [inner, group] of Object.entries(community.groups ?? {}))
      yield { field: `${field}.groups.${inner}`, name: inner, group, isCommunity: false, creator: own };
  }
}

/** Who left may have left before, and the creator may have left. */
function doubles(listed: readonly Named[], group: string): Issue[] {
  const seen = new Map<Phone, string>();
  return listed.flatMap(({ field, phone }) => {
    const before = seen.get(phone);
    seen.set(phone, field);
    const isLeft = (one: string) => one.startsWith(`${group}.left[`);
    const mayLeave = before !== undefined && (isLeft(before) || before === `${group}.creator`);
    if (before === undefined || (mayLeave && isLeft(field))) return [];
    return [{ field, message: `is in ${before} already`, value: phone }];
  });
}
