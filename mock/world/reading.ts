import type { Device } from './devices.ts';
import { findGroup, type Group, type Jid } from './groups.ts';
import type { Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import { mustBeAllowed } from './roles.ts';
import type { World } from './world.ts';

/** Every group that a device takes part in, communities and announcement groups among them, in the order of `Device.groups`. */
export function listGroups(world: World, device: Device): Group[] {
  return [...device.groups].map((jid) => findGroup(world, jid));
}

/** A group for somebody who takes part in it. */
export function readGroup(world: World, jid: Jid, phone: Phone): Group {
  const group = findGroup(world, jid);
  mustBeAllowed(world, group, phone, 'read');
  return group;
}

/** A community for somebody who takes part in it. Refuses a group that is none. */
export function readCommunity(world: World, jid: Jid, phone: Phone): Group {
  const group = readGroup(world, jid, phone);
  if (group.kind !== 'community') throw new Refusal('not-a-community');
  return group;
}
