import { LIMITS, type Role, type RowCode } from '../../spec/facts/index.ts';
import { mustAllBeAddable, refusalToAdd } from './admission.ts';
import {
  type Arrivals,
  announcementGroupOf,
  communityOf,
  enterWithCommunity,
  exitWithCommunity,
  tellArrivals,
} from './communities.ts';
import { record } from './events.ts';
import { exit, type Group, isAdmin } from './groups.ts';
import { createPrivateInvite, type PrivateInvite } from './invites.ts';
import { askToJoin } from './join-requests.ts';
import { note } from './ledger.ts';
import type { Person, Phone } from './people.ts';
import { mustBeAllowed } from './roles.ts';
import type { World } from './world.ts';

/** What became of one participant of a request. */
export interface Row {
  person: Person;
  /** The role that they have now; undefined when they are not a member. */
  role: Role | undefined;
  /** Why the row failed; absent when it was carried out. */
  error?: RowCode;
  /** With 403: a private invite to hand to the person. */
  addRequest?: PrivateInvite;
}

/** Adds people, one row each. On a community they land in its announcement group. */
export function addParticipants(world: World, group: Group, adder: Phone, people: readonly Person[]): Row[] {
  mustBeAllowed(world, group, adder, 'add');
  mustAllBeAddable(world, people);
  return admit(world, announcementGroupOf(world, group) ?? group, adder, people, '');
}

/** Puts people into a group that was just created, one row each; the creator and duplicates count once. */
export function admitFirst(world: World, group: Group, creator: Phone, people: readonly Person[]): Row[] {
  const each = new Map(people.map((person) => [person.lid, person]));
  const others = [...each.values()].filter(({ phone }) => phone !== creator);
  return admit(world, group, creator, others, 'created');
}

/** Removes people, one row each. Removing from a community removes from every group of it. */
export function removeParticipants(
  world: World,
  group: Group,
  admin: Phone,
  people: readonly Person[],
): Row[] {
  mustBeAllowed(world, group, admin, 'remove');
  return people.map((person) => {
    const error = scripted(world, person) ?? refusalToRemove(group, admin, person.phone);
    if (error === undefined) {
      if (group.kind === 'announcement') exit(world, group, person.phone, admin);
      else exitWithCommunity(world, group, person.phone, admin);
      group.removed = note(group.removed, person.phone, person.phone);
    }
    return row(group, person, error);
  });
}

/** Makes people admins, one row each; who is one already stays one. */
export function promoteParticipants(
  world: World,
  group: Group,
  admin: Phone,
  people: readonly Person[],
): Row[] {
  mustBeAllowed(world, group, admin, 'promote');
  return people.map((person) => {
    const error = scripted(world, person) ?? refusalToPromote(world, group, person.phone);
    if (error === undefined && !isAdmin(group, person.phone)) {
      setRole(world, group, admin, person.phone, 'admin');
    }
    return row(group, person, error);
  });
}

/** Makes admins plain members again, one row each; a plain member stays one. */
export function demoteParticipants(
  world: World,
  group: Group,
  admin: Phone,
  people: readonly Person[],
): Row[] {
  mustBeAllowed(world, group, admin, 'demote');
  return people.map((person) => {
    const error = scripted(world, person) ?? refusalToDemote(world, group, person.phone);
    if (error === undefined && isAdmin(group, person.phone)) {
      setRole(world, group, admin, person.phone, 'member');
    }
    return row(group, person, error);
  });
}

/** Leaves a group. Leaving a community leaves every group of it; leaving an announcement group leaves only that. */
export function leaveGroup(world: World, group: Group, phone: Phone): void {
  mustBeAllowed(world, group, phone, 'leave');
  const left = announcementGroupOf(world, group) ?? group;
  const before = left.departures.get(phone) ?? [];
  left.departures = note(left.departures, phone, [...before.slice(-1), world.clock.now()]);
  if (group.kind === 'announcement') exit(world, group, phone, phone);
  else exitWithCommunity(world, group, phone, phone);
}

function admit(
  world: World,
  group: Group,
  adder: Phone,
  people: readonly Person[],
  reason: '' | 'created',
): Row[] {
  const arrivals: Arrivals = new Map();
  if (reason === 'created') for (const made of whole(world, group)) arrivals.set(made, [adder]);
  const rows = people.map((person) => {
    const error = scripted(world, person) ?? refusalToAdd({ world, group, adder, person });
    if (error === undefined) enterWithCommunity(world, group, person.phone, arrivals);
    if (error === 421) askToJoin(world, group, person.phone, adder);
    const outcome = row(group, person, error);
    if (error === 403) outcome.addRequest = createPrivateInvite(world, group, adder, person.phone);
    return outcome;
  });
  tellArrivals(world, arrivals, adder, group, reason);
  return rows;
}

function row(group: Group, person: Person, error: RowCode | undefined): Row {
  const role = group.members.get(person.phone);
  return error === undefined ? { person, role } : { person, role, error };
}

/** The code by which a row is told to fail. */
function scripted(world: World, { phone }: Person): RowCode | undefined {
  return world.scriptedRows.get(phone);
}

function refusalToRemove(group: Group, admin: Phone, phone: Phone): RowCode | undefined {
  const role = group.members.get(phone);
  if (role === undefined) return 404;
  if (role === 'creator') return 406;
  if (phone === admin) return 405;
  return group.kind === 'announcement' && role === 'admin' ? 405 : undefined;
}

function refusalToDemote(world: World, group: Group, phone: Phone): RowCode | undefined {
  if (group.members.get(phone) === 'creator') return 406;
  return refusalToRank(world, group, phone);
}

/** Who holds a rank in a community is in its announcement group. */
function refusalToRank(world: World, group: Group, phone: Phone): RowCode | undefined {
  if (group.kind === 'community' && !announcementGroupOf(world, group)?.members.has(phone)) return 403;
  return group.members.has(phone) ? undefined : 404;
}

function refusalToPromote(world: World, group: Group, phone: Phone): RowCode | undefined {
  const error = refusalToRank(world, group, phone);
  if (error !== undefined) return error;
  if (group.kind === 'group' || isAdmin(group, phone)) return undefined;
  let admins = 0;
  for (const role of group.members.values()) if (role !== 'member') admins += 1;
  return admins >= LIMITS['community-admins'].most ? 419 : undefined;
}

/** An admin of a community is one of its announcement group, and the other way round. */
function setRole(world: World, group: Group, actor: Phone, phone: Phone, role: 'admin' | 'member'): void {
  for (const one of whole(world, group)) {
    one.members.set(phone, role);
    one.community?.brought.delete(phone);
    record(world, one, actor, { kind: role === 'admin' ? 'promoted' : 'demoted', people: [phone] });
  }
}

/** A community and its announcement group are two sides of one thing; a group stands alone. */
function whole(world: World, group: Group): Group[] {
  if (group.kind === 'group') return [group];
  return [communityOf(world, group), announcementGroupOf(world, group)].filter((one) => one !== undefined);
}
