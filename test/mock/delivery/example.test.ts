/** What no call shows: the receiver among the examples. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { createStage } from './stage.ts';

const EXAMPLE = fileURLToPath(new URL('../../../examples/webhook-receiver.mjs', import.meta.url));

it('the receiver among the examples believes what is signed with its secret, and nothing else', async () => {
  const child = spawn(process.execPath, [EXAMPLE], { env: { SECRET: 's3cret', PORT: '0' } });
  onTestFinished(() => void child.kill());
  const lines = createInterface({ input: child.stdout });
  const [url] = await once(lines, 'line');

  const stage = await createStage();
  await stage.subscribe('first', { url });
  await stage.subscribe('second', { url }, { secret: 'another', retry_attempts: 0 });
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));

  const { jid } = await stage.as('first').createGroup();
  await stage.as('second').createGroup();
  expect(await stage.deliveries()).toMatchObject([
    { state: 'delivered', attempts: [{ status: 204 }] },
    { state: 'failed', attempts: [{ status: 401 }] },
  ]);
  await expect.poll(() => said.length).toBe(2);
  expect(said.sort()).toEqual(['forged', expect.stringMatching(`^group.joined .*"${jid}"`)]);
});
