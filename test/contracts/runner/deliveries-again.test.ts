import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { runContracts } from '../../../contracts/index.ts';
import { startMock } from '../../../mock/index.ts';
import { freePort } from '../../package/free-port.ts';
import { collect } from '../reports/results.ts';

/** Stands between a target and the receiver, and makes each delivery so often, so many milliseconds apart; how many it made. */
async function deliverAgain(port: number, times: number, apart: number) {
  const made = { count: 0 };
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const pass = () =>
        fetch(`http://127.0.0.1:${port}${request.url}`, { method: 'POST', body: Buffer.concat(parts) }).catch(
          () => undefined,
        );
      const first = await pass();
      response.writeHead(first?.status ?? 500).end();
      let left = times - 1;
      const again = setInterval(() => {
        if (left-- <= 0) clearInterval(again);
        else void pass();
        made.count += 1;
      }, apart);
      timers.add(again);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const timer of timers) clearInterval(timer);
    server.close();
    server.closeAllConnections();
  });
  return { made, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it.each([
  ['twice', 2, 1],
  ['without end', Number.POSITIVE_INFINITY, 100],
])(
  'a target that makes each delivery %s ends no later, and is told',
  { timeout: 60_000 },
  async (_, times, apart) => {
    await using mock = await startMock({ port: 0 });
    const [first = '', second = ''] = mock.accounts.map(({ token }) => token);
    const port = await freePort();
    const { url, made } = await deliverAgain(port, times, apart);
    const target = {
      url: mock.url,
      tokens: { first, second },
      has: ['webhook', 'receiver'],
      participants: ['5511900000001'],
      receiver: { url, port },
    } as const;
    const start = performance.now();
    const results = await collect(runContracts(target, { only: ['events/*'], timeout: 1000 }));
    expect(made.count).toBeGreaterThan(0);
    expect(results.some(({ verdict }) => verdict !== 'kept' && verdict !== 'skipped')).toBe(true);
    expect(performance.now() - start).toBeLessThan(40_000);
  },
);
