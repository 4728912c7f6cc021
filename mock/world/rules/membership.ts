import { LIMITS, type RowCode } from '../../../spec/facts/index.ts';
import { type Change, decide, type Rows } from '../decision.ts';
import { Refusal } from '../refusals.ts';
import { type Group, isAdmin } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import type { Person } from '../state/person.ts';
import { announcementGroupOf, communityOf, doorOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { admit, whyNotAddable } from './admission.ts';
import { exitWithCommunity } from './exit.ts';
import { findGroupTo } from './reading.ts';

/** Adds people, one row each. On a community they land in its announcement group. */
export function addParticipants(world: World, jid: GroupJid, adder: Phone, people: readonly Person[]) {
  const group = findGroupTo(world, jid, adder, 'add');
  if (group instanceof Refusal) return group;
  const refusal = whyNotAddable(world, people);
  return refusal ?? decide(jid, [], { rows: admit(world, doorOf(world, group).jid, adder, people, '') });
}

/** Removes people, one row each. Removing from a community removes from every group of it. */
export function removeParticipants(world: World, jid: GroupJid, admin: Phone, people: readonly Person[]) {
  const group = findGroupTo(world, jid, admin, 'remove');
  if (group instanceof Refusal) return group;
  return decideRows(group, people, {
    fails: ({ phone }) => whyNotRemoved(group, admin, phone),
    changes: ({ phone }) => [
      ...exitWithCommunity(world, group, phone, admin),
      { kind: 'bar', group: jid, phone },
    ],
  });
}

/** Makes people admins, one row each; who is one already stays one. */
export function promoteParticipants(world: World, jid: GroupJid, admin: Phone, people: readonly Person[]) {
  const group = findGroupTo(world, jid, admin, 'promote');
  if (group instanceof Refusal) return group;
  return decideRows(group, people, {
    role: 'admin',
    fails: ({ phone }) => whyNotPromoted(world, group, phone),
    changes: ({ phone }) => (isAdmin(group, phone) ? [] : rank(world, group, phone, 'admin', admin)),
  });
}

/** Makes admins plain members again, one row each; a plain member stays one. */
export function demoteParticipants(world: World, jid: GroupJid, admin: Phone, people: readonly Person[]) {
  const group = findGroupTo(world, jid, admin, 'demote');
  if (group instanceof Refusal) return group;
  return decideRows(group, people, {
    fails: ({ phone }) => (group.members.get(phone) === 'creator' ? 406 : whyNotRanked(world, group, phone)),
    changes: ({ phone }) => (isAdmin(group, phone) ? rank(world, group, phone, 'member', admin) : []),
  });
}

/** Leaves a group. Leaving a community leaves every group of it; leaving an announcement group leaves only that. */
export function leaveGroup(world: World, jid: GroupJid, phone: Phone) {
  const group = findGroupTo(world, jid, phone, 'leave');
  if (group instanceof Refusal) return group;
  return decide(jid, [
    { kind: 'note-departure', group: doorOf(world, group).jid, phone, at: world.clock.now() },
    ...exitWithCommunity(world, group, phone, phone),
  ]);
}

/** Rows that change nothing when they fail. */
function decideRows(
  group: Group,
  people: readonly Person[],
  { fails, changes, ...more }: Pick<Rows, 'role' | 'fails' | 'changes'>,
) {
  const rows: Rows = {
    group: group.jid,
    people,
    ...more,
    fails,
    changes: (person, code) => (code === undefined ? changes(person, code) : []),
  };
  return decide(group.jid, [], { rows });
}

function whyNotRemoved(group: Group, admin: Phone, phone: Phone): RowCode | undefined {
  const role = group.members.get(phone);
  if (role === undefined) return 404;
  if (role === 'creator') return 406;
  if (phone === admin) return 405;
  return group.kind === 'announcement' && role === 'admin' ? 405 : undefined;
}

/** Who holds a rank in a community is in its announcement group. */
function whyNotRanked(world: World, group: Group, phone: Phone): RowCode | undefined {
  if (group.kind === 'community' && !doorOf(world, group).members.has(phone)) return 403;
  return group.members.has(phone) ? undefined : 404;
}

function whyNotPromoted(world: World, group: Group, phone: Phone): RowCode | undefined {
  const error = whyNotRanked(world, group, phone);
  if (error !== undefined) return error;
  if (group.kind === 'group' || isAdmin(group, phone)) return undefined;
  let admins = 0;
  for (const role of group.members.values()) if (role !== 'member') admins += 1;
  return admins >= LIMITS['community-admins'].most ? 419 : undefined;
}

/** An admin of a community is one of its announcement group, and the other way round. */
function rank(world: World, group: Group, phone: Phone, role: 'admin' | 'member', actor: Phone): Change[] {
  const both =
    group.kind === 'group' ? [group] : [communityOf(world, group), announcementGroupOf(world, group)];
  return both.map(({ jid }) => ({ kind: 'rank', group: jid, phone, role, actor }));
}
