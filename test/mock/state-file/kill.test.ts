/** What no call shows: a state file outlives a process that is killed. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRandom } from '../../../mock/world/ids.ts';
import { commandLine } from '../../built-package.ts';
import { noPosix } from '../../missing.ts';
import { serve, startCli } from '../cli/cli.ts';

const KILLS = 25;
/** So many of the kills have to meet a save half-way, or the test is worth nothing. */
const HALVES = 6;
const MOST_KILLS = 250;

const random = createRandom(1);

/** A file that is not there yet, in a folder of its own until the test is finished. */
function newFile(): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-kill-'));
  return { folder, file: join(folder, 'state.json') };
}

/** Kills a process that saves without end, some time after its first save; resolves to the last save that it told of. */
function killWhileSaving(file: string): Promise<number> {
  const child = spawn(process.execPath, [commandLine('victim'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (told === '') setTimeout(() => child.kill('SIGKILL'), random.next() * 80);
    told += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(Number(told.trimEnd().split('\n').at(-1))));
  });
}

it(`a process that is killed at least ${KILLS} times while it saves loses nothing that was saved`, {
  timeout: 240_000,
}, async () => {
  const { folder, file } = newFile();
  let halves = 0;
  for (let kills = 0; kills < KILLS || halves < HALVES; kills += 1) {
    expect(kills, `only ${halves} kills met a save half-way`).toBeLessThan(MOST_KILLS);
    const last = await killWhileSaving(file);
    const { n, padding } = JSON.parse(readFileSync(file, 'utf8'));
    // It may have saved one more than it could still tell of.
    expect([last, last + 1]).toContain(n);
    expect(padding).toHaveLength(2_000_000);
    const names = readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    expect(names.length, 'what the kill before left is cleared away').toBeLessThanOrEqual(1);
    halves += names.length;
  }
});

it('the mock itself, killed under load, comes back with all that its file held', async () => {
  const { file } = newFile();
  const token = '11111111-1111-4111-8111-111111111111';
  const headers = { Authorization: token, 'Content-Type': 'application/json' };
  const one = await serve('--quiet', '--state', file);
  const create = (n: number) =>
    fetch(`${one.url}/groups`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: `Group ${n}`, participants: ['5511777777777'] }),
    });
  for (let n = 0; n < 5; n += 1) expect((await create(n)).status).toBe(201);
  await expect.poll(() => readFileSync(file, 'utf8'), { timeout: 10_000 }).toContain('Group 4');
  const load = (async () => {
    for (let n = 5; ; n += 1) await create(n);
  })().catch(() => {});
  await sleep(200);
  const held = JSON.parse(readFileSync(file, 'utf8')).worlds[0].snapshot.world.groups;
  one.child.kill('SIGKILL');
  await Promise.all([load, one.ended]);

  const { url } = await serve('--quiet', '--state', file);
  const { groups } = (await (await fetch(`${url}/groups`, { headers })).json()) as {
    groups: { jid: string }[];
  };
  const jids = groups.map(({ jid }) => jid);
  expect(held.filter(({ jid }: { jid: string }) => !jids.includes(jid))).toEqual([]);
});

it.skipIf(noPosix).each(['SIGINT', 'SIGTERM'] as const)(
  `%s saves what was answered last${noPosix}`,
  async (signal) => {
    const { file } = newFile();
    const headers = {
      Authorization: '11111111-1111-4111-8111-111111111111',
      'Content-Type': 'application/json',
    };
    const { url, child, ended } = await serve('--quiet', '--state', file);
    const body = JSON.stringify({ name: 'The last one', participants: ['5511777777777'] });
    expect((await fetch(`${url}/groups`, { method: 'POST', headers, body })).status).toBe(201);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(file, 'utf8')).toContain('The last one');
  },
);

it.skipIf(noPosix)(`a file that cannot be saved at the end is said, with exit code 1${noPosix}`, async () => {
  const { folder, file } = newFile();
  const { child, ended } = await serve('--quiet', '--state', file);
  rmSync(folder, { recursive: true });
  child.kill('SIGTERM');
  const { code, stderr } = await ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^wuts-mock: The state cannot be saved to .*ENOENT/);
  mkdirSync(folder);
});

it.skipIf(noPosix)(`a file that has no room for the state is told with the reason${noPosix}`, () => {
  const limited = [
    '-c',
    'ulimit -f 8; exec "$0" "$@"',
    process.execPath,
    commandLine('victim'),
    newFile().file,
  ];
  const { stderr } = spawnSync('sh', limited, { encoding: 'utf8', timeout: 60_000 });
  expect(stderr).toMatch(/The state cannot be saved to .*: EFBIG: file too large/);
});

it('a file that is broken is refused at start in one line, with exit code 2, and kept', async () => {
  const { folder, file } = newFile();
  writeFileSync(file, '{"format":"wuts-mock state","version":99,"worlds":[]}');
  const { code, stdout, stderr } = await startCli('--state', file).ended;
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/version must be 1.*not 99\. Repair it/)]);
  expect(readFileSync(file, 'utf8')).toContain('99');
  expect(readdirSync(folder)).toEqual(['state.json']);
});
