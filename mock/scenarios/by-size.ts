import type { Faker } from '@faker-js/faker';
import {
  type Act,
  allowed,
  apply,
  changePerson,
  type GroupJid,
  groupOf,
  linkedGroupsLimit,
  meetByNumber,
  membersLimit,
  type NewSettings,
  nameLimit,
  type Person,
  type Phone,
  performOnPhone,
  type Traits,
  type World,
} from '../world/index.ts';
import { createNames } from './names.ts';
import { ScenarioError } from './scenario.ts';

/** How large a world is to be. */
export interface Size {
  /** Plain groups; every other one is linked to a community while there is room. */
  readonly groups: number;
  readonly communities: number;
  /** The fewest and the most members of a group. */
  readonly members: readonly [fewest: number, most: number];
}

/** A community for groups that come, and those who may be in them. */
interface Home {
  readonly jid: GroupJid;
  readonly owner: Person;
  readonly circle: readonly Person[];
}

/** More memberships than this take longer than anybody waits. */
const MOST_MEMBERSHIPS = 2_000_000;

/**
 * Fills a world with groups, communities and people, one at each step; the accounts take part in many of them. Names,
 * sizes and roles follow from what the faker was seeded with. The size was found to be allowed, see `mustBeAllowed`.
 */
export function* fillBySize(
  world: World,
  size: Size,
  accounts: readonly Phone[],
  faker: Faker,
): Generator<void> {
  const names = createNames(faker, nameLimit(world));
  const people = meetPeople(world, size, accounts, faker, names.person);
  const able = accounts.map((phone) => meetByNumber(world, phone)).filter(isAddable);
  const sample = (from: readonly Person[], count: number) => faker.helpers.arrayElements([...from], count);

  const communities: Home[] = [];
  for (let index = 0; index < size.communities; index += 1) {
    const owner = faker.helpers.arrayElement([...able, ...people]);
    // Its linked groups draw from these alone, so that a community never gets too many members.
    const circle = sample(people, Math.max(0, membersLimit(world, 'community') - able.length - 1));
    const members = [
      ...able.filter(() => faker.datatype.boolean(0.6)),
      ...sample(circle, Math.min(3, circle.length)),
    ];
    const settings = { name: names.community(), topic: names.topic() };
    const jid = does(world, owner.phone, {
      do: 'create-community',
      settings,
      people: phonesOf(others(members, owner)),
    });
    communities.push({ jid, owner, circle });
    yield;
  }

  for (let index = 0; index < size.groups; index += 1) {
    const home = index % 2 === 0 ? communities[(index / 2) % communities.length] : undefined;
    const community = home === undefined ? undefined : groupOf(world, home.jid);
    const linked = community?.kind === 'community' ? community.linked.size : 0;
    const isLinked = home !== undefined && linked < linkedGroupsLimit(world);
    const owner = isLinked ? home.owner : faker.helpers.arrayElement([...able, ...sample(people, 4)]);
    const joining = others(
      able.filter(() => faker.datatype.boolean(0.5)),
      owner,
    );
    const count = sizeOf(size.members, faker) - 1;
    const strangers = sample(others(isLinked ? home.circle : people, owner), count);
    const jid = does(world, owner.phone, {
      do: 'create-group',
      settings: settingsOf(names, faker),
      people: phonesOf([...joining, ...strangers].slice(0, count)),
      parent: isLinked ? home.jid : undefined,
    });
    liveIn(world, jid, owner.phone, people, faker);
    yield;
  }
  for (const person of sample(people, Math.ceil(people.length / 25)))
    introduce(world, person, traitsOf(faker));
}

