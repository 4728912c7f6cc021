import { otherSpelling } from '../../../spec/facts/index.ts';
import { type Change, decide } from '../decision.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { ActOf } from '../state/act.ts';
import type { Phone } from '../state/id.ts';
import type { Traits } from '../state/person.ts';
import { hasNoted, metBy, personOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';

/** Gives somebody another number, which nobody has. They stay what they are, and keep their LID. One that is theirs changes nothing. */
export function changeNumber(world: World, phone: Phone, { to }: ActOf<'change-number'>) {
  const owner = metBy(world, to);
  const isTheirs = owner === phone;
  const isSpelt = owner === to || owner === otherSpelling(to);
  const isFree = owner === undefined || (isSpelt && isGivenUp(world, owner));
  if (!isTheirs && !isFree) return refuse('number-taken', `${to} is that of ${owner}.`);
  if (world.devices.has(phone)) return refuse('account-keeps-number', `It is ${phone}.`);
  // It is about no group.
  return decide('', isTheirs ? [] : [{ kind: 'renumber', phone, to: owner ?? to }]);
}

/** Whether a number that was met can be given to somebody: nobody is on WhatsApp by it, and nothing there is about it. */
function isGivenUp(world: World, phone: Phone): boolean {
  if (personOf(world, phone).onWhatsApp || world.devices.has(phone)) return false;
  for (const group of world.groups.values()) if (hasNoted(group, phone)) return false;
  for (const { invited, inviter } of world.privateInvites.values())
    if (invited === phone || inviter === phone) return false;
  return true;
}

/** Changes traits of a person. Refuses the LID and the number of another. */
export function changePerson(world: World, phone: Phone, traits: Traits): Change[] | Refusal<'conflict'> {
  const { lid } = traits;
  const owner = lid === undefined ? undefined : world.lids.get(lid);
  if (owner !== undefined && owner !== phone) return refuse('lid-taken', `${lid} is that of ${owner}.`);
  for (const alias of traits.aliases ?? []) {
    const other = metBy(world, alias);
    if (other !== undefined && other !== phone)
      return refuse('number-taken', `${alias} is that of ${other}.`);
  }
  return [{ kind: 'change-person', phone, traits }];
}
