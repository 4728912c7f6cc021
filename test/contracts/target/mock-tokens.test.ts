import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { tellMockTokens } from '../../../contracts/target/mock-tokens.ts';
import { createSender } from '../../../contracts/target/send.ts';
import { startMock } from '../../../mock/index.ts';

const send = createSender({}, { timeout: 1000 });

it('tells the tokens of a mock on this machine', async () => {
  const mock = await startMock({ port: 0 });
  onTestFinished(() => mock.close());
  const told = await tellMockTokens({ url: `${mock.url}/`, tokens: { first: '' } }, send);
  for (const { token, phone } of mock.accounts) expect(told).toContain(`${token}  device of ${phone}`);
});

it('asks no other host, whatever that would answer', async () => {
  const { port, asked } = await serve((_, response) =>
    response.end('{"accounts":[{"token":"t","phone":"1"}]}'),
  );
  // The name is that of this machine, but nothing says so.
  expect(
    await tellMockTokens({ url: `http://0.0.0.0:${port}`, tokens: { first: '' } }, send),
  ).toBeUndefined();
  expect(asked()).toBe(0);
});

it.each([
  ['refuses', 401, '{"success":false}'],
  ['has no control plane', 404, 'nothing here'],
  ['answers something else', 200, '{"accounts":"many"}'],
])('tells nothing of an implementation that %s', async (_, status, text) => {
  const { port } = await serve((_request, response) => response.writeHead(status).end(text));
  const target = { url: `http://127.0.0.1:${port}`, tokens: { first: '' } };
  expect(await tellMockTokens(target, send)).toBeUndefined();
});

/** A server on this machine until the test is finished, and how often it was asked. */
async function serve(answer: RequestListener): Promise<{ port: number; asked: () => number }> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}
