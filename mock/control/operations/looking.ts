import type { ControlQuery } from '../../../spec/index.ts';
import { ok } from '../../operations/call.ts';
import type { Happening, World } from '../../world/index.ts';
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

  listDeliveries: ({ tenant, query }) => {
    const { settled_within: within = 0 } = query;
    const list = (settled: boolean) => ok({ deliveries: findDeliveries(tenant.world, query), settled });
    // Without waiting the answer is there at once, also for those who look on from the same process.
    return within === 0 ? list(tenant.courier.isSettled()) : tenant.courier.settled(within * 1000).then(list);
  },

  streamWorld: ({ tenant, header, query: { all } }) => streamWorld(tenant, header('last-event-id'), { all }),
};

function findDeliveries(
  { devices }: World,
  { phone: to, event: name, state: wanted }: ControlQuery<'listDeliveries'>,
) {
  return [...devices.values()]
    .filter(({ phone }) => to === undefined || phone === to)
    .flatMap(({ phone, outbox }) =>
      [...outbox.finished, ...outbox.pending]
        .filter(({ event }) => name === undefined || event === name)
        .filter(({ state }) => wanted === undefined || state === wanted)
        .map((delivery) => toWholeDelivery(phone, delivery)),
    )
    .sort((one, other) => one.sequence - other.sequence);
}

function concerns({ actor, change, audience }: Happening, phone: string): boolean {
  const people: readonly string[] = 'people' in change ? change.people : [];
  return actor === phone || people.includes(phone) || audience.includes(phone);
}
