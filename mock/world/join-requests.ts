import {
  type Arrivals,
  announcementGroupOf,
  enterWithCommunity,
  mustHaveRoom,
  tellArrivals,
} from './communities.ts';
import { record } from './events.ts';
import type { Group } from './groups.ts';
import { note } from './ledger.ts';
import type { Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import { mustBeAllowed } from './roles.ts';
import type { World } from './world.ts';

/** Somebody waits to be let in. */
export interface JoinRequest {
  readonly phone: Phone;
  /** In milliseconds. */
  readonly at: number;
  /** The member who is no admin and tried to add them; undefined when they asked themselves. */
  readonly addedBy: Phone | undefined;
}

/** Notes that somebody wants in. Asking twice is still one request. */
export function askToJoin(world: World, group: Group, phone: Phone, addedBy?: Phone): void {
  if (group.joinRequests.has(phone)) return;
  group.joinRequests = note(group.joinRequests, phone, { phone, at: world.clock.now(), addedBy });
  record(world, group, addedBy ?? phone, { kind: 'asked', people: [phone] });
}

/** The person thinks better of it. */
export function cancelJoinRequest(world: World, group: Group, phone: Phone): void {
  if (!group.joinRequests.delete(phone)) throw new Refusal('no-join-request');
  record(world, group, phone, { kind: 'request-cancelled', people: [phone] });
}

/** An admin lets somebody in. A full group refuses, and the request stays. */
export function approveJoinRequest(world: World, group: Group, admin: Phone, phone: Phone): void {
  mustBeAllowed(world, group, admin, 'decide-join-request');
  if (!group.joinRequests.has(phone)) throw new Refusal('no-join-request');
  const door = announcementGroupOf(world, group) ?? group;
  mustHaveRoom(world, door, phone);
  const arrivals: Arrivals = new Map();
  enterWithCommunity(world, door, phone, arrivals);
  tellArrivals(world, arrivals, admin, door, 'invite');
}

/** An admin turns somebody away. */
export function rejectJoinRequest(world: World, group: Group, admin: Phone, phone: Phone): void {
  mustBeAllowed(world, group, admin, 'decide-join-request');
  if (!group.joinRequests.delete(phone)) throw new Refusal('no-join-request');
  record(world, group, admin, { kind: 'request-rejected', people: [phone] });
}
