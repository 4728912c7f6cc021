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
