/** What no call shows: how the process ends. */
import { Agent, get, request } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { noPosix } from '../../missing.ts';
import { type Run, serve } from './cli.ts';

const HEADERS = { Authorization: '11111111-1111-4111-8111-111111111111' };

/** Sends the signal, and expects the end within a second. */
async function mustEnd({ child, ended }: Run, signal: NodeJS.Signals): Promise<void> {
  const start = performance.now();
  child.kill(signal);
  expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
  expect(performance.now() - start).toBeLessThan(1000);
}

/** A request that is answered, over a connection that stays open. */
async function keepAlive(url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  await new Promise<void>((resolve, reject) => {
    const sent = get(`${url}/status`, { agent, headers: HEADERS }, (response) => {
      response.resume().on('end', resolve);
    });
    sent.on('error', reject);
  });
}

/** A request of which only the start is sent. */
async function sendHalf(url: string): Promise<void> {
  const headers = { ...HEADERS, 'Content-Type': 'application/json', 'Content-Length': 1000 };
  const sent = request(`${url}/groups`, { method: 'POST', headers });
  sent.on('error', () => {});
  await new Promise((resolve) => sent.write('{"name":', resolve));
}

describe.skipIf(noPosix).each(['SIGINT', 'SIGTERM'] as const)(
  `%s ends the mock at once, with exit code 0${noPosix}`,
  (signal) => {
    it('as soon as it has said where it is', async () => {
      await mustEnd(await serve(), signal);
    });

    it('with an open keep-alive connection', async () => {
      const cli = await serve();
      await keepAlive(cli.url);
      await mustEnd(cli, signal);
    });

    it('in the middle of a request', async () => {
      const cli = await serve();
      await keepAlive(cli.url);
      await sendHalf(cli.url);
      await mustEnd(cli, signal);
    });
  },
);
