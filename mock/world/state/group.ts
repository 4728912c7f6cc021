import type { Role } from '../../../spec/facts/index.ts';
import type { GroupJid, LinkCode, Phone } from './id.ts';
import type { Ledger } from './ledger.ts';

/** What the members of a group can change about it. */
export interface Settings {
  readonly name: string;
  readonly topic: string;
  readonly announcement: boolean;
  readonly locked: boolean;
  readonly joinApproval: boolean;
  readonly memberAddMode: 'admin' | 'all';
  /** Off, one day, one week, ninety days. Source: `whatsmeow: group.go, SetDisappearingTimer`. */
  readonly ephemeralSeconds: 0 | 86400 | 604800 | 7776000;
  readonly pictureId: string | undefined;
}

/** By what the people of a group are called: phone numbers, or LIDs. The words are those of whatsmeow. */
export type AddressingMode = 'pn' | 'lid';

/** The settings that a new group is given; the others are the usual ones. */
export type NewSettings = Partial<Settings> & Pick<Settings, 'name'>;

/** Somebody waits to be let in. */
export interface JoinRequest {
  readonly phone: Phone;
  /** In milliseconds. */
  readonly at: number;
  /** The member who is no admin and tried to add them; undefined when they asked themselves. */
  readonly addedBy: Phone | undefined;
}

/** What groups of every kind have. */
export interface AnyGroup {
  readonly jid: GroupJid;
  /** Who created it; stays when the creator leaves. */
  readonly owner: Phone;
  /** In milliseconds. */
  readonly createdAt: number;
  readonly settings: Settings;
  /** Whether people are called by their numbers or by their LIDs. */
  readonly addressing: AddressingMode;
  /** In the order of joining. */
  readonly members: ReadonlyMap<Phone, Role>;
  readonly inviteCode: LinkCode;
  readonly joinRequests: Ledger<JoinRequest>;
  /** Those whom an admin removed, until they are members again. */
  readonly removed: Ledger<Phone>;
  /** When somebody left of their own accord: the last two times, in milliseconds. */
  readonly departures: Ledger<readonly number[]>;
  /** Counts up with every change of the group. What its members are like is not a part of it. */
  readonly revision: number;
}

/** A group that stands alone, or that is linked to a community. */
export interface PlainGroup extends AnyGroup {
  readonly kind: 'group';
  /** The community that it is linked to. */
  readonly parent: GroupJid | undefined;
}

/** The parent group of a community. */
export interface CommunityGroup extends AnyGroup {
  readonly kind: 'community';
  readonly announcementGroup: GroupJid;
  readonly linked: ReadonlySet<GroupJid>;
  /** Members who are there only because a linked group brought them. */
  readonly brought: ReadonlySet<Phone>;
}

/** The group that comes with a community. */
export interface AnnouncementGroup extends AnyGroup {
  readonly kind: 'announcement';
  /** Its community. */
  readonly parent: GroupJid;
}

/** A group of any kind. */
export type Group = PlainGroup | CommunityGroup | AnnouncementGroup;

/** The community of an announcement group or of a linked group. */
export function parentOf(group: Group): GroupJid | undefined {
  return group.kind === 'community' ? undefined : group.parent;
}

/** Whether somebody is an admin of a group, the creator included. */
export function isAdmin(group: Group, phone: Phone): boolean {
  const role = group.members.get(phone);
  return role === 'admin' || role === 'creator';
}
