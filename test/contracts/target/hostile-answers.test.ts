import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runContracts, type Target } from '../../../contracts/index.ts';
import { REPORTS } from '../../../contracts/reports/index.ts';
import { collect, summariseResults } from '../reports/results.ts';

const MEGABYTE = 1024 * 1024;

/** A group as far as the suite goes on with it, and something else. */
const around = (more: string) =>
  `{"success":true,"group":{"jid":"120363000000000001@g.us","participants":${more}},"groups":${more}}`;

const WAYS: Record<string, (response: ServerResponse) => void> = {
  '20 MB': (response) => response.end(around(`"${'x'.repeat(20 * MEGABYTE)}"`)),
  '15 MB of empty objects': (response) => response.end(around(`[{}${',{}'.repeat(5 * MEGABYTE)}]`)),
  '10 MB of wrong rows': (response) => response.end(around(`[7${',{"jid":7,"a":1}'.repeat(640_000)}]`)),
  '5 MB of names': (response) =>
    response.end(around(`{${Array.from({ length: 400_000 }, (_, n) => `"name${n}":0`)}}`)),
  'a name of 10 MB': (response) => response.end(around(`{"${'n'.repeat(10 * MEGABYTE)}":1}`)),
  'a JID of 10 MB': (response) =>
    response.end(`{"success":true,"group":{"jid":"${'1/'.repeat(5 * MEGABYTE)}"}}`),
  'a million levels': (response) => response.end(around('['.repeat(1_000_000) + ']'.repeat(1_000_000))),
  'a million levels of objects': (response) =>
    response.end(around(`${'{"a":'.repeat(1_000_000)}0${'}'.repeat(1_000_000)}`)),
  '60 levels': (response) => response.end(around('['.repeat(60) + ']'.repeat(60))),
  'no end': (response) => {
    const part = Buffer.alloc(MEGABYTE, ' ');
    const go = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', go);
    go();
  },
  'a byte at a time': (response) => {
    const drip = setInterval(() => response.write(' '), 10);
    response.once('close', () => clearInterval(drip));
  },
  '100 000 headers': (response) => {
    response.socket?.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(100_000)}\r\n{}`);
  },
  'headers without end': (response) => {
    const drip = setInterval(() => response.socket?.write('x: y\r\n'), 10);
    response.socket?.write('HTTP/1.1 200 OK\r\n');
    response.socket?.once('close', () => clearInterval(drip));
  },
  'a gzip bomb': (response) => {
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync(Buffer.alloc(50 * MEGABYTE)));
  },
  'another protocol': (response) => {
    response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n{}');
  },
};

let way: (response: ServerResponse) => void;
let target: Target;

const server = createServer((request, response) => {
  request.resume();
  if (request.method === 'GET' && request.url === '/status')
    response.end('{"success":true,"data":{"phone_number":"5511999999999"}}');
  else {
    response.statusCode = request.method === 'POST' ? 201 : 200;
    way(response);
  }
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  target = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens: { first: '11111111-1111-4111-8111-111111111111' },
    participants: ['5511900000001'],
  };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each(Object.keys(WAYS))(
  'a target that answers %s is found to break the contract',
  { timeout: 60_000 },
  async (name) => {
    way = WAYS[name] ?? way;
    const only = ['groups/create', 'invites/read*', 'auth/same-account-*'];
    const results = await collect(runContracts(target, { only, seed: 1, timeout: 1500, concurrency: 2 }));
    const tried = results.filter(({ verdict }) => verdict !== 'skipped');
    expect(tried.length).toBeGreaterThan(1);
    expect(tried.filter(({ verdict }) => verdict === 'kept')).toEqual([]);
    expect(tried.map(({ reason = '' }) => reason).filter((one) => one.includes('the suite itself'))).toEqual(
      [],
    );
    expect(JSON.stringify(results).length).toBeLessThan(MEGABYTE);
    const summary = summariseResults(results, { target });
    for (const toText of Object.values(REPORTS)) expect(toText(summary).length).toBeLessThan(MEGABYTE);
  },
);
