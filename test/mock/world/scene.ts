import { expect } from 'vitest';
import { apply } from '../../../mock/world/apply/apply.ts';
import { meet } from '../../../mock/world/apply/meet.ts';
import { createClock, SEEDED_NOW } from '../../../mock/world/clock.ts';
import { createIds } from '../../../mock/world/ids.ts';
import { type Outcome, performOnPhone } from '../../../mock/world/perform.ts';
import { allowed, Refusal } from '../../../mock/world/refusals.ts';
import { linkDevice } from '../../../mock/world/rules/devices.ts';
import { changePerson } from '../../../mock/world/rules/people.ts';
import { createRulings } from '../../../mock/world/rulings.ts';
import type { Act } from '../../../mock/world/state/act.ts';
import type { Device } from '../../../mock/world/state/device.ts';
import type { Group, Settings } from '../../../mock/world/state/group.ts';
import type { Phone } from '../../../mock/world/state/id.ts';
import type { Person, Traits } from '../../../mock/world/state/person.ts';
import { doorOf, groupOf } from '../../../mock/world/state/reading.ts';
import { createWorld, type World } from '../../../mock/world/state/world.ts';
import type { RuleName, Rulings } from '../../../spec/facts/index.ts';

export const ana: Phone = '5511900000001';
export const ben: Phone = '5511900000002';
export const cleo: Phone = '5511900000003';

/** What became of one row: WhatsApp's code, or `done` when it was carried out. */
type RowOutcome = number | 'done';

type ChangeRows = (group: Group, by: Phone, ...phones: Phone[]) => RowOutcome[];

/** A WhatsApp where a test lets people do things; its clock stands still until it is told to go on. */
export interface Scene {
  readonly world: World;
  /** Lets time pass, in milliseconds. */
  wait(milliseconds: number): void;
  person(phone: Phone): Person;
  is(phone: Phone, traits: Traits): void;
  /** Somebody acts on the phone. Throws the refusal when they may not. */
  does(phone: Phone, act: Act): Outcome;
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
  join(group: Group, phone: Phone): Outcome;
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

  const does = (phone: Phone, act: Act) => allowed(performOnPhone(world, phone, act));
  const create = (creator: Phone, act: Act): Group => {
    const { group, rows } = does(creator, act);
    expect(rows.filter(({ error }) => error !== undefined)).toEqual([]);
    return groupOf(world, group);
  };
  const rowsOf =
    (change: 'add' | 'remove'): ChangeRows =>
    ({ jid }, by, ...people) =>
      does(by, { do: change, group: jid, people }).rows.map(({ error }) => error ?? 'done');
  const device = (phone: Phone) => {
    if (!world.devices.has(phone)) apply(world, linkDevice(world, phone));
    return world.devices.get(phone) as Device;
  };

  return {
    world,
    wait: (milliseconds) => {
      now += milliseconds;
    },
    person: (phone) => meet(world, phone),
    is: (phone, traits) => allowed(apply(world, changePerson(world, phone, traits))),
    does,
    device,
    group: (creator, people = [], settings = {}, community) =>
      create(creator, {
        do: 'create-group',
        settings: { name: 'Crew', ...settings },
        people,
        parent: community?.jid,
      }),
    community: (creator, people = [], settings = {}) => {
      const community = create(creator, {
        do: 'create-community',
        settings: { name: 'Town', ...settings },
        people,
      });
      return { community, announcementGroup: doorOf(world, community) };
    },
    add: rowsOf('add'),
    remove: rowsOf('remove'),
    leave: ({ jid }, phone) => {
      does(phone, { do: 'leave', group: jid });
    },
    join: ({ inviteCode }, phone) => does(phone, { do: 'join', by: { code: inviteCode } }),
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
