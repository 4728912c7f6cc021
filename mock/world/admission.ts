import { LIMITS, type RowCode } from '../../spec/facts/index.ts';
import { HOUR } from './clock.ts';
import { communityOf } from './communities.ts';
import { type Group, isAdmin, roomIn } from './groups.ts';
import { letsAdd, type Person, type Phone } from './people.ts';
import { Refusal } from './refusals.ts';
import type { World } from './world.ts';

/** Somebody tries to add somebody to a group. */
interface Attempt {
  world: World;
  group: Group;
  adder: Phone;
  person: Person;
}

/** After leaving twice within this time, a person cannot be added for as long. */
const COOL_DOWN = LIMITS['cool-down-hours'].most * HOUR;

const NEVER = Number.NEGATIVE_INFINITY;

/** Why adding a person fails, the first that holds. Only that row fails; the others are carried out. */
const ROW_RULES: readonly { code: RowCode; when: (attempt: Attempt) => boolean }[] = [
  { code: 409, when: ({ group, person }) => group.members.has(person.phone) },
  { code: 404, when: ({ person }) => !person.onWhatsApp },
  { code: 401, when: ({ person, adder }) => person.blocked.has(adder) },
  {
    code: 402,
    when: ({ group, person, adder }) => group.removed.has(person.phone) && !isAdmin(group, adder),
  },
  { code: 408, when: leftRecently },
  { code: 403, when: ({ person, adder }) => !letsAdd(person, adder) },
  { code: 417, when: bannedFromCommunity },
  { code: 419, when: communityIsFull },
  { code: 421, when: ({ group, adder }) => group.settings.joinApproval && !isAdmin(group, adder) },
  { code: 500, when: ({ world, group }) => roomIn(world, group) === 0 },
];

/** The row code by which adding a person fails; undefined when nothing is in the way. */
export function refusalToAdd(attempt: Attempt): RowCode | undefined {
  const { group, person } = attempt;
  const always = group.members.has(person.phone) ? undefined : person.alwaysRefused;
  return always ?? ROW_RULES.find(({ when }) => when(attempt))?.code;
}

/** Refuses the whole request when somebody is not on WhatsApp and the ruling `unregistered-number` says so. */
export function mustAllBeAddable(world: World, people: readonly Person[]): void {
  const stranger = people.find(({ onWhatsApp }) => !onWhatsApp);
  if (stranger !== undefined && world.rulings['unregistered-number'] === 'request-422') {
    throw new Refusal('number-not-on-whatsapp', `It is ${stranger.phone || stranger.lid}.`);
  }
}

function leftRecently({ world, group, person }: Attempt): boolean {
  const [before = NEVER, last = NEVER] = group.departures.get(person.phone) ?? [];
  return last - before < COOL_DOWN && world.clock.now() - last < COOL_DOWN;
}

function bannedFromCommunity({ world, group, person, adder }: Attempt): boolean {
  const community = communityOf(world, group);
  return community?.removed.has(person.phone) === true && !isAdmin(community, adder);
}

function communityIsFull({ world, group, person }: Attempt): boolean {
  const community = communityOf(world, group);
  return community !== undefined && !community.members.has(person.phone) && roomIn(world, community) === 0;
}
