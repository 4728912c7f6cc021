import type { WritableDelivery, WritableOutbox, WritableWorld } from './apply/writable.ts';
import { momentAfter } from './clock.ts';
import type { Attempt, Delivery, DeliveryState, Outbox } from './state/delivery.ts';
import type { News } from './state/domain-event.ts';
import type { World } from './state/world.ts';

/** What a fault does to a delivery. */
export interface DeliveryMishap {
  readonly rule: string;
  /** It is sent twice. */
  readonly duplicate?: boolean;
  /** The same is sent once more, under an id of its own. */
  readonly duplicateWithNewId?: boolean;
  /** It is counted as sent, and never sent. */
  readonly drop?: boolean;
  /** It is due so many milliseconds later. */
  readonly delay?: number;
  /** The next one of the queue goes first. */
  readonly reorder?: boolean;
}

/** So many deliveries of an account can wait; with one more the oldest of them is given up. */
export const MOST_PENDING = 1000;

/** So many of those that are over are remembered; the oldest go first. */
export const MOST_FINISHED = 200;

/** How long a delivery that lets the next one go first waits for it, in milliseconds. */
const PATIENCE = 10_000;

/** How long after the first failure a delivery is tried again, in milliseconds; each further time takes twice as long. */
const FIRST_BACKOFF = 1000;

/** Takes what webhooks are yet to be told of; nothing is left. */
export function takeNews(world: World): News[] {
  return (world as WritableWorld).outgoing.splice(0);
}

/** Puts a delivery at the end of the queue, or where a fault has it. */
export function enqueue(
  world: World,
  outbox: Outbox,
  wanted: Pick<Delivery, 'id' | 'event' | 'payload' | 'createdAt'>,
  mishap: DeliveryMishap | undefined,
): Delivery {
  const { counters } = world as WritableWorld;
  counters.deliveries += 1;
  const yields = mishap?.reorder === true;
  const delivery: WritableDelivery = {
    ...wanted,
    sequence: counters.deliveries,
    state: 'pending',
    due: momentAfter(wanted.createdAt, (mishap?.delay ?? 0) + (yields ? PATIENCE : 0)),
    attempts: [],
    fault: mishap?.rule ?? null,
    copies: mishap?.duplicate === true ? 1 : 0,
    yields,
    reason: null,
    revision: 0,
  };
  touch(world, delivery);
  if (mishap?.drop === true) finish(world, outbox, delivery, 'dropped', delivery.createdAt);
  else insert(world, outbox, delivery);
  return delivery;
}

/** The delivery that is due now; undefined when there is none, or when the first of the queue is due later. */
export function dueDelivery({ clock }: World, { pending: [first] }: Outbox): Delivery | undefined {
  return first !== undefined && first.due <= clock.now() ? first : undefined;
}

/**
 * Notes what became of an attempt: 2xx ends the delivery, anything else has it tried again with exponential backoff,
 * `retries` times. On a clock that stands still the attempt took no time.
 */
export function noteAttempt(
  world: World,
  outbox: Outbox,
  delivery: Delivery,
  outcome: Omit<Attempt, 'at'>,
  retries: number,
): void {
  const tried = delivery as WritableDelivery;
  const { attempts, due } = tried;
  attempts.push({ at: due, ...outcome });
  const end = momentAfter(due, world.clock.frozen ? 0 : outcome.milliseconds);
  const arrived = attempts.filter(isArrival).length;
  touch(world, tried);
  if (arrived > tried.copies || (arrived > 0 && !isArrival(outcome))) {
    finish(world, outbox, tried, 'delivered', end);
  } else if (arrived > 0) tried.due = end;
  else if (attempts.length > retries) finish(world, outbox, tried, 'failed', end);
  else tried.due = momentAfter(end, FIRST_BACKOFF * 2 ** (attempts.length - 1));
}

/** Gives a delivery up without an attempt. */
export function giveUp(world: World, outbox: Outbox, delivery: Delivery, reason: string): void {
  const given = delivery as WritableDelivery;
  given.reason = reason;
  finish(world, outbox, given, 'failed', given.due);
}

function insert(world: World, outbox: Outbox, delivery: WritableDelivery): void {
  const { pending } = outbox as WritableOutbox;
  const last = pending.at(-1);
  if (last?.yields && last.due > world.clock.now()) {
    last.yields = false;
    last.due = delivery.createdAt;
    pending.splice(-1, 0, delivery);
  } else pending.push(delivery);
  // The first one may be on its way.
  const oldest = pending.length > MOST_PENDING ? pending[1] : undefined;
  if (oldest !== undefined) giveUp(world, outbox, oldest, `More than ${MOST_PENDING} deliveries waited.`);
}

function finish(
  world: World,
  outbox: Outbox,
  delivery: WritableDelivery,
  state: DeliveryState,
  end: number,
): void {
  const { pending, finished } = outbox as WritableOutbox;
  delivery.state = state;
  touch(world, delivery);
  const place = pending.indexOf(delivery);
  if (place !== -1) pending.splice(place, 1);
  finished.push(delivery);
  if (finished.length > MOST_FINISHED) finished.shift();
  // What waited behind it was not due before it was over.
  const [next] = pending;
  if (place === 0 && next !== undefined) next.due = Math.max(next.due, end);
}

function touch(world: World, delivery: WritableDelivery): void {
  const { counters } = world as WritableWorld;
  counters.revisions += 1;
  delivery.revision = counters.revisions;
}

function isArrival({ status }: Pick<Attempt, 'status'>): boolean {
  return Math.floor((status ?? 0) / 100) === 2;
}
