import type { Phone } from '../state/id.ts';
import type { Person } from '../state/person.ts';
import { findPerson, personOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import type { WritableWorld } from './writable.ts';

/** The person of a phone number, a user JID or a LID, who is met now if not before. Behind a LID that nobody has, nobody is met. */
export function meet(world: World, id: string): Person {
  return note(world, findPerson(world, id));
}

/** The person of exactly this number, which others may spell otherwise, who is met now if not before. */
export function meetByNumber(world: World, phone: Phone): Person {
  return world.people.get(phone) ?? note(world, personOf(world, phone));
}

function note(world: World, person: Person): Person {
  if (person.phone !== '' && !world.people.has(person.phone)) {
    const { people, lids } = world as WritableWorld;
    people.set(person.phone, person);
    lids.set(person.lid, person.phone);
  }
  return person;
}
