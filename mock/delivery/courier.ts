import type { Faults } from '../faults/faults.ts';
import { clearImmediate, clearTimeout, setImmediate, setTimeout } from '../real-timers.ts';
import {
  type Delivery,
  type Device,
  dueDelivery,
  giveUp,
  noteAttempt,
  settle,
  takeNews,
  type Webhook,
  type World,
} from '../world/index.ts';
import { type FailedDelivery, tellFailure } from './failed-delivery.ts';
import type { Post } from './post.ts';
import { type PayloadRules, queueDelivery } from './queue-delivery.ts';
import { sign } from './sign.ts';

/** Takes what happened in one world to the webhooks of its accounts. */
export interface Courier {
  /** Queues what happened for the webhooks that want it. To be called after each request; it sends nothing itself. */
  collect(): void;
  /** The same, when the clock or the world itself may have changed as well. */
  wake(): void;
  /** Whether every delivery that is due is over. */
  isSettled(): boolean;
  /** The same, waiting so many milliseconds for it at most. */
  settled(within: number): Promise<boolean>;
  /** Calls back after each change of the log or of a delivery, and when the world was replaced or ended. Returns how to stop that. */
  watch(listener: (news: Notice) => void): () => void;
  /** Tells those who watch that the control plane changed something, such as the clock, which is no event. */
  tellDriven(): void;
  /** Forgets everything that is on its way. */
  close(): void;
}

/** What those who watch are told. */
export type Notice = 'changed' | 'replaced' | 'driven' | 'ended';

/** What a courier works with. */
export interface CourierTools {
  post: Post;
  /** What the document in force says of payloads. */
  payloads: () => PayloadRules;
  /** The clock of the machine, in milliseconds. */
  machine: () => number;
  /** Called with what went wrong when the mock itself is at fault. */
  onFault: (error: unknown) => void;
  /** Called after each attempt that did not arrive. */
  onFailure?: ((failure: FailedDelivery) => void) | undefined;
}

/** The longest that a timer can be set for, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** A courier of whatever world its tenant has: what was on its way in a world before is forgotten. */
export function createCourier(
  tenant: { readonly world: World; readonly faults: Faults },
  { post, payloads, machine, onFault, onFailure }: CourierTools,
): Courier {
  let world = tenant.world;
  let seen = { happenings: 0, revisions: 0 };
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let round: NodeJS.Immediate | undefined;
  const underway = new Map<Device, AbortController>();
  const listeners = new Set<(news: Notice) => void>();

  /** Nobody calls what timers do, so what goes wrong with it has nobody else to be told. */
  const safely = (act: () => void) => {
    try {
      act();
    } catch (error) {
      onFault(error);
    }
  };

  const notify = (news: Notice) => {
    for (const listener of [...listeners]) listener(news);
  };

  const tellChanges = () => {
    const { happenings, revisions } = world.counters;
    if (happenings === seen.happenings && revisions === seen.revisions) return;
    seen = { happenings, revisions };
    notify('changed');
  };

  const forget = () => {
    for (const controller of underway.values()) controller.abort();
    underway.clear();
    clearTimeout(timer);
    clearImmediate(round);
    round = undefined;
  };

  const queueAll = () => {
    for (const news of takeNews(world)) {
      for (const phone of news.to) {
        const device = world.devices.get(phone);
        try {
          if (device !== undefined) queueDelivery(world, device, news, tenant.faults, payloads());
        } catch (error) {
          onFault(error);
        }
      }
    }
  };

  /**
   * The attempts go out after the answer of the request that caused them. It is over at once, so it may keep the process
   * alive; one that may not would not wake a process that has nothing else to do.
   */
  const goSoon = () => {
    round ??= setImmediate(() => {
      round = undefined;
      safely(go);
    });
  };

  const go = () => {
    for (const device of world.devices.values()) {
      const delivery = underway.has(device) ? undefined : dueDelivery(world, device.outbox);
      if (delivery !== undefined) attempt(device, delivery);
    }
    tellChanges();
    plan();
  };

  const attempt = (device: Device, delivery: Delivery) => {
    const { webhook } = device;
    if (webhook?.enabled !== true) {
      giveUp(world, device.outbox, delivery, 'The webhook was disabled meanwhile.');
      tellFailure(onFailure, device, delivery);
      goSoon();
      return;
    }
    const controller = new AbortController();
    underway.set(device, controller);
    const started = machine();
    post
      .send(toLetter(world, webhook, delivery, controller.signal))
      .then(({ status, error, isMock }) => {
        if (controller.signal.aborted) return;
        underway.delete(device);
        if (isMock) {
          const reason = `The webhook leads to a mock at ${new URL(webhook.url).host}, and a mock takes no deliveries.`;
          giveUp(world, device.outbox, delivery, reason);
        } else {
          const milliseconds = Math.max(0, Math.round(machine() - started));
          noteAttempt(world, device.outbox, delivery, { status, error, milliseconds }, webhook.retryAttempts);
        }
        tellFailure(onFailure, device, delivery);
        go();
      })
      .catch(onFault);
  };

  /** A clock that goes wakes the courier for the next delivery, and for what somebody will do. */
  const plan = () => {
    clearTimeout(timer);
    if (closed || world.clock.frozen) return;
    const moments = [...world.devices.values()]
      .filter((device) => !underway.has(device))
      .flatMap(({ outbox }) => outbox.pending[0]?.due ?? []);
    const next = Math.min(...moments, world.agenda[0]?.at ?? Infinity);
    if (next === Infinity) return;
    const wait = Math.min(Math.max(0, next - world.clock.now()), LONGEST_TIMER);
    timer = setTimeout(() => safely(wake), wait).unref();
  };

  const wake = () => {
    if (closed) return;
    if (tenant.world !== world) {
      forget();
      world = tenant.world;
      seen = { ...world.counters };
      notify('replaced');
    }
    settle(world);
    queueAll();
    goSoon();
  };

  const isSettled = () =>
    world.outgoing.length === 0 &&
    underway.size === 0 &&
    [...world.devices.values()].every(({ outbox }) => dueDelivery(world, outbox) === undefined);

  const watch = (listener: (news: Notice) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    collect() {
      const isWatched = listeners.size > 0 && hasNews(world, seen);
      if (world !== tenant.world || world.outgoing.length > 0 || isWatched) wake();
    },
    wake,
    isSettled,
    settled: (within) =>
      new Promise((resolve) => {
        const end = (isDone: boolean) => {
          clearTimeout(limit);
          stop();
          resolve(isDone);
        };
        const limit = setTimeout(() => end(isSettled()), within).unref();
        const stop = watch((news) => {
          if (news === 'ended' || isSettled()) end(news !== 'ended');
        });
        if (closed || isSettled()) end(!closed);
      }),
    watch,
    tellDriven: () => notify('driven'),
    close() {
      if (closed) return;
      closed = true;
      forget();
      notify('ended');
      listeners.clear();
    },
  };
}

function hasNews({ counters }: World, seen: { happenings: number; revisions: number }): boolean {
  return counters.happenings !== seen.happenings || counters.revisions !== seen.revisions;
}

function toLetter({ rulings }: World, webhook: Webhook, { id, payload }: Delivery, signal: AbortSignal) {
  const { url, headers, timeout, secret } = webhook;
  return { id, url, headers, timeout, signal, ...sign(payload, secret, rulings) };
}
