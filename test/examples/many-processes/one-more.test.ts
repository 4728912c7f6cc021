import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { noHaproxy } from '../../missing.ts';
import { startBalancer } from './balancer.ts';

/** Tokens in no order. */
const TOKENS = Array.from({ length: 600 }, (_, index) => {
  const head = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${head.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
});

it.skipIf(noHaproxy)(
  `one mock more takes its own share of the worlds, and moves no other${noHaproxy}`,
  {
    timeout: 60_000,
  },
  async () => {
    const servers = await Promise.all(['one', 'two', 'three'].map(startServer));
    const two = await findAll(servers.slice(0, 2));
    const three = await findAll(servers);
    const moved = three.filter((name, index) => name !== two[index]);
    expect(new Set(moved)).toEqual(new Set(['three']));
    for (const [found, names] of [
      [two, ['one', 'two']],
      [three, ['one', 'two', 'three']],
    ] as const) {
      for (const name of names) {
        const share = found.filter((one) => one === name).length / TOKENS.length;
        expect(share, name).toBeGreaterThan(0.7 / names.length);
        expect(share, name).toBeLessThan(1.3 / names.length);
      }
    }
  },
);

/** Answers whatever it is asked with its name, and tells its port. */
async function startServer(name: string): Promise<number> {
  const server = createServer((_, response) => response.end(name)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

/** Which server each token meets. */
async function findAll(mocks: readonly number[]): Promise<string[]> {
  const { url, close } = await startBalancer({ mocks });
  try {
    const found: string[] = [];
    for (const token of TOKENS) {
      const answer = await fetch(`${url}/groups`, { headers: { Authorization: `Bearer ${token}` } });
      found.push(await answer.text());
    }
    return found;
  } finally {
    await close();
  }
}
