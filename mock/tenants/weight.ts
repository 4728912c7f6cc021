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

/** How many things of a world are counted one by one when it is weighed. */
export function countOf({ groups, devices, happenings, agenda }: World): number {
  return groups.size + devices.size + happenings.length + agenda.length;
}

/** About how many bytes a tenant takes by what is counted as it comes and goes. */
export function countedWeightOf({ world, faults, journal }: Tenant): number {
  const { people, groups, memberships, inviteCodes, privateInvites } = world;
  const codes = inviteCodes.size + privateInvites.size;
  let weight = journal.bytes;
  // There are few, and each may be as large as a body; every call looks at all of them anyway.
  for (const { asked } of faults.list()) weight += weightOfText(asked);
  return weight + EMPTY + PERSON * people.size + GROUP * groups.size + MEMBER * memberships + CODE * codes;
}

/** About how many bytes a world takes beside that: each thing has to be looked at. */
export function weightOf({ groups, happenings, agenda, devices }: World): number {
  let weight = 0;
  for (const { joinRequests, removed, departures, settings } of groups.values()) {
    weight += MEMBER * (joinRequests.size + removed.size + departures.size);
    weight += CHARACTER * settings.topic.length;
  }
  for (const { change, audience } of happenings) {
    const people = 'people' in change ? change.people.length : 0;
    const act = 'act' in change ? weightOfText(change.act) : 0;
    weight += HAPPENING + act + 8 * (people + audience.length);
  }
  for (const { act } of agenda) weight += APPOINTMENT + weightOfText(act);
  for (const device of devices.values()) weight += weightOfDevice(device);
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

/** By the objects, which do not change. */
const TEXTS = new WeakMap<object, number>();

/** About how many bytes an object takes, as the text that it is in JSON. */
function weightOfText(value: object): number {
  const known = TEXTS.get(value) ?? CHARACTER * JSON.stringify(value).length;
  TEXTS.set(value, known);
  return known;
}

/** About how many bytes so many groups take with so many members each, who were not met before. */
export function weightOfGroups(groups: number, members: number): number {
  return groups * (GROUP + members * (MEMBER + PERSON));
}
