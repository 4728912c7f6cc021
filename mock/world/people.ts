import { MAGIC_NUMBERS, type RowCode } from '../../spec/facts/index.ts';
import { Refusal } from './refusals.ts';
import type { World } from './world.ts';

/** A phone number as WhatsApp keeps it: 10 to 15 digits. */
export type Phone = string;

/** Somebody with a phone number, and the traits that decide who may add them. */
export interface Person {
  /** Empty when only the LID is known. */
  readonly phone: Phone;
  /** The user JID of the number; it is in most answers, so it is put together once. Empty when there is no number. */
  readonly jid: string;
  lid: string;
  /** What they call themselves; empty when they do not say. */
  name: string;
  /** Whether others see the number, not the LID alone. */
  phoneKnown: boolean;
  onWhatsApp: boolean;
  addableBy: 'everyone' | 'contacts' | 'nobody';
  contacts: ReadonlySet<Phone>;
  blocked: ReadonlySet<Phone>;
  /** The row code that adding this person always gives. */
  alwaysRefused: RowCode | undefined;
}

/** What can be decided about a person. */
export type Traits = Partial<Omit<Person, 'phone' | 'jid'>>;

const DIGITS = /^[0-9]+$/;

const NOBODY: ReadonlySet<Phone> = new Set();

/** The person of a phone number, a user JID or a LID, in any of the spellings that WUTS takes. */
export function findPerson(world: World, id: string): Person {
  const phone = phoneOf(world, id);
  return phone === undefined ? createPerson('', id, false, undefined) : personOf(world, phone);
}

/** The number in a phone number or a user JID, or behind a LID that was met; nobody is met by asking. */
export function phoneOf(world: World, id: string): Phone | undefined {
  if (DIGITS.test(id)) return id;
  if (id.endsWith('@lid')) return world.lids.get(id);
  return id.replace(/\D/g, '');
}

/** The person of a number; met now if not before. Any number is on WhatsApp unless it is told otherwise. */
export function personOf(world: World, phone: Phone): Person {
  const known = world.people.get(phone);
  if (known !== undefined) return known;
  const magic = Object.hasOwn(MAGIC_NUMBERS, phone) ? MAGIC_NUMBERS[phone] : undefined;
  const person = createPerson(phone, world.ids.lid(phone), magic !== 404, magic);
  world.people.set(phone, person);
  world.lids.set(person.lid, phone);
  return person;
}

/** Changes traits of a person. Refuses the LID of another. */
export function changePerson(world: World, person: Person, traits: Traits): void {
  const { lid = person.lid } = traits;
  const owner = world.lids.get(lid);
  if (owner !== undefined && owner !== person.phone)
    throw new Refusal('lid-taken', `${lid} is that of ${owner}.`);
  world.lids.delete(person.lid);
  world.lids.set(lid, person.phone);
  Object.assign(person, traits);
}

/** The user JID of a phone number; empty when there is no number. */
export function toUserJid(phone: Phone): string {
  return phone === '' ? '' : `${phone}@s.whatsapp.net`;
}

/** Whether the privacy of a person lets somebody add them. */
export function letsAdd(person: Person, adder: Phone): boolean {
  if (person.addableBy === 'everyone') return true;
  return person.addableBy === 'contacts' && person.contacts.has(adder);
}

function createPerson(
  phone: Phone,
  lid: string,
  onWhatsApp: boolean,
  alwaysRefused: RowCode | undefined,
): Person {
  return {
    phone,
    jid: toUserJid(phone),
    lid,
    name: '',
    phoneKnown: true,
    onWhatsApp,
    addableBy: 'everyone',
    contacts: NOBODY,
    blocked: NOBODY,
    alwaysRefused,
  };
}
