import type { ControlQuery } from '../../../spec/index.ts';
import { ok } from '../../operations/call.ts';
import { Problem } from '../../problem.ts';
import { type Delivery, type Device, enqueue, type Happening, type World } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { streamWorld } from '../stream.ts';
import { toWholeDelivery } from '../wire/delivery.ts';
import { toEvent } from '../wire/event.ts';

/** How many happenings are listed unless it is said. */
const USUAL_LIMIT = 100;

/** What happened in a world, and what its webhooks were sent. */
export const looking: ControlHandlers<
  'listEvents' | 'listDeliveries' | 'redeliver' | 'receiveDelivery' | 'streamWorld'
> = {
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

  redeliver: ({ tenant: { world }, parameter }) => {
    const sequence = Number(parameter('delivery'));
    for (const device of world.devices.values()) {
      const found = deliveriesOf(device).find((one) => one.sequence === sequence);
      if (found === undefined) continue;
      const { id, event, payload } = found;
      const again = { id, event, payload, createdAt: world.clock.now() };
      return ok({
        delivery: toWholeDelivery(world, device, enqueue(world, device.outbox, again, undefined)),
      });
    }
    throw new Problem(
      404,
      'no-such-delivery',
      `There is no delivery ${sequence} in this world, or it is no longer remembered; GET …/deliveries lists those that are.`,
    );
  },

  receiveDelivery: () => ok({}),

  streamWorld: ({ tenant, header, query: { all } }) => streamWorld(tenant, header('last-event-id'), { all }),
};

function findDeliveries(
  world: World,
  { phone: to, event: name, state: wanted }: ControlQuery<'listDeliveries'>,
) {
  return [...world.devices.values()]
    .filter(({ phone }) => to === undefined || phone === to)
    .flatMap((device) =>
      deliveriesOf(device)
        .filter(({ event }) => name === undefined || event === name)
        .filter(({ state }) => wanted === undefined || state === wanted)
        .map((delivery) => toWholeDelivery(world, device, delivery)),
    )
    .sort((one, other) => one.sequence - other.sequence);
}

function deliveriesOf({ outbox }: Device): readonly Delivery[] {
  return [...outbox.finished, ...outbox.pending];
}

function concerns({ actor, change, audience }: Happening, phone: string): boolean {
  const people: readonly string[] = 'people' in change ? change.people : [];
  return actor === phone || people.includes(phone) || audience.includes(phone);
}
