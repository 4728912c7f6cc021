/** What no call shows: when a delivery is due to the millisecond, and how many an outbox keeps. */
import { describe, expect, it } from 'vitest';
import {
  type DeliveryMishap,
  dueDelivery,
  enqueue,
  giveUp,
  MOST_FINISHED,
  MOST_PENDING,
  noteAttempt,
} from '../../../mock/world/outbox.ts';
import type { Delivery, Outbox } from '../../../mock/world/state/delivery.ts';
import { createScene } from './scene.ts';

const SECOND = 1000;
const ARRIVED = { status: 200, error: null, milliseconds: 0 };
const FAILED = { status: 500, error: null, milliseconds: 0 };

/** The outbox of one account; its clock stands still until it is moved. */
function createQueue({ retries = 3 } = {}) {
  const { world } = createScene();
  world.clock.freeze(true);
  const start = world.clock.now();
  const outbox: Outbox = { pending: [], finished: [] };
  return {
    outbox,
    add: (id: string, mishap?: DeliveryMishap) =>
      enqueue(
        world,
        outbox,
        { id, event: 'group.info', payload: '{}', createdAt: world.clock.now() },
        mishap,
      ),
    due: () => dueDelivery(world, outbox)?.id,
    /** The attempt that is due is over. */
    attempt(outcome = ARRIVED) {
      const delivery = dueDelivery(world, outbox);
      if (delivery === undefined) throw new Error('Nothing is due.');
      noteAttempt(world, outbox, delivery, outcome, retries);
      return delivery;
    },
    giveUp: (delivery: Delivery) => giveUp(world, outbox, delivery, 'Because.'),
    wait: (seconds: number) => world.clock.set(world.clock.now() + seconds * SECOND),
    go: () => world.clock.freeze(false),
    /** The moments of the attempts, in seconds from the start. */
    moments: ({ attempts }: Delivery) => attempts.map(({ at }) => (at - start) / SECOND),
  };
}

describe('a queue', () => {
  it('is worked off in order', () => {
    const { add, attempt, due } = createQueue();
    for (const id of ['a', 'b', 'c']) add(id);
    expect([attempt(), attempt(), attempt()]).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(due()).toBeUndefined();
  });

  it('waits for its first one, which is tried after 1, 2 and 4 seconds more', () => {
    const { add, attempt, due, wait, moments, outbox } = createQueue();
    const first = add('a');
    add('b');
    attempt(FAILED);
    expect(due()).toBeUndefined();
    for (const seconds of [1, 2, 4]) {
      wait(seconds - 0.001);
      expect(due()).toBeUndefined();
      wait(0.001);
      expect(due()).toBe('a');
      attempt(FAILED);
    }
    expect(moments(first)).toEqual([0, 1, 3, 7]);
    expect(first.state).toBe('failed');
    expect(due()).toBe('b');
    expect(moments(attempt())).toEqual([7]);
    expect(outbox.pending).toEqual([]);
  });

  it('stamps attempts with the moment at which they were due, however late it is', () => {
    const { add, attempt, wait, moments } = createQueue();
    const first = add('a');
    wait(3600);
    for (const outcome of [FAILED, FAILED, ARRIVED]) attempt(outcome);
    expect(moments(first)).toEqual([0, 1, 3]);
    expect(first.state).toBe('delivered');
  });

  it('counts the time that an attempt took while the clock goes', () => {
    const { add, attempt, wait, moments, go } = createQueue();
    const first = add('a');
    go();
    attempt({ ...FAILED, milliseconds: 30_000 });
    wait(31);
    attempt();
    expect(moments(first)).toEqual([0, 31]);
  });

  it('does not try again what was given no retries', () => {
    const { add, attempt } = createQueue({ retries: 0 });
    add('a');
    expect(attempt(FAILED).state).toBe('failed');
  });

  it(`holds ${MOST_PENDING}, of which the oldest is given up, but not the one that may be on its way`, () => {
    const { add, outbox } = createQueue();
    for (let n = 0; n <= MOST_PENDING; n += 1) add(String(n));
    expect(outbox.pending).toHaveLength(MOST_PENDING);
    expect(outbox.pending.slice(0, 2)).toMatchObject([{ id: '0' }, { id: '2' }]);
    expect(outbox.finished).toMatchObject([
      { id: '1', state: 'failed', reason: expect.stringContaining('1000') },
    ]);
  });

  it(`remembers the last ${MOST_FINISHED} that are over`, () => {
    const { add, attempt, outbox } = createQueue();
    for (let n = 0; n < MOST_FINISHED + 50; n += 1) {
      add(String(n));
      attempt();
    }
    expect(outbox.finished).toHaveLength(MOST_FINISHED);
    expect(outbox.finished[0]?.id).toBe('50');
  });

  it('goes on behind one that is given up', () => {
    const { add, giveUp, due } = createQueue();
    const first = add('a');
    add('b');
    giveUp(first);
    expect(first).toMatchObject({ state: 'failed', reason: 'Because.', attempts: [] });
    expect(due()).toBe('b');
  });

  it('numbers every change', () => {
    const { add, attempt } = createQueue();
    const first = add('a');
    const { revision } = first;
    attempt(FAILED);
    expect(first.revision).toBeGreaterThan(revision);
    expect(add('b').revision).toBeGreaterThan(first.revision);
  });
});

describe('a fault', () => {
  it('sends a delivery twice', () => {
    const { add, attempt, due } = createQueue();
    const first = add('a', { rule: 'twice', duplicate: true });
    attempt();
    expect(first.state).toBe('pending');
    expect(due()).toBe('a');
    attempt();
    expect(first).toMatchObject({ state: 'delivered', fault: 'twice', attempts: [{}, {}] });
  });

  it('sends it twice although the second copy fails: it arrived', () => {
    const { add, attempt } = createQueue();
    const first = add('a', { rule: 'twice', duplicate: true });
    attempt();
    attempt(FAILED);
    expect(first.state).toBe('delivered');
  });

  it('drops it', () => {
    const { add, due, outbox } = createQueue();
    add('a', { rule: 'lost', drop: true });
    expect(due()).toBeUndefined();
    expect(outbox.finished).toMatchObject([{ id: 'a', state: 'dropped', attempts: [], fault: 'lost' }]);
  });

  it('has it due later, and what comes after it as well', () => {
    const { add, due, wait } = createQueue();
    add('a', { rule: 'late', delay: 5 * SECOND });
    add('b');
    expect(due()).toBeUndefined();
    wait(5);
    expect(due()).toBe('a');
  });

  it('lets the next one go first', () => {
    const { add, attempt, due } = createQueue();
    add('a', { rule: 'swap', reorder: true });
    expect(due()).toBeUndefined();
    add('b');
    add('c');
    expect([attempt(), attempt(), attempt()].map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('waits for the next one for 10 seconds', () => {
    const { add, attempt, due, wait } = createQueue();
    add('a', { rule: 'swap', reorder: true });
    wait(10);
    expect(due()).toBe('a');
    add('b');
    expect([attempt(), attempt()].map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
