import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../../contracts/reports/index.ts';
import { type RunningMock, startMock } from '../../mock/index.ts';
import { commandLine } from '../built-package.ts';
import { noFull, noPosix } from '../missing.ts';

const TOKEN = '11111111-1111-4111-8111-111111111111';
const FOLDER = mkdtempSync(join(tmpdir(), 'wuts-end-'));
let mock: RunningMock;
let target: string[];

beforeAll(async () => {
  mock = await startMock({ port: 0 });
  target = ['--url', mock.url, '--token', TOKEN, '--only', 'device/status'];
});
afterAll(() => mock.close());

describe('what nobody foresaw', { timeout: 60_000 }, () => {
  it.each([
    ['thrown in the run', `Date.prototype.toISOString = () => { throw new TypeError('odd ${TOKEN}'); };`],
    ['thrown in a timer', `setTimeout(() => { throw new TypeError('odd ${TOKEN}'); }, 1);`],
    ['rejected', `Promise.reject(new TypeError('odd ${TOKEN}'));`],
    ['thrown and no error', `setTimeout(() => { throw 'odd ${TOKEN}'; }, 1);`],
  ])('%s ends with exit code 2 and a letter without tokens', async (_, code) => {
    const preload = join(FOLDER, `${Math.random()}.mjs`);
    // Others are thrown as soon as the command runs.
    const soon = `process.on('newListener', (event) => { if (event === 'uncaughtException') setImmediate(() => { ${code} }); });`;
    writeFileSync(preload, code.startsWith('Date') ? code : soon);
    const ended = await endOf(start(['--import', pathToFileURL(preload).href], target));
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(
      /^wuts-contracts: the suite itself failed, which says nothing about the target: .*odd \$TOKEN/m,
    );
    expect(ended.stderr).toContain('Run it again.');
    expect(ended.stderr).not.toContain(TOKEN);
    expect(ended.stderr).not.toMatch(/^ +at /m);
  });
});

describe('standard output', { timeout: 60_000 }, () => {
  it.each([
    ['a run', []],
    ['a run of the mock', ['--mock', '--only', 'auth/outside-*']],
    ['a list', ['--list']],
  ])('that nobody reads any more does not matter to %s', async (_, options) => {
    const child = start([], options.length === 0 ? target : options);
    child.stdout?.destroy();
    expect(await endOf(child)).toMatchObject({ code: 0, stderr: '' });
  });

  it.skipIf(noFull)(`that has no room does not matter, unless a report is lost${noFull}`, async () => {
    const toFull = (...options: string[]) =>
      endOf(
        spawn('sh', [
          '-c',
          'exec "$0" "$@" > /dev/full',
          process.execPath,
          commandLine('wuts-contracts'),
          ...target,
          ...options,
        ]),
      );
    expect(await toFull()).toMatchObject({ code: 0, stderr: '' });
    const ended = await toFull('--report', 'json=-');
    expect(ended.stderr).toContain('The report cannot be written to standard output: ENOSPC');
    expect(ended.code).toBe(2);
  });
});

describe('a report', { timeout: 60_000 }, () => {
  it('makes the folders that are missing, in every format', async () => {
    const files = Object.keys(REPORTS).map(
      (name) => [name, join(FOLDER, name, 'two', `report.${name}`)] as const,
    );
    const options = files.flatMap(([name, file]) => ['--report', `${name}=${file}`]);
    expect(await endOf(start([], [...target, ...options]))).toMatchObject({ code: 0 });
    for (const [, file] of files) expect(readFileSync(file, 'utf8')).not.toBe('');
  });

  it.each([
    ['a folder', () => FOLDER],
    ['a file in a file', () => join(commandLine('wuts-mock'), 'x.json')],
    ['a place without a name', () => (noPosix ? FOLDER : '/proc/nowhere/x.json')],
  ])('that cannot be written as %s is refused before the run', async (_, toFile) => {
    const ended = await endOf(
      start([], ['--url', 'http://127.0.0.1:1', '--token', TOKEN, '--report', `html=${toFile()}`]),
    );
    expect(ended.stderr).toMatch(/^wuts-contracts: The report .* cannot be written: /);
    expect(ended.code).toBe(2);
  });

  it.runIf(process.getuid?.() !== 0)('is refused where one may not write', async () => {
    const closed = join(FOLDER, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    const ended = await endOf(start([], [...target, '--report', `md=${closed}/x.md`]));
    expect(ended).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('the mock of a run', { timeout: 60_000 }, () => {
  it.each<NodeJS.Signals>(['SIGKILL', 'SIGTERM', 'SIGHUP', 'SIGINT'])(
    'does not outlive it: %s',
    async (signal) => {
      const program = join(FOLDER, `${signal}.mjs`);
      const source = pathToFileURL(join(process.cwd(), 'contracts/target/mock-process.ts')).href;
      writeFileSync(
        program,
        `const { startMockProcess } = await import('${source}');\nconst { target } = await startMockProcess();\nconsole.log(target.url);\nsetInterval(() => {}, 1000);`,
      );
      const child = spawn(process.execPath, ['--import', 'tsx', program]);
      const url = await new Promise<string>((resolve) =>
        child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
      );
      expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
      child.kill(signal);
      await endOf(child);
      await expect
        .poll(
          () =>
            fetch(url).then(
              () => 'there',
              () => 'gone',
            ),
          { timeout: 10_000 },
        )
        .toBe('gone');
    },
  );
});

it.each([
  ['--timeout', '2147483648', 'takes milliseconds, at most 2147483647.'],
  ['--pace', '2147483648', 'takes milliseconds, at most 2147483647.'],
  ['--time-limit', '2147484', 'takes seconds, at most 2147483.'],
  ['--time-limit', '9999999999', 'takes seconds, at most 2147483.'],
])('%s %s is longer than a timer takes', async (option, value, most) => {
  const ended = await endOf(start([], [...target, option, value]));
  expect(ended.stderr).toContain(most);
  expect(ended.code).toBe(2);
});

function start(before: string[], options: string[]): ChildProcess {
  return spawn(process.execPath, [...before, commandLine('wuts-contracts'), ...options]);
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => {
    said.stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said.stderr += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, ...said };
}
