/** What only a process of its own shows, to which nobody sends anything meanwhile: that what is due wakes it. */
import { expect, it } from 'vitest';
import { serve } from '../cli/cli.ts';
import { TOKENS } from '../client.ts';
import { answering, createReceiver } from './receiver.ts';

/**
 * How much later than due something may come on a busy machine, in milliseconds. The connection of whoever asked last ends
 * after 5 s: that would wake the process, too.
 */
const LATEST = 3500;

it('retries come when they are due, and so does what somebody will do', async () => {
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
    const text = await response.text();
    expect(response.ok, text).toBe(true);
    return JSON.parse(text);
  };
  await post('/webhook', {
    webhook_url: receiver.url,
    enabled_events: ['group.joined', 'group.info'],
    retry_attempts: 3,
  });
  const start = performance.now();
  const { group } = await post('/groups', { name: 'Crew', participants: ['5511777777777'] });
  const leaves = { do: 'leave', group: group.jid, after_seconds: 5 };
  await post('/__mock/worlds/default/people/5511777777777/act', leaves);
  await expect.poll(() => moments.length, { timeout: 20_000 }).toBe(4);
  for (const [index, due] of [0, 1000, 3000, 5000].entries()) {
    const moment = (moments[index] ?? 0) - start;
    expect(moment).toBeGreaterThanOrEqual(due);
    expect(moment).toBeLessThan(due + LATEST);
  }
});
