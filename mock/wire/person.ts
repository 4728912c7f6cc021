import type { ControlSchema } from '../../spec/index.ts';
import {
  aliasesOf,
  type Person,
  type Phone,
  phoneOf,
  type Traits,
  toUserJid,
  type World,
} from '../world/index.ts';

/** A person and their traits. */
export function toPerson(world: World, person: Person): ControlSchema<'Person'> {
  return {
    phone: person.phone,
    jid: toUserJid(person.phone),
    lid: person.lid,
    aliases: aliasesOf(world, person),
    name: person.name,
    phone_known: person.phoneKnown,
    on_whatsapp: person.onWhatsApp,
    addable_by: person.addableBy,
    contacts: [...person.contacts],
    blocked: [...person.blocked],
    always_refused: person.alwaysRefused ?? null,
  };
}

/** The traits of a body; those that it does not name stay as they are. */
export function fromTraits(world: World, body: ControlSchema<'Traits'>): Traits {
  const people = (numbers: readonly Phone[]) => new Set(numbers.map((one) => phoneOf(world, one) ?? one));
  const traits: Traits = {};
  if (body.lid !== undefined) traits.lid = body.lid;
  if (body.aliases !== undefined) traits.aliases = body.aliases === null ? undefined : new Set(body.aliases);
  if (body.name !== undefined) traits.name = body.name;
  if (body.phone_known !== undefined) traits.phoneKnown = body.phone_known;
  if (body.on_whatsapp !== undefined) traits.onWhatsApp = body.on_whatsapp;
  if (body.addable_by !== undefined) traits.addableBy = body.addable_by;
  if (body.contacts !== undefined) traits.contacts = people(body.contacts);
  if (body.blocked !== undefined) traits.blocked = people(body.blocked);
  if (body.always_refused !== undefined) traits.alwaysRefused = body.always_refused ?? undefined;
  return traits;
}
