import { type Change, decide } from '../decision.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { ActOf } from '../state/act.ts';
import type { Phone } from '../state/id.ts';
import type { Traits } from '../state/person.ts';
import { metBy } from '../state/reading.ts';
import type { World } from '../state/world.ts';

/** Gives somebody another number, which nobody has. They stay what they are, and keep their LID. */
export function changeNumber(world: World, phone: Phone, { to }: ActOf<'change-number'>) {
  const owner = metBy(world, to);
  if (owner !== undefined && owner !== phone) return refuse('number-taken', `${to} is that of ${owner}.`);
  if (world.devices.has(phone)) return refuse('account-keeps-number', `It is ${phone}.`);
  // It is about no group.
  return decide('', [{ kind: 'renumber', phone, to }]);
}

/** Changes traits of a person. Refuses the LID and the number of another. */
export function changePerson(world: World, phone: Phone, traits: Traits): Change[] | Refusal<'conflict'> {
  const { lid } = traits;
  const owner = lid === undefined ? undefined : world.lids.get(lid);
  if (owner !== undefined && owner !== phone) return refuse('lid-taken', `${lid} is that of ${owner}.`);
  for (const alias of traits.aliases ?? []) {
    const other = world.people.has(alias) ? alias : world.aliases.get(alias);
    if (other !== undefined && other !== phone)
      return refuse('number-taken', `${alias} is that of ${other}.`);
  }
  return [{ kind: 'change-person', phone, traits }];
}
