import type { Action } from '../../../spec/facts/index.ts';
import { Refusal, refuse } from '../refusals.ts';
import { type Denial, type GroupFor, whyNot } from '../roles.ts';
import type { Device } from '../state/device.ts';
import type { Group } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { groupOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';

/** The group of a JID. */
export function findGroup(world: World, jid: GroupJid): Group | Refusal<'not-found'> {
  return world.groups.get(jid) ?? refuse('no-such-group');
}

/** The group of a JID, for somebody who takes part in it and whom the role table lets do a thing. */
export function findGroupTo<Tried extends Action>(
  world: World,
  jid: GroupJid,
  phone: Phone,
  action: Tried,
): GroupFor<Tried> | Refusal<'not-found'> | Denial<Tried> {
  const group = findGroup(world, jid);
  if (group instanceof Refusal) return group;
  // The role table lets nobody do it with a group of another kind.
  return whyNot(world, group, phone, action) ?? (group as GroupFor<Tried>);
}

/** A community for somebody who takes part in it. */
export function findCommunity(world: World, jid: GroupJid, phone: Phone) {
  const group = findGroupTo(world, jid, phone, 'read');
  if (group instanceof Refusal || group.kind === 'community') return group;
  return refuse('not-a-community');
}

/** Every group that a device takes part in, communities and announcement groups among them, in the order of `Device.groups`. */
export function listGroups(world: World, device: Device): Group[] {
  return [...device.groups].map((jid) => groupOf(world, jid));
}

/** The code of the invite link of a group. Reading it never changes it. */
export function findInviteCode(world: World, jid: GroupJid, admin: Phone) {
  const group = findGroupTo(world, jid, admin, 'get-invite-link');
  return group instanceof Refusal ? group : group.inviteCode;
}
