/** What only a process of its own shows, to which nobody sends anything meanwhile: that a retry wakes it. */
import { expect, it } from 'vitest';
import { serve } from '../cli/cli.ts';
import { TOKENS } from '../client.ts';
import { answering, createReceiver } from './receiver.ts';

/**
 * How much later than due something may come on a busy machine, in milliseconds. The connection of whoever asked last ends
 * after 5 s: that would wake the process, too.
 */
const LATEST = 3500;

it('retries come when they are due', async () => {
  const moments: number[] = [];
  const answer = answering(500, 500, 200);
  const receiver = await createReceiver((response, nth, socket) => {
    moments.push(performance.now());
    answer(response, nth, socket);
  });
  const { url } = await serve('--quiet');
  const post = async (path: string, body: object) => {
    const headers = { Authorization: TOKENS.first, 'Content-Type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.ok, await response.text()).toBe(true);
  };
  await post('/webhook', { webhook_url: receiver.url, enabled_events: ['group.joined'], retry_attempts: 3 });
  const start = performance.now();
  await post('/groups', { name: 'Crew', participants: ['5511777777777'] });
  await expect.poll(() => moments.length, { timeout: 15_000 }).toBe(3);
  for (const [index, due] of [0, 1000, 3000].entries()) {
    const moment = (moments[index] ?? 0) - start;
    expect(moment).toBeGreaterThanOrEqual(due);
    expect(moment).toBeLessThan(due + LATEST);
  }
});
