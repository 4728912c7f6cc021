/** What no call shows: a mock in a test that fakes the timers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type RunningMock, startMock } from '../../../mock/index.ts';
import { sleep } from '../../../mock/real-timers.ts';

let mock: RunningMock;
beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'setInterval',
      'setImmediate',
      'clearTimeout',
      'clearInterval',
      'clearImmediate',
      'Date',
    ],
  });
});
afterEach(async () => {
  await mock.close();
  vi.useRealTimers();
});

const headersOf = (token: string) => ({
  Authorization: `Bearer ${token}`,
  'Content-Type': 'application/json',
});

it('calls are answered, late ones too, over HTTP and in the process', async () => {
  mock = await startMock({ port: 0 });
  const world = mock.world();
  for (const ask of [fetch, mock.fetch]) {
    world.faults.next('listGroups', { delay_ms: 20 });
    const answer = await ask(`${mock.url}/groups`, { headers: headersOf(world.token) });
    expect(answer.status).toBe(200);
  }
});

it('a wait for a call ends by itself', async () => {
  mock = await startMock({ port: 0 });
  await expect(mock.world().journal.waitFor('createGroup', { timeout: 20 })).rejects.toThrow(
    'No such call came',
  );
});

it('the clock of a world goes on, and webhooks are tried again when they are due', async () => {
  const statuses = [500, 200];
  const receiver = createServer((_, response) => response.writeHead(statuses.shift() ?? 200).end());
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  mock = await startMock({ port: 0 });
  const world = mock.world();
  const { port } = receiver.address() as AddressInfo;
  const call = (path: string, body: object) =>
    fetch(mock.url + path, { method: 'POST', headers: headersOf(world.token), body: JSON.stringify(body) });
  await call('/webhook', { webhook_url: `http://127.0.0.1:${port}/hook`, enabled_events: ['group.joined'] });
  await call('/groups', { name: 'Team', participants: ['5511777777777'] });
  const begun = process.cpuUsage();
  const arrived = () => world.webhooks.received('group.joined').length;
  while (arrived() === 0) await sleep(50);
  expect(world.webhooks.deliveries('group.joined')[0]?.attempts.map(({ status }) => status)).toEqual([
    500, 200,
  ]);
  const { user, system } = process.cpuUsage(begun);

  // It waits a second; to spin would take all of it.
  expect((user + system) / 1e6).toBeLessThan(0.8);
});

it('a faked clock is followed where it is asked for', async () => {
  vi.setSystemTime('2030-01-31T12:00:00Z');
  mock = await startMock({ port: 0, now: () => Date.now() });
  expect(mock.defaultWorld.clock.now().toISOString()).toBe('2030-01-31T12:00:00.000Z');
});
