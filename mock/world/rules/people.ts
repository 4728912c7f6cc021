import type { Change } from '../decision.ts';
import { type Refusal, refuse } from '../refusals.ts';
import type { Phone } from '../state/id.ts';
import type { Traits } from '../state/person.ts';
import type { World } from '../state/world.ts';

/** Changes traits of a person. Refuses the LID of another. */
export function changePerson(world: World, phone: Phone, traits: Traits): Change[] | Refusal<'conflict'> {
  const { lid } = traits;
  const owner = lid === undefined ? undefined : world.lids.get(lid);
  if (owner !== undefined && owner !== phone) return refuse('lid-taken', `${lid} is that of ${owner}.`);
  return [{ kind: 'change-person', phone, traits }];
}
