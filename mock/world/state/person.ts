import { MAGIC_NUMBERS, type RowCode } from '../../../spec/facts/index.ts';
import type { Lid, Phone, UserJid } from './id.ts';

/** Somebody with a phone number, and the traits that decide who may add them. */
export interface Person {
  /** Empty when only the LID is known. */
  readonly phone: Phone;
  readonly lid: Lid;
  /** Other numbers that are theirs as well; undefined where the spellings of their number are all. */
  readonly aliases: ReadonlySet<Phone> | undefined;
  /** What they call themselves; empty when they do not say. */
  readonly name: string;
  /** Whether others see the number, not the LID alone. */
  readonly phoneKnown: boolean;
  readonly onWhatsApp: boolean;
  readonly addableBy: 'everyone' | 'contacts' | 'nobody';
  readonly contacts: ReadonlySet<Phone>;
  readonly blocked: ReadonlySet<Phone>;
  /** The row code that adding this person always gives. */
  readonly alwaysRefused: RowCode | undefined;
}

/** What can be decided about a person. */
export type Traits = { -readonly [Name in Exclude<keyof Person, 'phone'>]?: Person[Name] };

const NOBODY: ReadonlySet<Phone> = new Set();
const MAGIC: ReadonlyMap<Phone, RowCode> = new Map(Object.entries(MAGIC_NUMBERS));

/** Somebody who is like everybody, unless their number is a magic one. Any number is on WhatsApp unless it is told otherwise. */
export function createPerson(phone: Phone, lid: Lid): Person {
  const magic = MAGIC.get(phone);
  return {
    phone,
    lid,
    aliases: undefined,
    name: '',
    phoneKnown: true,
    onWhatsApp: phone !== '' && magic !== 404,
    addableBy: 'everyone',
    contacts: NOBODY,
    blocked: NOBODY,
    alwaysRefused: magic,
  };
}

/** The user JID of a phone number; empty when there is no number. */
export function toUserJid(phone: Phone): UserJid {
  return phone === '' ? '' : `${phone}@s.whatsapp.net`;
}

/** Whether the privacy of a person lets somebody add them. */
export function letsAdd(person: Person, adder: Phone): boolean {
  if (person.addableBy === 'everyone') return true;
  return person.addableBy === 'contacts' && person.contacts.has(adder);
}
