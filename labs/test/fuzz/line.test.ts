// How the fuzz reads answers over one connection, in many parts: what no mock shows.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createLine } from '../../fuzz/line.ts';

it('reads answers of 50 MB that come in thousands of parts, within the time of a test', async () => {
  const size = 50_000_000;
  const server = createServer((_, response) =>
    response.setHeader('Content-Length', size).end('x'.repeat(size)),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const line = createLine(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => line.close());
  const bodies = await line.ask({ path: '/' }, { path: '/' });
  expect(bodies.map(({ length }) => length)).toEqual([size, size]);
});
