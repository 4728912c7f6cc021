import { type JoinReason, record } from './events.ts';
import { type Community, enter, exit, findGroup, type Group, type Jid, roomIn } from './groups.ts';
import { linkedGroupsLimit } from './limits.ts';
import { letsAdd, type Phone, personOf } from './people.ts';
import { Refusal } from './refusals.ts';
import { mustBeAllowed } from './roles.ts';
import type { World } from './world.ts';

/** Who is new in which group. */
export type Arrivals = Map<Group, Phone[]>;

/** The community that a group belongs to, or is; undefined for a group that is not linked. */
export function communityOf(world: World, group: Group): Group | undefined {
  if (group.kind === 'community') return group;
  return group.parent === undefined ? undefined : findGroup(world, group.parent);
}

/** The announcement group of a community, or the group itself when it is one. */
export function announcementGroupOf(world: World, group: Group): Group | undefined {
  if (group.kind === 'announcement') return group;
  return group.community === undefined ? undefined : findGroup(world, group.community.announcementGroup);
}

/** Puts somebody into a group, and into its community when there is one; notes in `arrivals` where they are new. */
export function enterWithCommunity(world: World, group: Group, phone: Phone, arrivals: Arrivals): void {
  enterNew(world, group, phone, arrivals);
  const community = communityOf(world, group);
  if (community === undefined) return;
  if (group.kind === 'announcement') {
    partsOf(community).brought.delete(phone);
    community.joinRequests.delete(phone);
    if (!community.members.has(phone)) enterNew(world, community, phone, arrivals);
  } else {
    bring(world, community, phone, arrivals);
  }
}

/** Tells who arrived where, and why: `reason` for the group that they went to, else that a linked group brought them. */
export function tellArrivals(
  world: World,
  arrivals: Arrivals,
  actor: Phone,
  door: Group,
  reason: JoinReason | 'created',
): void {
  for (const [group, people] of arrivals) {
    const why = group === door || door.kind === 'announcement' ? reason : 'linked_group_join';
    record(
      world,
      group,
      actor,
      why === 'created' ? { kind: why, people } : { kind: 'joined', people, reason: why },
    );
  }
}

/**
 * Takes somebody out of a group. Out of a community means out of all its groups;
 * out of the last linked group means out of the community, for those whom a linked group brought.
 */
export function exitWithCommunity(world: World, group: Group, phone: Phone, actor: Phone): void {
  if (group.community === undefined) {
    const community = communityOf(world, group);
    exit(world, group, phone, actor);
    if (community !== undefined) releaseIfLast(world, community, phone, actor);
    return;
  }
  for (const jid of group.community.linked) {
    const linked = findGroup(world, jid);
    if (linked.members.has(phone)) exit(world, linked, phone, actor);
  }
  leaveBothSides(world, group, phone, actor);
}

/** Links a group to a community and pulls its members in, except those whose privacy forbids it. */
export function linkGroup(world: World, community: Group, childJid: Jid, admin: Phone): void {
  mustBeAllowed(world, community, admin, 'hold-groups');
  reportOrSwallow(world, () => {
    const child = findGroup(world, childJid);
    mustBeAllowed(world, child, admin, 'be-linked');
    if (child.parent !== undefined) throw new Refusal('linked-already', `It is linked to ${child.parent}.`);
    mustHaveRoomForGroup(world, community);
    const newcomers = [...child.members.keys()].filter((phone) =>
      mayBeBrought(world, community, phone, admin),
    );
    if (newcomers.length > roomIn(world, community)) throw new Refusal('community-full');
    attach(community, child);
    tellLinked(world, community, child, admin, 'linked');
    const arrivals: Arrivals = new Map();
    for (const phone of newcomers) bring(world, community, phone, arrivals);
    for (const [group, people] of arrivals)
      record(world, group, admin, { kind: 'joined', people, reason: 'auto_add' });
  });
}

