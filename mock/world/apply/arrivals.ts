import type { JoinReason } from '../state/domain-event.ts';
import type { Group } from '../state/group.ts';
import type { Phone } from '../state/id.ts';
import { record } from './event-log.ts';
import type { WritableWorld } from './writable.ts';

/** Who is new in which group of a request, and why. They are told of together, when all of them are there. */
export type Arrivals = Map<Group, { actor: Phone; reason: JoinReason | 'created'; people: Phone[] }>;

/** Notes that somebody is new in a group. */
export function noteArrival(
  arrivals: Arrivals,
  group: Group,
  phone: Phone,
  actor: Phone,
  reason: JoinReason | 'created',
): void {
  const known = arrivals.get(group);
  if (known === undefined) arrivals.set(group, { actor, reason, people: [phone] });
  else known.people.push(phone);
}

/** Records the domain event of each group in which somebody is new. */
export function tellArrivals(world: WritableWorld, arrivals: Arrivals): void {
  for (const [group, { actor, reason, people }] of arrivals)
    record(
      world,
      group,
      actor,
      reason === 'created' ? { kind: reason, people } : { kind: 'joined', people, reason },
    );
}
