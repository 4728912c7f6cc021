/** What no call shows: what the terminal says beside the calls of the API. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../cli/cli.ts';
import { TOKENS } from '../client.ts';

const headers = { Authorization: `Bearer ${TOKENS.first}`, 'Content-Type': 'application/json' };

async function send(url: string, method: string, body: object): Promise<void> {
  await fetch(url, { method, headers, body: JSON.stringify(body) });
}

it('a line for each call of the control plane, without its query, and with the time when that moved', async () => {
  const { url, until } = await serve('--seed', '1');
  const world = `${url}/__mock/worlds/default`;
  await fetch(`${world}/journal?operation=${TOKENS.first}`);
  await send(`${world}/clock`, 'PATCH', { advance_seconds: 3600 });
  await send(`${world}/clock`, 'PATCH', { advance_seconds: -1 });
  await send(`${world}/faults`, 'POST', { status: 503 });
  const [lines] = await until(/GET \/__mock.*\n.*\n.*\n.*\/faults 201\n/);
  expect(lines.trim().split('\n')).toEqual([
    expect.stringMatching(/^GET \/__mock\/worlds\/default\/journal 400 /),
    'PATCH /__mock/worlds/default/clock 200 now 2026-06-15T13:00:00Z',
    expect.stringMatching(/^PATCH \/__mock\/worlds\/default\/clock 400 /),
    'POST /__mock/worlds/default/faults 201',
  ]);
});

it('a line for each row that failed, and for each delivery that did not arrive', async () => {
  const receiver = createServer((_, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void receiver.close());
  const { port } = receiver.address() as AddressInfo;
  const { url, until } = await serve('--seed', '1');
  const webhook = {
    webhook_url: `http://127.0.0.1:${port}/hook`,
    enabled_events: ['group.joined'],
    retry_attempts: 1,
  };
  await send(`${url}/webhook`, 'POST', webhook);
  await send(`${url}/groups`, 'POST', { name: 'Team', participants: ['5511777777777', '5500000000404'] });
  await until(/^ {2}row 404 5500000000404@s\.whatsapp\.net$/m);
  await until(
    /^webhook group\.joined to 5511999999999 attempt 1, will be tried again: The receiver answered 500\.$/m,
  );
  await send(`${url}/__mock/worlds/default/clock`, 'PATCH', { advance_seconds: 5 });
  await until(/^webhook group\.joined to 5511999999999 attempt 2, given up: The receiver answered 500\.$/m);
});

it('a line for a call that a fault answers with what only looks like rows', async () => {
  const { url, until } = await serve('--seed', '1');
  for (const body of [
    '"participants" "error":1',
    { participants: 5, error: 1 },
    { participants: [{ error: -1, jid: 'x' }] },
  ])
    await send(`${url}/__mock/worlds/default/faults`, 'POST', { operation: 'createGroup', body });
  for (let n = 0; n < 4; n += 1)
    await send(`${url}/groups`, 'POST', { name: 'Team', participants: ['5511777777777'] });
  const [said] = await until(
    /POST \/groups 200[\s\S]*POST \/groups 200[\s\S]*POST \/groups 200[\s\S]*POST \/groups 201/,
  );
  expect(said).toContain('\n  row -1 x\n');
});
