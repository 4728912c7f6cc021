/** What no case reads: deliveries that a fault struck, as the control plane tells them. */
import { expect, it } from 'vitest';
import type { ControlSchema } from '../../../spec/index.ts';
import { createReceiver } from './receiver.ts';
import { createStage } from './stage.ts';

const SENT = { state: 'delivered', fault: null, attempts: [{ status: 200 }] };

it.each<[ControlSchema<'NewFault'>['delivery'], object[]]>([
  [
    'duplicate',
    [{ state: 'delivered', fault: 'fault-1', attempts: [{ status: 200 }, { status: 200 }] }, SENT],
  ],
  [
    'duplicate-with-new-id',
    [{ state: 'delivered', fault: 'fault-1' }, { state: 'delivered', fault: 'fault-1' }, SENT],
  ],
  ['drop', [{ state: 'dropped', fault: 'fault-1', attempts: [] }, SENT]],
  ['reorder', [{ state: 'delivered', fault: 'fault-1' }, SENT]],
  [{ delay_seconds: 60 }, [{ state: 'pending', due_at: '2026-06-15T12:01:00Z' }, { state: 'pending' }]],
])('a delivery that a fault strikes with %j is told with it', async (delivery, told) => {
  const stage = await createStage();
  await stage.subscribe('first', await createReceiver());
  const fault = await stage.control('POST', '/faults', { delivery, event: 'group.joined' });
  expect(fault).toMatchObject({ status: 201 });
  for (const name of ['a', 'b']) await stage.as('first').createGroup({ name });
  expect(await stage.deliveries()).toMatchObject(told);
});

it('a delivery that comes again under a new id tells the same, and the webhook is asked for both', async () => {
  const stage = await createStage();
  const receiver = await createReceiver();
  await stage.subscribe('first', receiver);
  await stage.control('POST', '/faults', { delivery: 'duplicate-with-new-id' });
  await stage.as('first').createGroup();
  await stage.deliveries();
  const [one, other, ...more] = receiver.received.map(({ body }) => body);
  expect(more).toEqual([]);
  expect({ ...other, signature: '', id: '' }).toEqual({ ...one, signature: '', id: '' });
  expect(other?.id).not.toBe(one?.id);
});

it('deliveries of one group, or about one person, are lost, and those of others come', async () => {
  const stage = await createStage();
  await stage.subscribe('first', await createReceiver(), { enabled_events: ['group.info'] });
  const { createGroup, post, patch } = stage.as('first');
  const [a, b] = [await createGroup({ name: 'a' }), await createGroup({ name: 'b' })];
  await stage.control('POST', '/faults', { delivery: 'drop', group: a.jid, times: null });
  await stage.control('POST', '/faults', { delivery: 'drop', participant: '5511888888888', times: null });
  for (const { jid } of [a, b]) await patch(`/groups/${jid}`, { topic: 'x' });
  for (const participants of [['5511666666666'], ['5511888888888']])
    await post(`/groups/${b.jid}/participants`, { participants });
  // Who does something is named, too.
  await stage.act('5511888888888', { do: 'leave', group: b.jid });
  const states = (await stage.deliveries()).map(({ state, fault }) => [state, fault]);
  expect(states).toEqual([
    ['dropped', 'fault-1'],
    ['delivered', null],
    ['delivered', null],
    ['dropped', 'fault-2'],
    ['dropped', 'fault-2'],
  ]);
});
