import type { Fault } from '../faults/fault.ts';
import type { Device, World } from '../world/index.ts';
import type { Tenant } from './tenant.ts';

/** What one person takes, in bytes: as all of these measured on Node 20, and rounded up. */
const PERSON = 450;

/** What a tenant takes with nothing in it, and one of each other thing in it. */
const EMPTY = 24_000;
const GROUP = 2000;
const MEMBER = 80;
const CODE = 200;
const HAPPENING = 400;
const DELIVERY = 600;
const APPOINTMENT = 500;

/** A character takes one byte or two. */
const CHARACTER = 2;

/** A fault does not change, but for its counters. */
const FAULTS = new WeakMap<Fault, number>();

/** How many things are counted one by one when a tenant is weighed. */
export function countOf({ world, faults }: Tenant): number {
  return (
    world.groups.size +
    world.devices.size +
    world.happenings.length +
    world.agenda.length +
    faults.list().length
  );
}

/** About how many bytes a world takes by what is counted as it comes and goes. */
export function countedWeightOf({ people, groups, memberships, inviteCodes, privateInvites }: World): number {
  const codes = inviteCodes.size + privateInvites.size;
  return EMPTY + PERSON * people.size + GROUP * groups.size + MEMBER * memberships + CODE * codes;
}

/** About how many bytes a tenant takes beside that and its journal: each thing has to be looked at. */
export function weightOf({ world, faults }: Tenant): number {
  let weight = 0;
  for (const { joinRequests, removed, departures, settings } of world.groups.values()) {
    weight += MEMBER * (joinRequests.size + removed.size + departures.size);
    weight += CHARACTER * settings.topic.length;
  }
  for (const { change, audience } of world.happenings) {
    const people = 'people' in change ? change.people.length : 0;
    weight += HAPPENING + 8 * (people + audience.length);
  }
  for (const { act } of world.agenda) {
    weight += APPOINTMENT + CHARACTER * (act.do === 'set-picture' ? act.image.length : 0);
  }
  for (const device of world.devices.values()) weight += weightOfDevice(device);
  for (const fault of faults.list()) weight += weightOfFault(fault);
  return weight;
}

function weightOfDevice({ webhook, outbox }: Device): number {
  let weight = 0;
  for (const [name, value] of Object.entries(webhook?.headers ?? {})) weight += name.length + value.length;
  for (const deliveries of [outbox.pending, outbox.finished]) {
    for (const { payload } of deliveries) weight += DELIVERY + CHARACTER * payload.length;
  }
  return weight;
}

function weightOfFault(fault: Fault): number {
  const known = FAULTS.get(fault) ?? CHARACTER * JSON.stringify(fault).length;
  FAULTS.set(fault, known);
  return known;
}

/** About how many bytes so many groups take with so many members each, who were not met before. */
export function weightOfGroups(groups: number, members: number): number {
  return groups * (GROUP + members * (MEMBER + PERSON));
}
