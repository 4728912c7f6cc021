import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { runContracts } from '../../../contracts/index.ts';
import { startMock } from '../../../mock/index.ts';
import { freePort } from '../../package/free-port.ts';
import { collect } from '../reports/results.ts';

/** Stands between a target and the receiver, and makes each delivery twice before it answers, so that the second one comes before whatever the target delivers next; `without end` makes the newest again every 100 ms after that. */
async function deliverAgain(port: number, withoutEnd: boolean) {
  const made = { again: 0 };
  let timer: NodeJS.Timeout | undefined;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const pass = () =>
        fetch(`http://127.0.0.1:${port}${request.url}`, { method: 'POST', body: Buffer.concat(parts) }).catch(
          () => undefined,
        );
      const passAgain = () => {
        made.again += 1;
        return pass();
      };
      const first = await pass();
      await passAgain();
      response.writeHead(first?.status ?? 500).end();
      clearInterval(timer);
      if (withoutEnd) timer = setInterval(passAgain, 100);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    clearInterval(timer);
    server.close();
    server.closeAllConnections();
  });
  return { made, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it.each([
  ['twice', false],
  ['without end', true],
])(
  'a target that makes each delivery %s ends no later, and breaks no promise: an id tells what came before',
  async (_, withoutEnd) => {
    await using mock = await startMock({ port: 0 });
    const [first = '', second = ''] = mock.accounts.map(({ token }) => token);
    const port = await freePort();
    const { url, made } = await deliverAgain(port, withoutEnd);
    const target = {
      url: mock.url,
      tokens: { first, second },
      has: ['webhook', 'receiver'],
      participants: ['5511900000001'],
      receiver: { url, port },
    } as const;
    const results = await collect(runContracts(target, { only: ['events/*'], timeout: 1000 }));
    expect(made.again).toBeGreaterThan(0);
    const alarms = results.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'skipped');
    expect(alarms.map(({ case: { id }, findings }) => [id, findings])).toEqual([]);
  },
);
