/** The bot of examples/container beside the mock, each started as compose.yaml says; there is no container engine here. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../built-package.ts';
import { noPosix } from '../missing.ts';
import { freePort } from '../package/free-port.ts';

const FOLDER = fileURLToPath(new URL('../../examples/container/', import.meta.url));
const { wuts, bot } = parse(readFileSync(`${FOLDER}compose.yaml`, 'utf8')).services;

/** What the bot says, with the mock started with these options. */
async function runBot(options: readonly string[]): Promise<string> {
  const mock = spawn(process.execPath, [commandLine('wuts-mock'), '--port', '0', '--json', ...options]);
  onTestFinished(() => void mock.kill('SIGKILL'));
  const [line] = await once(mock.stdout, 'data');
  const PORT = String(await freePort());
  // An address of this machine that, like the name of a service, is not in loopback's words.
  const WEBHOOK_URL = `http://0.0.0.0:${PORT}/hook`;
  const env = { ...bot.environment, WUTS_URL: JSON.parse(String(line)).url, PORT, WEBHOOK_URL };
  const { stdout, stderr } = spawnSync(process.execPath, ['bot.mjs'], { cwd: FOLDER, env, encoding: 'utf8' });
  return stdout + stderr;
}

it.skipIf(noPosix)(`is told by its webhook, which is another service${noPosix}`, async () => {
  expect(bot.environment.WEBHOOK_URL).toBe('http://bot:3000/hook');
  expect(bot.depends_on.wuts.condition).toBe('service_healthy');
  expect(await runBot(wuts.command)).toBe('told of group.info\n');
});

it('is refused without the ruling, and told why', async () => {
  const others = wuts.command.filter((option: string) => !option.includes('plain-http-webhook'));
  expect(await runBot(others)).toContain('must be an https URL, or an http URL of a loopback host');
});
