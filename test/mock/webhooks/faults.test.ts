import { describe, expect, it } from 'vitest';
import type { DeliveryMishap } from '../../../mock/world/index.ts';
import { FIRST } from '../http/client.ts';
import { createReceiver } from './receiver.ts';
import { createStage } from './stage.ts';

/** A mock whose first delivery is struck; the names of the groups by which their deliveries came in. */
async function strike(mishap: DeliveryMishap) {
  const stage = await createStage();
  const receiver = await createReceiver();
  const asked: unknown[] = [];
  stage.mock.tenants.main.faults = {
    ...stage.mock.tenants.main.faults,
    strikeDelivery(delivery) {
      asked.push(delivery);
      return asked.length === 1 ? mishap : undefined;
    },
  };
  await stage.subscribe('first', receiver);
  const came = async () => {
    await stage.deliveries();
    return receiver.received.map(({ body: { data } }) => ('group' in data ? data.group.name : ''));
  };
  return { ...stage, asked, came, create: (name: string) => stage.as('first').createGroup({ name }) };
}

describe('a delivery that a fault strikes', () => {
  it('is asked for by its event, its account and its moment', async () => {
    const { create, asked } = await strike({ rule: 'fault-1' });
    await create('a');
    expect(asked).toEqual([{ event: 'group.joined', phone: FIRST, now: Date.parse('2026-06-15T12:00:00Z') }]);
  });

  it('is sent twice, before the next one', async () => {
    const { create, came, deliveries } = await strike({ rule: 'fault-1', duplicate: true });
    for (const name of ['a', 'b']) await create(name);
    expect(await came()).toEqual(['a', 'a', 'b']);
    expect(await deliveries()).toMatchObject([
      { state: 'delivered', fault: 'fault-1', attempts: [{ status: 200 }, { status: 200 }] },
      { state: 'delivered', fault: null, attempts: [{ status: 200 }] },
    ]);
  });

  it('is never sent, and counts as sent', async () => {
    const { create, came, deliveries } = await strike({ rule: 'fault-1', drop: true });
    for (const name of ['a', 'b']) await create(name);
    expect(await came()).toEqual(['b']);
    expect(await deliveries()).toMatchObject([{ state: 'dropped', attempts: [] }, { state: 'delivered' }]);
  });

  it('is late on the clock of the world, and the next one waits for it', async () => {
    const { create, came, advance } = await strike({ rule: 'fault-1', delay: 60_000 });
    for (const name of ['a', 'b']) await create(name);
    await advance(59);
    expect(await came()).toEqual([]);
    await advance(1);
    expect(await came()).toEqual(['a', 'b']);
  });

  it('lets the next one go first', async () => {
    const { create, came } = await strike({ rule: 'fault-1', reorder: true });
    await create('a');
    expect(await came()).toEqual([]);
    for (const name of ['b', 'c']) await create(name);
    expect(await came()).toEqual(['b', 'a', 'c']);
  });
});
