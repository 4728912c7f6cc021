import type { DomainEvent } from '../state/domain-event.ts';
import type { Group } from '../state/group.ts';
import type { Phone } from '../state/id.ts';
import { record } from './event-log.ts';
import type { WritableWorld } from './writable.ts';

/** What is yet to be told of a group: what happened to people of it. */
interface Telling {
  readonly group: Group;
  readonly actor: Phone | undefined;
  readonly change: ToPeople;
}

type ToPeople = Extract<DomainEvent, { kind: 'created' | 'joined' | 'left' | 'promoted' | 'demoted' }> & {
  readonly people: Phone[];
};

/** What a request did to people, in the order in which it began. To whom the same was done in a group is told together (ruling `people-events`). */
export type Tellings = Telling[];

/** Notes what was done to somebody. */
export function noteTelling({ rulings }: WritableWorld, tellings: Tellings, telling: Telling): void {
  const isTogether = rulings['people-events'] === 'together';
  const isSame = ({ group, change }: Telling) =>
    group === telling.group && change.kind === telling.change.kind;
  const same = isTogether ? tellings.find(isSame) : undefined;
  if (same === undefined) tellings.push(telling);
  else same.change.people.push(...telling.change.people);
}

/** Records the domain events of all that was noted. */
export function tell(world: WritableWorld, tellings: Tellings): void {
  for (const { group, actor, change } of tellings.splice(0))
    record(world, group, actor, change, change.people);
}
