import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toNpm } from '../../../package/npm.ts';
import { commandLine } from '../../built-package.ts';
import { noPosix } from '../../missing.ts';
import { freePort } from '../../package/free-port.ts';
import { run, serve, startCli } from './cli.ts';

const HEADERS = {
  Authorization: '11111111-1111-4111-8111-111111111111',
  'Content-Type': 'application/json',
};

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-signals-'));
  return folder;
}

function create(url: string, name: string): Promise<Response> {
  const body = JSON.stringify({ name, participants: ['5511777777777'] });
  return fetch(`${url}/groups`, { method: 'POST', headers: HEADERS, body });
}

/** Asks again and again until somebody answers. */
async function createSoon(url: string, name: string): Promise<void> {
  for (;;) {
    const response = await create(url, name).catch(() => undefined);
    if (response !== undefined) {
      expect(response.status).toBe(201);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function isGone(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

describe.skipIf(noPosix).each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(`%s${noPosix}`, (signal) => {
  it('saves what was answered first, and ends with exit code 0', async () => {
    for (let round = 0; round < 5; round += 1) {
      const folder = newFolder();
      const port = await freePort();
      const options = ['--quiet', '--port', String(port), '--state', join(folder, 'state.json')];
      const { child, ended } = startCli(...options);
      await createSoon(`http://127.0.0.1:${port}`, 'The first one');
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, signal: null, stderr: '' });
      expect(readFileSync(join(folder, 'state.json'), 'utf8')).toContain('The first one');
      expect(readdirSync(folder)).toEqual(['state.json']);
    }
  });

  it('that comes again and again changes nothing about that', async () => {
    const folder = newFolder();
    const { url, child, ended } = await serve('--state', join(folder, 'state.json'));
    const names = Array.from({ length: 50 }, (_, n) => `Group ${n}`);
    for (const name of names) await create(url, name);
    for (let n = 0; n < 5; n += 1) child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, signal: null });
    const saved = readFileSync(join(folder, 'state.json'), 'utf8');
    expect(names.filter((name) => !saved.includes(`"${name}"`))).toEqual([]);
  });
});

it.skipIf(noPosix)(
  `a signal while the mock starts ends it, and the state is as it was${noPosix}`,
  async () => {
    const folder = newFolder();
    const file = join(folder, 'state.json');
    const first = await serve('--state', file);
    await create(first.url, 'Kept');
    first.child.kill('SIGTERM');
    await first.ended;
    for (const wait of [20, 60, 100, 150, 200, 300]) {
      const { child, ended } = startCli('--port', '0', '--state', file);
      await new Promise((resolve) => setTimeout(resolve, wait));
      child.kill('SIGTERM');
      await ended;
      expect(readFileSync(file, 'utf8')).toContain('"Kept"');
    }
  },
);

type Npm = Parameters<typeof toNpm>;

describe.skipIf(noPosix)(`a mock that npm started ends with it, saved:${noPosix}`, () => {
  /** A project that has the mock, and a script that starts it. */
  function newProject(port: number): string {
    const folder = newFolder();
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
    writeFileSync(
      join(folder, 'node_modules', 'wuts-mock.mjs'),
      `#!/usr/bin/env node\nimport ${JSON.stringify(commandLine('wuts-mock'))};\n`,
      { mode: 0o755 },
    );
    symlinkSync(join('..', 'wuts-mock.mjs'), join(folder, 'node_modules', '.bin', 'wuts-mock'));
    const start = 'wuts-mock --state state.json 2>&1';
    const left = `wuts-mock --port ${port} --quiet > log 2>&1 & echo $! > pid`;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts: { start, left } }));
    return folder;
  }

  function npm(folder: string, ...command: Npm): ChildProcess {
    const child = spawn(...toNpm(...command), { cwd: folder, stdio: 'ignore', detached: true });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  const START: Npm = ['npm', 'start', '--'];
  const NPX: Npm = ['npx', '--no-install', 'wuts-mock', '--state', 'state.json'];

  it.each<[string, Npm, (pid: number) => boolean]>([
    ['SIGTERM to npm start', START, (pid: number) => process.kill(pid, 'SIGTERM')],
    ['SIGTERM to npx', NPX, (pid: number) => process.kill(pid, 'SIGTERM')],
    ['Ctrl-C, which goes to all of them', NPX, (pid: number) => process.kill(-pid, 'SIGINT')],
    ['a terminal that closes', NPX, (pid: number) => process.kill(-pid, 'SIGHUP')],
  ])('%s', async (_, command, tell) => {
    const port = await freePort();
    const folder = newProject(port);
    const child = npm(folder, ...command, '--port', String(port));
    const url = `http://127.0.0.1:${port}`;
    await createSoon(url, 'By npm');
    tell(Number(child.pid));
    await expect.poll(() => isGone(url), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => readdirSync(folder), { timeout: 10_000 }).not.toContain('state.json.lock');
    expect(readFileSync(join(folder, 'state.json'), 'utf8')).toContain('"By npm"');
  });

  it('but not one that a script leaves behind on purpose', async () => {
    const port = await freePort();
    const folder = newProject(port);
    const child = npm(folder, 'npm', 'run', 'left');
    await new Promise((resolve) => child.once('exit', resolve));
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    onTestFinished(() => void process.kill(pid, 'SIGKILL'));
    const url = `http://127.0.0.1:${port}`;
    await createSoon(url, 'Left behind');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await isGone(url)).toBe(false);
  });
});

it.skipIf(noPosix)(`a mock that a shell left in the background outlives the shell${noPosix}`, async () => {
  const port = await freePort();
  const command = `"${process.execPath}" "${commandLine('wuts-mock')}" --quiet --port ${port} > /dev/null 2>&1 & echo $!`;
  const { stdout, code } = await run('sh', ['-c', command]).ended;
  onTestFinished(() => void process.kill(Number(stdout), 'SIGKILL'));
  expect(code).toBe(0);
  const url = `http://127.0.0.1:${port}`;
  await createSoon(url, 'In the background');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await isGone(url)).toBe(false);
});
