import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { applyLoad, toRequest } from '../../bench/load.ts';
import { HEADERS } from '../../bench/requests.ts';
import { takeSamples } from '../../bench/samples.ts';

interface Seen {
  readonly path: string;
  readonly length: string | undefined;
  readonly body: string;
}

/** A server that answers whatever is asked, as soon as all of it is there, and tells what was asked. */
async function listen(seen: Seen[]) {
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.once('end', () => {
      seen.push({ path: request.url ?? '', length: request.headers['content-length'], body });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it('reads each group once after each change, and every change is one', async () => {
  const jids = ['1@g.us', '2@g.us', '3@g.us'];
  const seen: Seen[] = [];
  const { server, url } = await listen(seen);
  const request = toRequest('firstRead', takeSamples().firstRead, jids, HEADERS);
  await applyLoad({ url, connections: 1, seconds: 0.3, request });
  server.closeAllConnections();
  server.close();

  const first = seen.findIndex(({ body }) => body !== '');
  const rounds = seen.slice(first, first + 30);
  expect(rounds).toHaveLength(30);
  for (let at = 0; at < rounds.length; at += 3) {
    const [change, ...reads] = rounds.slice(at, at + 3);
    expect(change?.path).toMatch(/^\/__mock\/worlds\/default\/people\//);
    expect(reads).toEqual(
      jids.slice(1).map((jid) => ({ path: `/groups/${jid}`, length: undefined, body: '' })),
    );
  }
  expect(new Set(rounds.map(({ body }) => body)).size).toBe(11);
});
