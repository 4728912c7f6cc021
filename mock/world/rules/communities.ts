import { type Change, type Decision, decide } from '../decision.ts';
import { linkedGroupsLimit } from '../limits.ts';
import { Refusal, refuse } from '../refusals.ts';
import { whyNot } from '../roles.ts';
import type { JoinReason } from '../state/domain-event.ts';
import type { CommunityGroup, Group } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { letsAdd } from '../state/person.ts';
import { communityOf, personOf, roomIn } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { exitIfBroughtBy } from './exit.ts';
import { findCommunity, findGroupTo } from './reading.ts';

/** Links a group to a community and pulls its members in, except those whose privacy forbids it. */
export function linkGroup(world: World, communityJid: GroupJid, childJid: GroupJid, admin: Phone) {
  const community = findCommunityOfAdmin(world, communityJid, admin);
  if (community instanceof Refusal) return community;
  return reportOrSwallow(world, communityJid, link(world, community, childJid, admin));
}

/** Unlinks a group; it keeps its members, and the ruling `unlink-members` says whether the community does. */
export function unlinkGroup(world: World, communityJid: GroupJid, childJid: GroupJid, admin: Phone) {
  const community = findCommunityOfAdmin(world, communityJid, admin);
  if (community instanceof Refusal) return community;
  return reportOrSwallow(world, communityJid, unlink(world, community, childJid, admin));
}

/** The community inside which somebody makes a group. Refuses unless they are its admin and there is room. */
export function findCommunityToHold(world: World, jid: GroupJid, admin: Phone) {
  const community = findGroupTo(world, jid, admin, 'hold-groups');
  if (community instanceof Refusal) return community;
  return whyNoRoomForGroup(world, community) ?? community;
}

/** Puts somebody into a group, and into its community when there is one. `reason` is why they come to that group. */
export function enterWithCommunity(
  world: World,
  group: Group,
  phone: Phone,
  actor: Phone,
  reason: JoinReason | 'created',
): Change[] {
  const entered: Change = { kind: 'enter', group: group.jid, phone, actor, reason };
  const community = communityOf(world, group);
  if (community === undefined) return [entered];
  if (group.kind !== 'announcement') return [entered, ...bring(community, phone, actor, 'linked_group_join')];
  const stays: Change = { kind: 'stay', group: community.jid, phone };
  if (group.members.has(phone)) return [stays];
  if (community.members.has(phone)) return [entered, stays];
  return [entered, { ...entered, group: community.jid }];
}

/** Refuses when one more member is one too many, for the group or for its community. */
export function whyNoRoom(world: World, group: Group, phone: Phone) {
  if (roomIn(world, group) === 0) return refuse(group.kind === 'group' ? 'group-full' : 'community-full');
  const community = communityOf(world, group);
  const isNew = community !== undefined && !community.members.has(phone);
  return isNew && roomIn(world, community) === 0 ? refuse('community-full') : undefined;
}

function findCommunityOfAdmin(world: World, jid: GroupJid, admin: Phone) {
  const community = findCommunity(world, jid, admin);
  if (community instanceof Refusal) return community;
  return whyNot(world, community, admin, 'hold-groups') ?? community;
}

function link(world: World, community: CommunityGroup, childJid: GroupJid, admin: Phone) {
  const child = findGroupTo(world, childJid, admin, 'be-linked');
  if (child instanceof Refusal) return child;
  if (child.parent !== undefined) return refuse('linked-already', `It is linked to ${child.parent}.`);
  const refusal = whyNoRoomForGroup(world, community);
  if (refusal !== undefined) return refusal;
  const newcomers = [...child.members.keys()].filter((phone) => mayBeBrought(world, community, phone, admin));
  if (newcomers.length > roomIn(world, community)) return refuse('community-full');
  return decide(community.jid, [
    { kind: 'link', community: community.jid, group: childJid, actor: admin },
    ...newcomers.flatMap((phone) => bring(community, phone, admin, 'auto_add')),
  ]);
}

function unlink(world: World, community: CommunityGroup, childJid: GroupJid, admin: Phone) {
  const child = findGroupTo(world, childJid, admin, 'be-linked');
  if (child instanceof Refusal) return child;
  if (child.parent !== community.jid) return refuse('not-linked-here');
  const leaves = world.rulings['unlink-members'] === 'leave-community';
  const brought = [...child.members.keys()].filter((phone) => community.brought.has(phone));
  return decide(community.jid, [
    { kind: 'unlink', community: community.jid, group: childJid, actor: admin },
    ...brought.flatMap((phone): Change[] =>
      leaves
        ? exitIfBroughtBy(world, community, childJid, phone, admin)
        : [{ kind: 'stay', group: community.jid, phone }],
    ),
  ]);
}

/** whatsmeow drops what WhatsApp answers about the child group; the ruling `link-refusal` does as it does. */
function reportOrSwallow<Refused extends Refusal>(world: World, jid: GroupJid, decision: Decision | Refused) {
  const isSwallowed = decision instanceof Refusal && world.rulings['link-refusal'] === 'swallowed';
  return isSwallowed ? decide(jid, []) : decision;
}

function whyNoRoomForGroup(world: World, { linked }: CommunityGroup) {
  const limit = linkedGroupsLimit(world);
  return linked.size < limit ? undefined : refuse('too-many-groups-in-community', `The limit is ${limit}.`);
}

function mayBeBrought(world: World, community: CommunityGroup, phone: Phone, admin: Phone): boolean {
  const person = personOf(world, phone);
  return !community.members.has(phone) && !person.blocked.has(admin) && letsAdd(person, admin);
}

/** Puts somebody into both sides of a community because one of its groups has them. */
function bring(community: CommunityGroup, phone: Phone, actor: Phone, reason: JoinReason): Change[] {
  const { jid, announcementGroup, members } = community;
  if (members.has(phone)) return [];
  return [
    { kind: 'enter', group: jid, phone, actor, reason, brought: true },
    { kind: 'enter', group: announcementGroup, phone, actor, reason },
  ];
}
