/** What no call shows: how a mock tells that it is ready, to people and to programs. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { noPosix } from '../../missing.ts';
import { run, serve, startCli, temporary } from '../cli/cli.ts';
import { TOKENS } from '../client.ts';

const WORLD = 'groups: {team: {members: [5511700000009]}}';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-ready-'));
  return folder;
}

/** A mock that tells programs, until the test is over; what it printed first. */
async function startJson(...options: string[]) {
  const cli = startCli('--port', '0', '--json', ...options);
  onTestFinished(() => void cli.child.kill('SIGKILL'));
  const [line = ''] = await cli.until(/^.*\n/);
  return { ...cli, ready: JSON.parse(line) };
}

describe('--json', () => {
  it('prints one line with all that a program needs', async () => {
    const { ready } = await startJson('--seed', '1', '--world', temporary(WORLD), '--base-path', '/api/v1');
    const root = new URL(ready.url).origin;
    expect(ready).toEqual({
      url: `${root}/api/v1`,
      control: `${root}/__mock`,
      docs: `${root}/docs`,
      console: `${root}/console`,
      health: `${root}/health`,
      accounts: [{ token: TOKENS.first, phone: '5511999999999' }, expect.anything()],
      groups: { team: expect.stringMatching(/@g\.us$/) },
      version: manifest.version,
      pid: expect.any(Number),
    });
    const headers = { Authorization: `Bearer ${ready.accounts[0].token}` };
    const group = await fetch(`${ready.url}/groups/${ready.groups.team}`, { headers });
    expect(group.status).toBe(200);
    expect((await fetch(ready.health)).status).toBe(200);
    expect((await fetch(ready.control)).status).toBe(200);
  });
});

describe('--ready-file', () => {
  it.skipIf(noPosix)(
    `is there, whole and for its owner alone, from when the mock answers until it ends${noPosix}`,
    async () => {
      const folder = newFolder();
      const files = ['one.json', 'other.json'].map((name) => join(folder, name));
      writeFileSync(files[0] ?? '', 'left over');
      const { child, ended, ready } = await startJson(...files.flatMap((file) => ['--ready-file', file]));
      await expect.poll(() => files.every((file) => existsSync(file))).toBe(true);
      for (const file of files) {
        expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ready);
        expect(statSync(file).mode & 0o777).toBe(0o600);
      }
      child.kill('SIGTERM');
      await ended;
      expect(files.filter((file) => existsSync(file))).toEqual([]);
    },
  );

  it('what is left from before is gone at once, also when the mock does not start', async () => {
    const file = join(newFolder(), 'ready.json');
    writeFileSync(file, 'left over');
    expect(await startCli('--ready-file', file, '--spec', '/nowhere.yaml').ended).toMatchObject({ code: 2 });
    expect(existsSync(file)).toBe(false);
  });

  it('that cannot be written is told, with exit code 2', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'a-folder'));
    for (const file of ['/nowhere/ready.json', join(folder, 'a-folder')]) {
      const { code, stderr } = await startCli('--port', '0', '--quiet', '--ready-file', file).ended;
      expect([code, stderr.trim().split('\n')]).toEqual([
        2,
        [expect.stringContaining(`The ready file ${file} cannot be written: `)],
      ]);
    }
  });
});

describe('the banner', () => {
  it('has lines that can be pasted into every shell: no single quotes', async () => {
    const { stdout } = await serve();
    expect(stdout()).toMatch(/^ {2}curl(\.exe)? -H "Authorization: Bearer 1111/m);
    expect(stdout()).not.toContain("'");
  });

  it.skipIf(noPosix)(
    `has URLs that this machine can call when the mock listens everywhere, and says what is closed${noPosix}`,
    async () => {
      const { url, stdout, until } = await serve('--host', '0.0.0.0');
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(stdout()).not.toContain('0.0.0.0');
      expect(stdout()).toMatch(/\/__mock: people, time and faults need --control-token/);
      const [line] = await until(/^ *curl .*$/m);
      const curl = await run('sh', ['-c', `${line.trim()} --silent --noproxy '*'`]).ended;
      expect(curl.stdout).toBe('{"success":true,"groups":[]}');
    },
  );

  it('has the header of the control token where one is needed, and not the token', async () => {
    const { stdout } = await serve('--host', '0.0.0.0', '--control-token', 's3cret');
    expect(stdout()).toMatch(
      /curl(\.exe)? -H "X-Control-Token: <the control token>" http:\/\/127\.0\.0\.1:\d+\/__mock /,
    );
    expect(stdout()).not.toContain('s3cret');
  });

  it('has the base path in the URL of the API alone', async () => {
    const { url, stdout } = await serve('--base-path', '/api/v1');
    expect(url).toMatch(/\/api\/v1$/);
    expect(stdout()).toMatch(/:\d+\/docs /);
    expect(stdout()).toMatch(/:\d+\/__mock /);
  });
});

it('--version prints the version alone', async () => {
  expect(await startCli('--version').ended).toMatchObject({
    code: 0,
    stdout: `${manifest.version}\n`,
    stderr: '',
  });
});

it('--cors lets a page of that origin in, and can be repeated', async () => {
  const { url } = await serve('--cors', 'http://localhost:5173', '--cors', 'https://app.example');
  const allowed = async (Origin: string) =>
    (await fetch(`${url}/groups`, { headers: { Origin } })).headers.get('access-control-allow-origin');
  expect(await allowed('https://app.example')).toBe('https://app.example');
  expect(await allowed('http://localhost:3000')).toBe(null);
  const { url: open } = await serve('--cors');
  expect((await fetch(`${open}/groups`)).headers.get('access-control-allow-origin')).toBe('*');
});
