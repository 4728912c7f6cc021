import { ok } from '../../operations/call.ts';
import type { Happening } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { streamWorld } from '../stream.ts';
import { toWholeDelivery } from '../wire/delivery.ts';
import { toEvent } from '../wire/event.ts';

/** How many happenings are listed unless it is said. */
const USUAL_LIMIT = 100;

/** What happened in a world, and what its webhooks were sent. */
export const looking: ControlHandlers<'listEvents' | 'listDeliveries' | 'streamWorld'> = {
  listEvents: ({ tenant: { world }, query }) => {
    const { after, limit = USUAL_LIMIT } = query;
    const found = world.happenings.filter(
      (one) =>
        one.sequence > (after ?? 0) &&
        (query.group === undefined || one.group === query.group) &&
        (query.phone === undefined || concerns(one, query.phone)),
    );
    const shown = after === undefined ? found.slice(-limit) : found.slice(0, limit);
    return ok({ events: shown.map(toEvent), last: world.counters.happenings });
  },

  listDeliveries: async ({ tenant, query }) => {
    const settled = await tenant.courier.settled((query.settled_within ?? 0) * 1000);
    const deliveries = [...tenant.world.devices.values()]
      .filter(({ phone }) => query.phone === undefined || phone === query.phone)
      .flatMap(({ phone, outbox }) =>
        [...outbox.finished, ...outbox.pending]
          .filter(({ event }) => query.event === undefined || event === query.event)
          .filter(({ state }) => query.state === undefined || state === query.state)
          .map((delivery) => toWholeDelivery(phone, delivery)),
      )
      .sort((one, other) => one.sequence - other.sequence);
    return ok({ deliveries, settled });
  },

  streamWorld: ({ tenant, header }) => streamWorld(tenant, header('last-event-id')),
};

function concerns({ actor, change, audience }: Happening, phone: string): boolean {
  const people: readonly string[] = 'people' in change ? change.people : [];
  return actor === phone || people.includes(phone) || audience.includes(phone);
}
