import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { runContracts } from '../../../contracts/index.ts';
import { createApp, createMock } from '../../../mock/index.ts';
import { collect } from '../reports/results.ts';

const TOKENS = {
  first: '11111111-1111-4111-8111-111111111111',
  second: '22222222-2222-4222-8222-222222222222',
};

it('the suite puts its tokens into one header and nowhere else', { timeout: 60_000 }, async () => {
  const app = createApp(createMock({ seed: 1 }));
  const seen: string[] = [];
  let withToken = 0;
  const server = createServer((request, response) => {
    const { authorization = '', ...headers } = request.headers;
    if (Object.values(TOKENS).some((token) => authorization.includes(token))) withToken += 1;
    seen.push(`${request.method} ${request.url} ${JSON.stringify(headers)}`);
    request.on('data', (part: Buffer) => seen.push(part.toString()));
    app(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await collect(
    runContracts({ url, tokens: TOKENS }, { seed: 1, only: ['groups', 'invites', 'communities'] }),
  );
  expect(withToken).toBeGreaterThan(100);
  for (const token of Object.values(TOKENS)) expect(seen.filter((one) => one.includes(token))).toEqual([]);
});
