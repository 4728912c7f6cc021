import { type Change, decide } from '../decision.ts';
import { Refusal, refuse } from '../refusals.ts';
import type { Group } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { doorOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { enterWithCommunity, whyNoRoom } from './communities.ts';
import { findGroup, findGroupTo } from './reading.ts';

/** Somebody wants in, or a member wants them in. Asking twice is still one request. */
export function ask(world: World, { jid, joinRequests }: Group, phone: Phone, addedBy?: Phone): Change[] {
  if (joinRequests.has(phone)) return [];
  return [{ kind: 'ask', group: jid, request: { phone, at: world.clock.now(), addedBy } }];
}

/** The person thinks better of it. */
export function cancelJoinRequest(world: World, jid: GroupJid, phone: Phone) {
  const group = findGroup(world, jid);
  if (group instanceof Refusal) return group;
  if (!group.joinRequests.has(phone)) return refuse('no-join-request');
  return decide(jid, [{ kind: 'cancel-request', group: jid, phone }]);
}

/** An admin lets somebody in. A full group refuses, and the request stays. */
export function approveJoinRequest(world: World, jid: GroupJid, admin: Phone, phone: Phone) {
  const group = findGroupTo(world, jid, admin, 'decide-join-request');
  if (group instanceof Refusal) return group;
  if (!group.joinRequests.has(phone)) return refuse('no-join-request');
  const door = doorOf(world, group);
  return (
    whyNoRoom(world, door, phone) ?? decide(jid, enterWithCommunity(world, door, phone, admin, 'invite'))
  );
}

/** An admin turns somebody away. */
export function rejectJoinRequest(world: World, jid: GroupJid, admin: Phone, phone: Phone) {
  const group = findGroupTo(world, jid, admin, 'decide-join-request');
  if (group instanceof Refusal) return group;
  if (!group.joinRequests.has(phone)) return refuse('no-join-request');
  return decide(jid, [{ kind: 'reject-request', group: jid, phone, actor: admin }]);
}