/** Unlinks a group; it keeps its members, and the ruling `unlink-members` says whether the community does. */
export function unlinkGroup(world: World, community: Group, childJid: Jid, admin: Phone): void {
  mustBeAllowed(world, community, admin, 'hold-groups');
  reportOrSwallow(world, () => {
    const child = findGroup(world, childJid);
    mustBeAllowed(world, child, admin, 'be-linked');
    if (child.parent !== community.jid) throw new Refusal('not-linked-here');
    tellLinked(world, community, child, admin, 'unlinked');
    child.parent = undefined;
    partsOf(community).linked.delete(child.jid);
    if (world.rulings['unlink-members'] === 'leave-community') {
      for (const phone of child.members.keys()) releaseIfLast(world, community, phone, admin);
    }
  });
}

/** The community inside which somebody makes a group. Refuses unless they are its admin and there is room. */
export function findCommunityToHold(world: World, jid: string, admin: Phone): Group {
  const community = findGroup(world, jid);
  mustBeAllowed(world, community, admin, 'hold-groups');
  mustHaveRoomForGroup(world, community);
  return community;
}

/** Makes a group one of the linked groups of a community. */
export function attach(community: Group, child: Group): void {
  child.parent = community.jid;
  partsOf(community).linked.add(child.jid);
}

/** Tells the community, the group and its new siblings. */
export function tellLinked(
  world: World,
  community: Group,
  child: Group,
  actor: Phone,
  kind: 'linked' | 'unlinked',
): void {
  record(world, community, actor, { kind, type: 'sub_group', jid: child.jid });
  record(world, child, actor, { kind, type: 'parent_group', jid: community.jid });
  for (const jid of partsOf(community).linked) {
    if (jid === child.jid) continue;
    record(world, findGroup(world, jid), actor, { kind, type: 'sibling_group', jid: child.jid });
  }
}

/** Refuses when one more member is one too many, for the group or for its community. */
export function mustHaveRoom(world: World, group: Group, phone: Phone): void {
  if (roomIn(world, group) === 0) throw new Refusal(group.kind === 'group' ? 'group-full' : 'community-full');
  const community = communityOf(world, group);
  if (community !== undefined && !community.members.has(phone) && roomIn(world, community) === 0) {
    throw new Refusal('community-full');
  }
}

/** whatsmeow drops what WhatsApp answers about the child group; the ruling `link-refusal` does as it does. */
function reportOrSwallow(world: World, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal) || world.rulings['link-refusal'] === 'reported') throw error;
  }
}

function mustHaveRoomForGroup(world: World, community: Group): void {
  const limit = linkedGroupsLimit(world);
  if (partsOf(community).linked.size >= limit) {
    throw new Refusal('too-many-groups-in-community', `The limit is ${limit}.`);
  }
}

function mayBeBrought(world: World, community: Group, phone: Phone, admin: Phone): boolean {
  const person = personOf(world, phone);
  return !community.members.has(phone) && !person.blocked.has(admin) && letsAdd(person, admin);
}

/** Puts somebody into a community because one of its groups has them. */
function bring(world: World, community: Group, phone: Phone, arrivals: Arrivals): void {
  if (community.members.has(phone)) return;
  enterNew(world, community, phone, arrivals);
  const { announcementGroup, brought } = partsOf(community);
  enterNew(world, findGroup(world, announcementGroup), phone, arrivals);
  brought.add(phone);
}

function enterNew(world: World, group: Group, phone: Phone, arrivals: Arrivals): void {
  enter(world, group, phone, 'member');
  const people = arrivals.get(group);
  if (people === undefined) arrivals.set(group, [phone]);
  else people.push(phone);
}

/** Ends the membership of somebody whom a linked group brought, when no linked group has them any more. */
function releaseIfLast(world: World, community: Group, phone: Phone, actor: Phone): void {
  const { brought, linked } = partsOf(community);
  if (!brought.has(phone)) return;
  for (const jid of linked) if (findGroup(world, jid).members.has(phone)) return;
  leaveBothSides(world, community, phone, actor);
}

function leaveBothSides(world: World, community: Group, phone: Phone, actor: Phone): void {
  const parts = partsOf(community);
  parts.brought.delete(phone);
  const announcementGroup = findGroup(world, parts.announcementGroup);
  if (announcementGroup.members.has(phone)) exit(world, announcementGroup, phone, actor);
  exit(world, community, phone, actor);
}

/** What only a community has. */
function partsOf({ jid, community }: Group): Community {
  if (community === undefined) throw new Error(`The mock takes ${jid} for a community, which it is not.`);
  return community;
}
