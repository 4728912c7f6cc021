import { expect, it } from 'vitest';
import { type Snapshot, sealOf } from '../../../mock/tenants/snapshot.ts';
import { answering, createReceiver } from './receiver.ts';
import { createStage } from './stage.ts';

interface Saved {
  snapshot: Snapshot & { world: { devices: { outbox: { pending: Record<string, unknown>[] } }[] } };
}

it('a snapshot holds what is on its way, and it goes on from there', async () => {
  const stage = await createStage();
  const receiver = await createReceiver(answering(500, 200));
  await stage.subscribe('first', receiver);
  await stage.as('first').createGroup({ name: 'Kept' });
  const before = await stage.deliveries();
  const { body } = await stage.control<Saved>('GET', '/snapshot');

  await stage.advance(10);
  expect(await stage.deliveries()).toMatchObject([{ state: 'delivered' }]);
  expect(await stage.control('PUT', '/snapshot', body)).toMatchObject({ status: 200 });
  expect(await stage.deliveries()).toEqual(before);
  expect(before).toMatchObject([{ state: 'pending', due_at: '2026-06-15T12:00:01Z' }]);
  await stage.advance(1);
  expect(await stage.deliveries()).toMatchObject([
    { state: 'delivered', attempts: [{ status: 500 }, { at: '2026-06-15T12:00:01Z', status: 200 }] },
  ]);
  expect(receiver.received).toHaveLength(3);
});

it.each([
  ['payload', 'no JSON', /^must be the text of a JSON object/],
  ['payload', `{"data":${'['.repeat(2000)}${']'.repeat(2000)}}`, /^must be the text of a JSON object/],
  ['state', 'delivered', /^must be one of pending/],
  ['copies', 1000, /^must be a whole number from 0 to 1/],
  ['attempts', Array(2000).fill({ at: 0, status: 500, error: null, milliseconds: 0 }), /^must have at most/],
] as const)(
  'a snapshot with a delivery whose %s is wrong is refused though it is sealed',
  async (name, value, message) => {
    const stage = await createStage();
    await stage.subscribe('first', await createReceiver(answering(500)));
    await stage.as('first').createGroup();
    const before = await stage.deliveries();
    const { body } = await stage.control<Saved>('GET', '/snapshot');
    const [delivery] = body.snapshot.world.devices[0]?.outbox.pending ?? [];
    if (delivery !== undefined) delivery[name] = value;
    body.snapshot.seal = sealOf(body.snapshot);
    const field = `snapshot.world.devices[0].outbox.pending[0].${name}`;
    expect(await stage.control('PUT', '/snapshot', body)).toMatchObject({
      body: { rule: 'snapshot-not-taken', validation: [{ field, message: expect.stringMatching(message) }] },
    });
    expect(await stage.deliveries()).toEqual(before);
  },
);
