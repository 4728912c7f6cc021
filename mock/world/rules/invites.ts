import { decide } from '../decision.ts';
import { Refusal, refuse } from '../refusals.ts';
import type { Group } from '../state/group.ts';
import type { GroupJid, LinkCode, Phone, PrivateCode } from '../state/id.ts';
import { communityOf, doorOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { enterWithCommunity, whyNoRoom } from './communities.ts';
import { newInviteCode } from './creation.ts';
import { ask } from './join-requests.ts';
import { findGroup, findGroupTo } from './reading.ts';

/** Gives the group a new invite code; the old one is dead at once. */
export function resetInviteCode(world: World, jid: GroupJid, admin: Phone) {
  const group = findGroupTo(world, jid, admin, 'reset-invite-link');
  if (group instanceof Refusal) return group;
  return decide(jid, [{ kind: 'reset-link', group: jid, code: newInviteCode(world), actor: admin }]);
}

/**
 * Joins by the code of an invite link, or asks to where approval is on. The link of a community leads into its
 * announcement group.
 */
export function joinByLink(world: World, phone: Phone, code: LinkCode) {
  const found = findByLink(world, phone, code);
  if (found instanceof Refusal) return found;
  return askAtGate(world, found, phone) ?? letIn(world, found, phone);
}

/** Asks by the code of an invite link, and is refused where there is nothing to ask for. */
export function askByLink(world: World, phone: Phone, code: LinkCode) {
  const found = findByLink(world, phone, code);
  if (found instanceof Refusal) return found;
  const asked = askAtGate(world, found, phone);
  if (asked === undefined) return refuse('join-approval-off');
  return asked instanceof Refusal ? asked : { ...asked, pending: true };
}

/** Joins by a private invite: once, while it is valid, for the invited person. Approval is not asked for. */
export function joinByPrivateInvite(
  world: World,
  phone: Phone,
  { code, group: jid, inviter }: { code: PrivateCode; group: GroupJid; inviter: Phone },
) {
  const group = findGroup(world, jid);
  if (group instanceof Refusal) return group;
  const door = doorOf(world, group);
  const invite = world.privateInvites.get(code);
  if (invite?.group !== door.jid || invite.inviter !== inviter) return refuse('no-such-invite');
  if (invite.invited !== phone) return refuse('private-invite-of-another');
  if (invite.used) return refuse('private-invite-used');
  if (world.clock.now() >= invite.expiresAt) return refuse('private-invite-expired');
  if (door.members.has(phone)) return refuse('already-a-member');
  const decision = letIn(world, group, phone);
  if (decision instanceof Refusal) return decision;
  return decide(jid, [...decision.changes, { kind: 'use-invite', code }]);
}

/** The group of an invite link, for somebody whom it may lead in. */
function findByLink(world: World, phone: Phone, code: LinkCode) {
  const jid = world.inviteCodes.get(code);
  if (jid === undefined) return refuse('no-such-invite');
  const group = findGroup(world, jid);
  if (group instanceof Refusal) return group;
  if (group.inviteCode !== code) return refuse('invite-link-reset');
  const door = doorOf(world, group);
  if (door.members.has(phone)) return refuse('already-a-member');
  const wasRemoved = door.removed.has(phone) || communityOf(world, group)?.removed.has(phone) === true;
  if (wasRemoved && world.rulings['rejoin-after-removal'] === 'refused') return refuse('removed-by-admin');
  return group;
}

/** Asks, where approval is on and there is room. An announcement group has no approval of its own: its community's counts. */
function askAtGate(world: World, group: Group, phone: Phone) {
  const gate = group.kind === 'announcement' ? (communityOf(world, group) ?? group) : group;
  if (!gate.settings.joinApproval) return undefined;
  const refusal = whyNoRoom(world, doorOf(world, group), phone);
  if (refusal !== undefined) return refusal;
  const pending = world.rulings['join-pending-flag'] === 'reported';
  return decide(group.jid, ask(world, gate, phone), { pending });
}

function letIn(world: World, group: Group, phone: Phone) {
  const door = doorOf(world, group);
  return (
    whyNoRoom(world, door, phone) ??
    decide(group.jid, enterWithCommunity(world, door, phone, phone, 'invite'))
  );
}