/** Throws a `ScenarioError` for a size that the rulings do not allow, or that takes longer than anybody waits. */
export function mustBeAllowed(world: World, { groups, communities, members: [fewest, most] }: Size): void {
  const limit = Math.min(
    membersLimit(world, 'group'),
    communities > 0 ? membersLimit(world, 'community') : Number.POSITIVE_INFINITY,
  );
  if (fewest > most)
    throw new ScenarioError(
      `The fewest members are ${fewest} and the most ${most}: put the smaller number first.`,
    );
  if (most > limit) {
    throw new ScenarioError(
      `A group of ${most} members is larger than the rulings "group-members-limit" and "community-members-limit" allow: the most is ${limit}.`,
    );
  }
  const memberships = groups * ((fewest + most) / 2);
  if (memberships > MOST_MEMBERSHIPS) {
    throw new ScenarioError(
      `${groups} groups of ${fewest} to ${most} members are about ${memberships} memberships; ${MOST_MEMBERSHIPS} is the most.`,
    );
  }
}

/** Three times as many people as the largest group has, but no fewer than 50; those whom anybody may add. */
function meetPeople(
  world: World,
  { members: [, most] }: Size,
  accounts: readonly Phone[],
  faker: Faker,
  makeName: () => string,
): Person[] {
  const met = new Map<Phone, Person>();
  const taken = new Set(accounts);
  while (met.size < Math.max(50, 3 * most)) {
    const phone = `55${faker.helpers.arrayElement(AREAS)}9${faker.string.numeric(8)}`;
    const name = makeName();
    if (met.has(phone) || taken.has(phone)) continue;
    taken.add(phone);
    const person = meetByNumber(world, phone);
    if (!isAddable(person)) continue;
    introduce(world, person, { name });
    met.set(phone, person);
  }
  return [...met.values()];
}

/** Of numbers in Brazil. */
const AREAS = ['11', '21', '31', '41', '51', '61', '71', '81', '85', '91'];

function isAddable({ onWhatsApp, addableBy, blocked, alwaysRefused }: Person): boolean {
  return onWhatsApp && addableBy === 'everyone' && blocked.size === 0 && alwaysRefused === undefined;
}

function others(people: readonly Person[], owner: Person): Person[] {
  return people.filter((person) => person !== owner);
}

/** Most groups are small. */
function sizeOf([fewest, most]: Size['members'], faker: Faker): number {
  return fewest + Math.floor((most - fewest + 1) * faker.number.float({ max: 0.999_999 }) ** 2);
}

function settingsOf(names: ReturnType<typeof createNames>, faker: Faker): NewSettings {
  return {
    name: names.group(),
    topic: faker.datatype.boolean(0.6) ? names.topic() : '',
    announcement: faker.datatype.boolean(0.15),
    locked: faker.datatype.boolean(0.25),
    joinApproval: faker.datatype.boolean(0.25),
    memberAddMode: faker.datatype.boolean(0.3) ? 'admin' : 'all',
    ephemeralSeconds: faker.helpers.arrayElement([0, 0, 0, 86_400, 604_800, 7_776_000]),
  };
}

/** What goes on in a group once it is there: admins, a picture, and people who ask to join. */
function liveIn(world: World, jid: GroupJid, owner: Phone, people: readonly Person[], faker: Faker): void {
  const { members, settings } = groupOf(world, jid);
  const admins = faker.helpers.arrayElements(
    [...members.keys()].filter((phone) => phone !== owner),
    faker.number.int({ max: 3 }),
  );
  if (admins.length > 0) does(world, owner, { do: 'promote', group: jid, people: admins });
  if (faker.datatype.boolean(0.3))
    does(world, owner, { do: 'set-picture', group: jid, image: '/9j/4AAQSkZJRg==' });
  if (!settings.joinApproval) return;
  for (const { phone } of faker.helpers.arrayElements([...people], { min: 1, max: 4 })) {
    if (!members.has(phone)) does(world, phone, { do: 'ask', by: { group: jid } });
  }
}

/** Returns the JID of the group. */
function does(world: World, who: Phone, act: Act): string {
  return allowed(performOnPhone(world, who, act)).group;
}

function introduce(world: World, { phone }: Person, traits: Traits): void {
  allowed(apply(world, changePerson(world, phone, traits)));
}

function phonesOf(people: readonly Person[]): Phone[] {
  return people.map(({ phone }) => phone);
}

function traitsOf(faker: Faker) {
  return faker.helpers.arrayElement([
    { addableBy: 'nobody' as const },
    { addableBy: 'contacts' as const },
    { phoneKnown: false },
  ]);
}
