import type { DomainEvent, JoinReason } from '../state/domain-event.ts';
import type { Group } from '../state/group.ts';
import type { Phone } from '../state/id.ts';
import { record } from './event-log.ts';
import type { WritableWorld } from './writable.ts';

/** What happened to people of a group, without who they are. */
type Told =
  | { readonly kind: 'created' | 'left' | 'promoted' | 'demoted' }
  | { readonly kind: 'joined'; readonly reason: JoinReason };

/** What is yet to be told of a group. */
interface Telling {
  readonly group: Group;
  readonly actor: Phone | undefined;
  readonly told: Told;
  readonly people: Phone[];
}

/** What a request did to people, in the order in which it began. To whom the same was done in a group is told together (ruling `people-events`). */
export type Tellings = Telling[];

/** Notes what was done to somebody. */
export function noteTelling(
  { rulings }: WritableWorld,
  tellings: Tellings,
  phone: Phone,
  what: Omit<Telling, 'people'>,
): void {
  const isTogether = rulings['people-events'] === 'together';
  const isSame = ({ group, told }: Telling) => group === what.group && told.kind === what.told.kind;
  const same = isTogether ? tellings.find(isSame) : undefined;
  if (same === undefined) tellings.push({ ...what, people: [phone] });
  else same.people.push(phone);
}

/** Records the domain events of all that was noted. */
export function tell(world: WritableWorld, tellings: Tellings): void {
  for (const { group, actor, told, people } of tellings.splice(0)) {
    const change: DomainEvent = { ...told, people };
    record(world, group, actor, change, people);
  }
}
