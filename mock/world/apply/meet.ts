import type { Person } from '../state/person.ts';
import { findPerson } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import type { WritableWorld } from './writable.ts';

/** The person of a phone number, a user JID or a LID, who is met now if not before. Behind a LID that nobody has, nobody is met. */
export function meet(world: World, id: string): Person {
  const person = findPerson(world, id);
  if (person.phone !== '' && !world.people.has(person.phone)) {
    const { people, lids } = world as WritableWorld;
    people.set(person.phone, person);
    lids.set(person.lid, person.phone);
  }
  return person;
}
