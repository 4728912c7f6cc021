import type { Kind, Role } from '../../spec/facts/index.ts';
import { record } from './events.ts';
import type { JoinRequest } from './join-requests.ts';
import { type Ledger, NOTHING_NOTED } from './ledger.ts';
import { membersLimit } from './limits.ts';
import type { Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import type { World } from './world.ts';

/** `<digits>@g.us`: groups, communities and announcement groups look alike. */
export type Jid = string;

/** What the members of a group can change about it. */
export interface Settings {
  name: string;
  topic: string;
  announcement: boolean;
  locked: boolean;
  joinApproval: boolean;
  memberAddMode: 'admin' | 'all';
  /** Off, one day, one week, ninety days. Source: `whatsmeow: group.go, SetDisappearingTimer`. */
  ephemeralSeconds: 0 | 86400 | 604800 | 7776000;
  pictureId: string | undefined;
}

/** A group of any kind. */
export interface Group {
  readonly jid: Jid;
  readonly kind: Kind;
  /** Who created it; stays when the creator leaves. */
  readonly owner: Phone;
  /** In milliseconds. */
  readonly createdAt: number;
  readonly settings: Settings;
  /** In the order of joining. */
  readonly members: Map<Phone, Role>;
  inviteCode: string;
  joinRequests: Ledger<JoinRequest>;
  /** Those whom an admin removed, until they are members again. */
  removed: Ledger<Phone>;
  /** When somebody left of their own accord: the last two times, in milliseconds. */
  departures: Ledger<readonly number[]>;
  /** The community of an announcement group or of a linked group. */
  parent: Jid | undefined;
  /** What only a community has. */
  readonly community: Community | undefined;
}

/** What only a community has. */
export interface Community {
  readonly announcementGroup: Jid;
  readonly linked: Set<Jid>;
  /** Members who are there only because a linked group brought them. */
  readonly brought: Set<Phone>;
}

/** Makes a group whose creator is its first member. */
export function foundGroup(
  world: World,
  creator: Phone,
  kind: Kind,
  settings: Partial<Settings> & { name: string },
  place: { jid?: Jid; parent?: Jid; announcementGroup?: Jid } = {},
): Group {
  const group: Group = {
    jid: place.jid ?? newJid(world),
    kind,
    owner: creator,
    createdAt: world.clock.now(),
    settings: {
      topic: '',
      announcement: false,
      locked: false,
      joinApproval: false,
      memberAddMode: 'all',
      ephemeralSeconds: 0,
      pictureId: undefined,
      ...settings,
    },
    members: new Map(),
    inviteCode: newInviteCode(world),
    joinRequests: NOTHING_NOTED,
    removed: NOTHING_NOTED,
    departures: NOTHING_NOTED,
    parent: place.parent,
    community:
      place.announcementGroup === undefined
        ? undefined
        : { announcementGroup: place.announcementGroup, linked: new Set(), brought: new Set() },
  };
  world.groups.set(group.jid, group);
  world.inviteCodes.set(group.inviteCode, group.jid);
  enter(world, group, creator, 'creator');
  return group;
}

/** The group of a JID. Refuses when there is none. */
export function findGroup(world: World, jid: Jid): Group {
  const group = world.groups.get(jid);
  if (group === undefined) throw new Refusal('no-such-group');
  return group;
}

/** A JID that no group has. */
export function newJid(world: World): Jid {
  let jid = world.ids.groupJid();
  while (world.groups.has(jid)) jid = world.ids.groupJid();
  return jid;
}

/** An invite code that was never given out. */
export function newInviteCode(world: World): string {
  let code = world.ids.inviteCode();
  while (world.inviteCodes.has(code)) code = world.ids.inviteCode();
  return code;
}

/** Puts somebody into a group; whatever kept them outside is forgotten. */
export function enter(world: World, group: Group, phone: Phone, role: Role): void {
  world.revision += 1;
  group.members.set(phone, role);
  group.joinRequests.delete(phone);
  group.removed.delete(phone);
  world.devices.get(phone)?.groups.add(group.jid);
}

/**
 * Takes somebody out of a group. When the only admin goes, the longest-standing member becomes one;
 * when the last member goes, the group ends (ruling `empty-group`).
 */
export function exit(world: World, group: Group, phone: Phone, actor: Phone): void {
  group.members.delete(phone);
  world.devices.get(phone)?.groups.delete(group.jid);
  record(world, group, actor, { kind: 'left', people: [phone] }, [phone]);
  const [heir] = group.members.keys();
  if (heir === undefined) {
    if (world.rulings['empty-group'] === 'ends') end(world, group, phone);
    return;
  }
  for (const role of group.members.values()) if (role !== 'member') return;
  group.members.set(heir, 'admin');
  record(world, group, undefined, { kind: 'promoted', people: [heir] });
}

/** Whether somebody is an admin of a group, the creator included. */
export function isAdmin(group: Group, phone: Phone): boolean {
  const role = group.members.get(phone);
  return role === 'admin' || role === 'creator';
}

/** How many more members a group may have. */
export function roomIn(world: World, group: Group): number {
  return Math.max(0, membersLimit(world, group.kind) - group.members.size);
}

function end(world: World, group: Group, last: Phone): void {
  world.groups.delete(group.jid);
  if (group.parent !== undefined) world.groups.get(group.parent)?.community?.linked.delete(group.jid);
  record(world, group, undefined, { kind: 'ended' }, [last]);
}
