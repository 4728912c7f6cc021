/** What no call shows: webhooks through the programming interface. */
import { afterAll, describe, expect, it } from 'vitest';
import { MockError, startMock } from '../../../../mock/index.ts';
import { answering, createReceiver } from '../../delivery/receiver.ts';

const GUEST = '5511777777777';
const mock = await startMock({ port: 0 });
afterAll(() => mock.close());

/** A world whose first account is told of its groups. */
async function createTold(...answers: number[]) {
  const world = mock.world({ seed: 1 });
  const receiver = await createReceiver(answering(...(answers.length === 0 ? [200] : answers)));
  const subscribed = await fetch(`${mock.url}/webhook`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ webhook_url: receiver.url, enabled_events: ['group.info', 'group.joined'] }),
  });
  expect(subscribed.status).toBe(200);
  return { world, receiver, guest: world.person(GUEST) };
}

describe('the webhooks of a world', () => {
  it('were received once they are settled, with what was sent', async () => {
    const { world, receiver, guest } = await createTold();
    const group = guest.createsGroup('Crew', [world.phone]);
    guest.sets(group, { name: 'Friends' });
    await world.webhooks.settled();
    expect(world.webhooks.received()).toMatchObject([
      { event: 'group.joined', phone: world.phone, state: 'delivered', payload: { data: { type: 'new' } } },
      { event: 'group.info', payload: { data: { jid: group, name: 'Friends' } } },
    ]);
    expect(receiver.received.map(({ body }) => body)).toEqual(
      world.webhooks.received().map(({ payload }) => payload),
    );
    expect(world.webhooks.received('group.info')).toHaveLength(1);
    expect(world.webhooks.received({ phone: GUEST })).toEqual([]);
  });

  it('are deliveries with every attempt, before a receiver takes them too', async () => {
    const { world, guest } = await createTold(500, 200);
    world.clock.freeze();
    guest.createsGroup('Crew', [world.phone]);
    await world.webhooks.settled();
    expect(world.webhooks.received()).toEqual([]);
    expect(world.webhooks.deliveries({ state: 'pending' })).toMatchObject([{ attempts: [{ status: 500 }] }]);
    world.clock.advance({ seconds: 1 });
    await world.webhooks.settled();
    expect(world.webhooks.received()).toMatchObject([{ attempts: [{ status: 500 }, { status: 200 }] }]);
  });

  it('say what is left to send when a receiver does not answer', async () => {
    const world = mock.world();
    const silent = await createReceiver(() => {});
    await fetch(`${mock.url}/webhook`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${world.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ webhook_url: silent.url, enabled_events: ['group.joined'] }),
    });
    world.person(GUEST).createsGroup('Crew', [world.phone]);
    await expect(world.webhooks.settled({ timeout: 30 })).rejects.toThrow(
      `1 deliveries are left to send after 30 ms. Is the receiver up, and does it answer?\n  group.joined to ${world.phone}: not answered yet`,
    );
    world.end();
    expect(() => world.webhooks.received()).toThrow(MockError);
  });

  it('that a fault drops were not received', async () => {
    const { world, guest } = await createTold();
    const fault = world.faults.add({ delivery: 'drop', event: 'group.joined' });
    guest.createsGroup('Crew', [world.phone]);
    await world.webhooks.settled();
    expect(world.webhooks.received()).toEqual([]);
    expect(world.webhooks.deliveries()).toMatchObject([{ state: 'dropped', fault: fault.id }]);
  });
});

describe('the events of a world', () => {
  it('are what happened, webhook or not, in words and in fields', () => {
    const world = mock.world();
    const guest = world.person(GUEST);
    const group = guest.createsGroup('Crew', [world.phone]);
    guest.promotes(group, world.phone);
    guest.createsGroup('Another');
    expect(world.events({ group })).toMatchObject([
      { kind: 'created', actor: GUEST, group_jid: group },
      {
        kind: 'promoted',
        actor: GUEST,
        people: [world.phone],
        says: expect.stringContaining('was promoted'),
      },
    ]);
    expect(world.events({ after: 1 })).toHaveLength(2);
    expect(world.events({ limit: 1 })).toHaveLength(1);
    expect(world.events({ phone: '5511600000000' })).toEqual([]);
  });
});
