import { expect } from 'vitest';
import { createClock, SEEDED_NOW } from '../../../mock/world/clock.ts';
import { announcementGroupOf } from '../../../mock/world/communities.ts';
import { createCommunity, createGroup } from '../../../mock/world/creation.ts';
import { type Device, linkDevice } from '../../../mock/world/devices.ts';
import type { Group, Settings } from '../../../mock/world/groups.ts';
import { createIds } from '../../../mock/world/ids.ts';
import { type Joined, joinByLink } from '../../../mock/world/invites.ts';
import { addParticipants, leaveGroup, removeParticipants } from '../../../mock/world/membership.ts';
import { type Person, type Phone, personOf } from '../../../mock/world/people.ts';
import { Refusal } from '../../../mock/world/refusals.ts';
import { createRulings } from '../../../mock/world/rulings.ts';
import { createWorld, type World } from '../../../mock/world/world.ts';
import type { RowCode, RuleName, Rulings } from '../../../spec/facts/index.ts';

export const ana: Phone = '5511900000001';
export const ben: Phone = '5511900000002';
export const cleo: Phone = '5511900000003';

/** What became of one row: WhatsApp's code, or `done` when it was carried out. */
type Outcome = RowCode | 'done';

type ChangeRows = (group: Group, by: Phone, ...phones: Phone[]) => Outcome[];

/** A WhatsApp where a test lets people do things; its clock stands still until it is told to go on. */
export interface Scene {
  readonly world: World;
  /** Lets time pass, in milliseconds. */
  wait(milliseconds: number): void;
  person(phone: Phone): Person;
  people(...phones: Phone[]): Person[];
  /** A device for a number, once. */
  device(phone: Phone): Device;
  /** A group of which everybody named is a member. */
  group(creator: Phone, members?: Phone[], settings?: Partial<Settings>, community?: Group): Group;
  /** A community, and the announcement group that comes with it. */
  community(creator: Phone, members?: Phone[], settings?: Partial<Settings>): Both;
  add: ChangeRows;
  remove: ChangeRows;
  leave(group: Group, phone: Phone): void;
  /** By the group's present invite link. */
  join(group: Group, phone: Phone): Joined;
  /** The rule that refuses what is tried. Fails when nothing does, or when the refused request changed anything. */
  refusal(attempt: () => unknown): RuleName;
}

/** The two sides of a community. */
export interface Both {
  community: Group;
  announcementGroup: Group;
}

/** A new scene, with the given rulings and the defaults for the rest. */
export function createScene(rulings: Partial<Rulings> = {}): Scene {
  let now = SEEDED_NOW;
  const world = createWorld({
    clock: createClock(() => now),
    ids: createIds(1),
    rulings: createRulings(rulings),
  });

  const people = (...phones: Phone[]) => phones.map((phone) => personOf(world, phone));
  const device = (phone: Phone) => world.devices.get(phone) ?? linkDevice(world, phone);
  const rowsOf =
    (change: typeof addParticipants): ChangeRows =>
    (group, by, ...phones) =>
      change(world, group, by, people(...phones)).map(({ error }) => error ?? 'done');

  return {
    world,
    wait: (milliseconds) => {
      now += milliseconds;
    },
    person: (phone) => personOf(world, phone),
    people,
    device,
    group: (creator, members = [], settings = {}, community) => {
      const wanted = { name: 'Crew', ...settings };
      const { group, rows } = createGroup(world, creator, wanted, people(...members), community?.jid);
      expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
      return group;
    },
    community: (creator, members = [], settings = {}) => {
      const wanted = { name: 'Town', ...settings };
      const { group, rows } = createCommunity(world, creator, wanted, people(...members));
      expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
      return { community: group, announcementGroup: announcementGroupIn(world, group) };
    },
    add: rowsOf(addParticipants),
    remove: rowsOf(removeParticipants),
    leave: (group, phone) => leaveGroup(world, group, phone),
    join: (group, phone) => joinByLink(world, phone, group.inviteCode),
    refusal: (attempt) => refusalIn(world, attempt),
  };
}

/** The members of a group in the order of joining. */
export function membersOf(group: Group): Phone[] {
  return [...group.members.keys()];
}

/** Phone numbers of people whom nobody has met. */
export function strangers(count: number): Phone[] {
  return Array.from({ length: count }, (_, index) => String(5511700000000 + index));
}

function announcementGroupIn(world: World, community: Group): Group {
  const found = announcementGroupOf(world, community);
  if (found === undefined) throw new Error('The community was made without an announcement group.');
  return found;
}

function refusalIn(world: World, attempt: () => unknown): RuleName {
  const before = stateOf(world);
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(stateOf(world)).toEqual(before);
    return error.rule;
  }
  throw new Error('It was not refused.');
}

function stateOf({ groups, devices, inviteCodes, privateInvites, happenings, counters }: World): unknown {
  return structuredClone({ groups, devices, inviteCodes, privateInvites, happenings, counters });
}
