import { LIMITS } from '../../spec/facts/index.ts';
import { HOUR, momentAfter } from './clock.ts';
import {
  type Arrivals,
  announcementGroupOf,
  communityOf,
  enterWithCommunity,
  mustHaveRoom,
  tellArrivals,
} from './communities.ts';
import { record } from './events.ts';
import { findGroup, type Group, type Jid, newInviteCode } from './groups.ts';
import { askToJoin } from './join-requests.ts';
import type { Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import { mustBeAllowed } from './roles.ts';
import type { World } from './world.ts';

/** An invite for one person, made when their privacy forbids adding them. */
export interface PrivateInvite {
  /** 16 letters and digits. */
  readonly code: string;
  readonly group: Jid;
  readonly inviter: Phone;
  readonly invited: Phone;
  /** In milliseconds. */
  readonly expiresAt: number;
  used: boolean;
}

/** What joining led to. */
export interface Joined {
  group: Group;
  /** True when an admin has to approve first. */
  pending: boolean;
}

/** How long a private invite is valid. */
const PRIVATE_INVITE_VALID = LIMITS['private-invite-hours'].most * HOUR;

/** The code of the invite link. Reading it never changes it. */
export function readInviteCode(world: World, group: Group, admin: Phone): string {
  mustBeAllowed(world, group, admin, 'get-invite-link');
  return group.inviteCode;
}

/** Gives the group a new invite code; the old one is dead at once. */
export function resetInviteCode(world: World, group: Group, admin: Phone): string {
  mustBeAllowed(world, group, admin, 'reset-invite-link');
  group.inviteCode = newInviteCode(world);
  world.inviteCodes.set(group.inviteCode, group.jid);
  record(world, group, admin, { kind: 'link-reset', code: group.inviteCode });
  return group.inviteCode;
}

/**
 * Joins by the code of an invite link, or asks to where approval is on. The link of a community leads into its
 * announcement group. Who `mustAsk` is refused where there is nothing to ask for.
 */
export function joinByLink(
  world: World,
  phone: Phone,
  code: string,
  { mustAsk = false }: { mustAsk?: boolean } = {},
): Joined {
  const jid = world.inviteCodes.get(code);
  if (jid === undefined) throw new Refusal('no-such-invite');
  const group = findGroup(world, jid);
  if (group.inviteCode !== code) throw new Refusal('invite-link-reset');

  const door = announcementGroupOf(world, group) ?? group;
  if (door.members.has(phone)) throw new Refusal('already-a-member');
  const community = communityOf(world, group);
  const wasRemoved = door.removed.has(phone) || community?.removed.has(phone) === true;
  if (wasRemoved && world.rulings['rejoin-after-removal'] === 'refused')
    throw new Refusal('removed-by-admin');

  // An announcement group has no approval of its own: its community's counts.
  const gate = door.kind === 'announcement' ? (community ?? door) : door;
  if (gate.settings.joinApproval) {
    askToJoin(world, gate, phone);
    return { group, pending: world.rulings['join-pending-flag'] === 'reported' };
  }
  if (mustAsk) throw new Refusal('join-approval-off');
  letIn(world, door, phone);
  return { group, pending: false };
}

/** Joins by a private invite: once, while it is valid, for the invited person. Approval is not asked for. */
export function joinByPrivateInvite(
  world: World,
  phone: Phone,
  { code, group: jid, inviter }: { code: string; group: Jid; inviter: Phone },
): Joined {
  const group = findGroup(world, jid);
  const door = announcementGroupOf(world, group) ?? group;
  const invite = world.privateInvites.get(code);
  if (invite?.group !== door.jid || invite.inviter !== inviter) throw new Refusal('no-such-invite');
  if (invite.invited !== phone) throw new Refusal('private-invite-of-another');
  if (invite.used) throw new Refusal('private-invite-used');
  if (world.clock.now() >= invite.expiresAt) throw new Refusal('private-invite-expired');
  if (door.members.has(phone)) throw new Refusal('already-a-member');
  letIn(world, door, phone);
  invite.used = true;
  return { group, pending: false };
}

/** Makes a private invite to hand to a person. */
export function createPrivateInvite(
  world: World,
  group: Group,
  inviter: Phone,
  invited: Phone,
): PrivateInvite {
  const code = world.ids.privateInviteCode();
  const expiresAt = momentAfter(world.clock.now(), PRIVATE_INVITE_VALID);
  const invite: PrivateInvite = { code, group: group.jid, inviter, invited, expiresAt, used: false };
  world.revision += 1;
  world.privateInvites.set(code, invite);
  return invite;
}

function letIn(world: World, group: Group, phone: Phone): void {
  mustHaveRoom(world, group, phone);
  const arrivals: Arrivals = new Map();
  enterWithCommunity(world, group, phone, arrivals);
  tellArrivals(world, arrivals, phone, group, 'invite');
}
