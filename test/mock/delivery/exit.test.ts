/** What no call shows: that no delivery keeps a process alive. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { TOKENS } from '../client.ts';
import { createReceiver } from './receiver.ts';

const MOCK = new URL('../../../mock/index.ts', import.meta.url).href;

it('a delivery that is on its way, or waits for its retry, keeps no process alive', async () => {
  const [hung, dead] = [await createReceiver(() => {}), 'http://127.0.0.1:9/'];
  const program = `
    const { createMock } = await import(${JSON.stringify(MOCK)});
    const mock = createMock();
    const call = (token, target, body) => mock.answer({
      method: 'POST', target, body: Buffer.from(JSON.stringify(body)),
      headers: { authorization: token, 'content-type': 'application/json' },
    });
    for (const [token, webhook_url] of ${JSON.stringify([
      [TOKENS.first, hung.url],
      [TOKENS.second, dead],
    ])}) {
      call(token, '/webhook', { webhook_url, enabled_events: ['group.joined'] });
      console.log(call(token, '/groups', { name: 'Crew', participants: ['5511777777777'] }).status);
    }
    setTimeout(() => console.log('over'), 500);
  `;
  const args = ['--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 15_000 });
  expect(stdout).toBe('201\n201\nover\n');
  expect(hung.received).toHaveLength(1);
});
