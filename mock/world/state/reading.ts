import { spellingsOf } from '../../../spec/facts/index.ts';
import { membersLimit } from '../limits.ts';
import type { AnnouncementGroup, CommunityGroup, Group } from './group.ts';
import { parentOf } from './group.ts';
import type { GroupJid, Lid, PersonId, Phone } from './id.ts';
import { createPerson, type Person } from './person.ts';
import type { World } from './world.ts';

const isPhone = (id: PersonId): id is Phone => /^[0-9]+$/.test(id);
const isLid = (id: PersonId): id is Lid => id.endsWith('@lid');

/** The number of whoever is called so: the one way from an id to somebody. Behind a LID there is somebody when it was met. */
export function phoneOf(world: World, id: PersonId): Phone | undefined {
  if (isLid(id)) return world.lids.get(id);
  return ownerOf(world, isPhone(id) ? id : id.replace(/[:@].*$/s, '').replace(/\D/g, ''));
}

/** The other numbers by which somebody is known. */
export function aliasesOf(world: World, { phone, aliases }: Person): Phone[] {
  if (aliases !== undefined) return [...aliases];
  const other = spell(world, phone)?.other;
  return other === undefined || world.people.has(other) ? [] : [other];
}

/** Whoever was met by this number, is said to have it as well, or has it in another spelling; undefined for a stranger. */
export function metBy(world: World, number: Phone): Phone | undefined {
  const { people, aliases } = world;
  if (people.has(number)) return number;
  const owner = aliases.get(number);
  if (owner !== undefined) return owner;
  const other = spell(world, number)?.other ?? '';
  const known = people.get(other);
  return known !== undefined && known.aliases === undefined ? other : undefined;
}

/** A stranger is called by the usual spelling of their number, unless somebody goes by that one alone. */
function ownerOf(world: World, number: Phone): Phone {
  const met = metBy(world, number);
  if (met !== undefined) return met;
  const usual = spell(world, number)?.usual;
  return usual === undefined || world.people.has(usual) ? number : usual;
}

/** The other spelling of a number, and the usual one of the two; undefined where it has but one. */
function spell({ rulings }: World, number: Phone): { other: Phone; usual: Phone } | undefined {
  const spelled = spellingsOf(number);
  const choice = rulings['number-spelling'];
  if (spelled === undefined || choice === 'as-given') return undefined;
  const { longer, shorter, jidIsLonger } = spelled;
  const isLonger = choice === 'longest' || (choice === 'whatsapp' && jidIsLonger);
  return { other: number === longer ? shorter : longer, usual: isLonger ? longer : shorter };
}

/**
 * The person of a number, as they are or as they will be when they are met. The digits of a LID that was met, which a client
 * without its `@lid` takes for a number, are on nobody's WhatsApp.
 */
export function personOf(world: World, phone: Phone): Person {
  const known = world.people.get(phone);
  if (known !== undefined) return known;
  const person = createPerson(phone, world.ids.lid(phone));
  return world.lids.has(`${phone}@lid`) ? { ...person, onWhatsApp: false } : person;
}

/** The person of a phone number, a user JID or a LID, in any of the spellings that WUTS takes. */
export function findPerson(world: World, id: string): Person {
  const known = world.people.get(id);
  if (known !== undefined) return known;
  const phone = phoneOf(world, id);
  return phone === undefined ? createPerson('', id) : personOf(world, phone);
}

/** Whether something in a group is about somebody: they are in it, own it, asked for it, were removed, or left. */
export function hasNoted(
  { members, joinRequests, removed, departures, owner }: Group,
  phone: Phone,
): boolean {
  return owner === phone || [members, joinRequests, removed, departures].some((one) => one.has(phone));
}

/** A group that the state itself names, and that is therefore there. */
export function groupOf(world: World, jid: GroupJid): Group {
  const group = world.groups.get(jid);
  if (group === undefined) throw new Error(`The mock takes ${jid} for a group, which it is not.`);
  return group;
}

/** The community that a group belongs to, or is; undefined for a group that is not linked. */
export function communityOf(world: World, group: CommunityGroup | AnnouncementGroup): CommunityGroup;
/** Any group may stand alone. */
export function communityOf(world: World, group: Group): CommunityGroup | undefined;
/** What both have in common. */
export function communityOf(world: World, group: Group): CommunityGroup | undefined {
  if (group.kind === 'community') return group;
  const parent = parentOf(group);
  return parent === undefined ? undefined : ofKind(groupOf(world, parent), 'community');
}

/** The announcement group of a community, or the group itself when it is one. */
export function announcementGroupOf(
  world: World,
  group: CommunityGroup | AnnouncementGroup,
): AnnouncementGroup {
  return group.kind === 'announcement'
    ? group
    : ofKind(groupOf(world, group.announcementGroup), 'announcement');
}

/** The group into which people come by this one: they enter a community by its announcement group. */
export function doorOf(world: World, group: Group): Exclude<Group, CommunityGroup> {
  return group.kind === 'community' ? announcementGroupOf(world, group) : group;
}

/** How many more members a group may have. */
export function roomIn(world: World, group: Group): number {
  return Math.max(0, membersLimit(world, group.kind) - group.members.size);
}

function ofKind<Kind extends Group['kind']>(group: Group, kind: Kind): Extract<Group, { kind: Kind }> {
  if (group.kind !== kind)
    throw new Error(`The mock takes ${group.jid} for a "${kind}", but it is a "${group.kind}".`);
  return group as Extract<Group, { kind: Kind }>;
}
