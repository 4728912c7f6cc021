/** What no case reads: deliveries that a fault struck, as the control plane tells them. */
import { describe, expect, it } from 'vitest';
import type { ControlSchema } from '../../../spec/index.ts';
import { createReceiver } from './receiver.ts';
import { createStage } from './stage.ts';

/** A mock of which one delivery is struck; the names of the groups by which deliveries came in. */
async function strike(delivery: ControlSchema<'NewFault'>['delivery']) {
  const stage = await createStage();
  const receiver = await createReceiver();
  await stage.subscribe('first', receiver);
  expect(await stage.control('POST', '/faults', { delivery, event: 'group.joined' })).toMatchObject({
    status: 201,
  });
  const came = async () => {
    await stage.deliveries();
    return receiver.received.map(({ body: { data } }) => ('group' in data ? data.group.name : ''));
  };
  return { ...stage, came, create: (name: string) => stage.as('first').createGroup({ name }) };
}

describe('a delivery that a fault strikes', () => {
  it('is sent twice, before the next one', async () => {
    const { create, came, deliveries } = await strike('duplicate');
    for (const name of ['a', 'b']) await create(name);
    expect(await came()).toEqual(['a', 'a', 'b']);
    expect(await deliveries()).toMatchObject([
      { state: 'delivered', fault: 'fault-1', attempts: [{ status: 200 }, { status: 200 }] },
      { state: 'delivered', fault: null, attempts: [{ status: 200 }] },
    ]);
  });

  it('is never sent, and counts as sent', async () => {
    const { create, came, deliveries } = await strike('drop');
    for (const name of ['a', 'b']) await create(name);
    expect(await came()).toEqual(['b']);
    expect(await deliveries()).toMatchObject([{ state: 'dropped', attempts: [] }, { state: 'delivered' }]);
  });

  it('is late on the clock of the world, and the next one waits for it', async () => {
    const { create, came, advance } = await strike({ delay_seconds: 60 });
    for (const name of ['a', 'b']) await create(name);
    await advance(59);
    expect(await came()).toEqual([]);
    await advance(1);
    expect(await came()).toEqual(['a', 'b']);
  });

  it('lets the next one go first', async () => {
    const { create, came } = await strike('reorder');
    await create('a');
    expect(await came()).toEqual([]);
    for (const name of ['b', 'c']) await create(name);
    expect(await came()).toEqual(['b', 'a', 'c']);
  });
});
