import { expect, it } from 'vitest';
import { answering, createReceiver } from './receiver.ts';
import { createStage } from './stage.ts';

interface Saved {
  snapshot: { world: { devices: { outbox: { pending: { payload: string; state: string }[] } }[] } };
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
  ['payload', 'no JSON', 'is no JSON object'],
  ['state', 'delivered', 'does not go with pending'],
] as const)('a snapshot with a delivery whose %s is wrong is refused', async (name, value, message) => {
  const stage = await createStage();
  await stage.subscribe('first', await createReceiver(answering(500)));
  await stage.as('first').createGroup();
  const before = await stage.deliveries();
  const { body } = await stage.control<Saved>('GET', '/snapshot');
  const [delivery] = body.snapshot.world.devices[0]?.outbox.pending ?? [];
  if (delivery !== undefined) delivery[name] = value;
  const field = `snapshot.world.devices[0].outbox.pending[0].${name}`;
  expect(await stage.control('PUT', '/snapshot', body)).toMatchObject({
    body: { rule: 'snapshot-contradicts-itself', validation: [{ field, message }] },
  });
  expect(await stage.deliveries()).toEqual(before);
});
