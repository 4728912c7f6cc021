import type { Notice } from '../delivery/courier.ts';
import type { StreamReply } from '../engine/call.ts';
import { clearInterval, setInterval } from '../real-timers.ts';
import type { Tenant } from '../tenants/tenant.ts';
import type { Delivery, Phone, World } from '../world/index.ts';
import { watchCalls } from './watch-calls.ts';
import { toDelivery } from './wire/delivery.ts';
import { toEvent } from './wire/event.ts';

/** How far a reader has come: the number of the last happening, and of the last change of a delivery. */
interface Cursor {
  happening: number;
  revision: number;
}

/** How often a stream on which nothing happens shows that it is alive, in milliseconds. */
export const HEARTBEAT = 15_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  // A proxy that collects what it passes on would hold it back.
  'X-Accel-Buffering': 'no',
};

/** Everything that happens in a world from now on, or from after the id that was sent last, as server-sent events. */
export function streamWorld(
  tenant: Tenant,
  lastId: string | undefined,
  { heartbeat = HEARTBEAT, all = false } = {},
): StreamReply {
  return {
    status: 200,
    headers: HEADERS,
    body: ({ write, end, fail }) => {
      let at = toCursor(tenant.world, lastId);
      const catchUp = () => {
        for (const { event, id, data } of newsAfter(tenant.world, at)) {
          at = id;
          write(`id: ${id.happening}.${id.revision}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
        }
      };
      const say = (event: 'replaced' | 'calls' | 'driven') =>
        write(`id: ${at.happening}.${at.revision}\nevent: ${event}\ndata: {}\n\n`);
      const tell = (notice: Notice) => {
        if (notice === 'changed') catchUp();
        if (notice === 'driven' && all) say('driven');
        if (notice === 'replaced') {
          at = present(tenant.world);
          say('replaced');
        }
        if (notice === 'ended') {
          stop();
          end();
        }
      };
      const stopWatching = tenant.courier.watch((notice) => {
        try {
          tell(notice);
        } catch (error) {
          // Whoever made it happen has nothing to do with those who look on.
          stop();
          fail(error);
        }
      });
      const beat = setInterval(() => write(': still here\n\n'), heartbeat).unref();
      const stopCalls = all ? watchCalls(tenant, () => say('calls')) : () => {};
      const stop = () => {
        stopCalls();
        clearInterval(beat);
        stopWatching();
      };
      write(': here is what happens\n\n');
      catchUp();
      return stop;
    },
  };
}

/** What is not in the world, for example because it was reset since, starts from what is remembered. */
function toCursor(world: World, lastId = ''): Cursor {
  const now = present(world);
  const [, happening, revision] = /^(\d{1,15})\.(\d{1,15})$/.exec(lastId) ?? [];
  if (happening === undefined) return now;
  const wanted = { happening: Number(happening), revision: Number(revision) };
  const isAhead = wanted.happening > now.happening || wanted.revision > now.revision;
  return isAhead ? { happening: 0, revision: 0 } : wanted;
}

function present({ counters }: World): Cursor {
  return { happening: counters.happenings, revision: counters.revisions };
}

function* newsAfter(world: World, { happening, revision }: Cursor) {
  const fresh = Math.min(world.counters.happenings - happening, world.happenings.length);
  for (const one of fresh === 0 ? [] : world.happenings.slice(-fresh)) {
    const id: Cursor = { happening: one.sequence, revision };
    yield { event: 'event', id, data: toEvent(one) };
  }
  for (const { phone, delivery } of changedAfter(world, revision)) {
    const id: Cursor = { happening: world.counters.happenings, revision: delivery.revision };
    yield { event: 'delivery', id, data: toDelivery(phone, delivery) };
  }
}

function changedAfter(world: World, revision: number): { phone: Phone; delivery: Delivery }[] {
  return [...world.devices.values()]
    .flatMap(({ phone, outbox }) =>
      [...outbox.finished, ...outbox.pending].map((delivery) => ({ phone, delivery })),
    )
    .filter(({ delivery }) => delivery.revision > revision)
    .sort((one, other) => one.delivery.revision - other.delivery.revision);
}
