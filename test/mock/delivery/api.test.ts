/** What no case shows: that a call does not wait for its deliveries. */
import { describe, expect, it } from 'vitest';
import { createReceiver } from './receiver.ts';
import { createStage, type Stage } from './stage.ts';

/** The median of how long a call takes that causes an event, in milliseconds. */
async function pace({ as }: Stage): Promise<number> {
  const { jid } = await as('first').createGroup();
  const times: number[] = [];
  for (let n = 0; n < 60; n += 1) {
    const start = performance.now();
    await as('first').patch(`/groups/${jid}`, { topic: `News ${n}` });
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[30] ?? 0;
}

describe('a call of the API', () => {
  it('does not wait for a receiver that never answers, nor for one that is not there', async () => {
    const usual = await pace(await createStage());
    const hung = await createReceiver(() => {});
    for (const url of [hung.url, 'http://127.0.0.1:9/']) {
      const stage = await createStage();
      await stage.subscribe('first', { url });
      // Measured 0.9 to 1.6 times (median of 200 calls, four runs); a call that waited for the receiver would take as long as its timeout, 30 s.
      expect(await pace(stage)).toBeLessThan(3 * usual + 20);
    }
  });

  it('that breaks the document of an event is answered, and the fault is told instead of delivered', async () => {
    const faults: unknown[] = [];
    const stage = await createStage({ onFault: (error) => faults.push(error) });
    const receiver = await createReceiver();
    await stage.subscribe('first', receiver);
    const { jid } = await stage.as('first').createGroup();
    await stage.deliveries();
    const group = stage.mock.tenants.main.world.groups.get(jid);
    Object.assign(group?.settings ?? {}, { locked: 'perhaps' });
    await stage.subscribe('second', receiver);
    const body = { participants: ['5511888888888'] };
    expect(await stage.as('first').post(`/groups/${jid}/participants`, body)).toMatchObject({ status: 200 });
    expect(faults).toHaveLength(1);
    expect(String(faults[0])).toMatch(/breaks its own document.*"group.joined".*data\.group\.is_locked/);
    // The other account learns by an event that fits.
    expect((await stage.deliveries()).map(({ event }) => event)).toEqual(['group.joined', 'group.info']);
    expect(receiver.received).toHaveLength(2);
  });
});
