import { type DomainEvent, eventName, type Happening } from '../state/domain-event.ts';
import type { Group } from '../state/group.ts';
import type { Phone } from '../state/id.ts';
import type { WritableWorld } from './writable.ts';

/** A world remembers its last happenings, so that it does not grow with its age. */
const REMEMBERED = 1000;

const UNTOLD: ReadonlySet<DomainEvent['kind']> = new Set(['asked', 'request-cancelled', 'request-rejected']);

/** Notes a domain event. Every account in the group sees it, and so do `witnesses` who are there no longer. */
export function record(
  world: WritableWorld,
  group: Group | undefined,
  actor: Phone | undefined,
  change: DomainEvent,
  witnesses: readonly Phone[] = [],
): void {
  const audience: Phone[] = [];
  for (const phone of UNTOLD.has(change.kind) ? [] : world.devices.keys()) {
    if (group?.members.has(phone) || witnesses.includes(phone)) audience.push(phone);
  }
  world.counters.happenings += 1;
  const happening: Happening = {
    sequence: world.counters.happenings,
    at: world.clock.now(),
    group: group?.jid,
    groupName: group?.settings.name,
    actor,
    change,
    audience,
  };
  world.happenings.push(happening);
  tell(world, happening, group);
  // Cut in bulk: shifting one by one would cost with every change.
  if (world.happenings.length >= 2 * REMEMBERED) world.happenings.splice(0, REMEMBERED);
}

/** Notes who is to be told by webhook. A group changes on, so what a newcomer found is kept as it was. */
function tell(world: WritableWorld, happening: Happening, group: Group | undefined): void {
  const to = happening.audience.filter((phone) => {
    const webhook = world.devices.get(phone)?.webhook;
    return webhook?.enabled === true && webhook.events.includes(eventName(happening, phone));
  });
  if (to.length === 0) return;
  const isNew = to.some((phone) => eventName(happening, phone) === 'group.joined');
  world.outgoing.push({
    happening,
    to,
    found: isNew ? structuredClone(group) : undefined,
    addressing: group?.addressing ?? 'pn',
  });
}
