import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { toNpm } from '../../package/npm.ts';
import { noPosix } from '../missing.ts';
import { mustRun, run } from './run.ts';

const tarball = inject('tarball');
let folder: string;

/** An empty folder whose npm knows all that was downloaded before, but has no command from an earlier run. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wuts-mock-npx-'));
  const known = (await mustRun(folder, ...toNpm('npm', 'config', 'get', 'cache'))).trim();
  await mkdir(join(folder, 'cache'));
  await symlink(join(known, '_cacache'), join(folder, 'cache', '_cacache'));
});
afterAll(() => rm(folder, { recursive: true }));

const npx = (...args: string[]) =>
  toNpm('npx', '--cache', join(folder, 'cache'), '--yes', '--prefer-offline', '--package', tarball, ...args);

describe('npx of the tarball', () => {
  it.skipIf(noPosix)(`starts the mock, which answers and ends on SIGINT${noPosix}`, async () => {
    const child = spawn(...npx('wuts-mock', '--port', '0'), { cwd: folder, detached: true });
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const listen = (chunk: Buffer) => {
        said += chunk;
        const found = /WUTS mock on (http:\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => reject(new Error(`wuts-mock ended at once. It said: ${said}`)));
    });
    const answer = await fetch(`${url}/groups`, {
      headers: { Authorization: 'Bearer 11111111-1111-4111-8111-111111111111' },
    });
    expect(await answer.json()).toEqual({ success: true, groups: [] });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // As a terminal does: the signal goes to npx and to all that it started.
    process.kill(-Number(child.pid), 'SIGINT');
    await ended;
    await expect(fetch(url)).rejects.toThrow();
  });

  it('holds the mock to every promise, without a stack of tools to run TypeScript', async () => {
    const { code, said } = await run(folder, ...npx('wuts-contracts', '--mock'));
    expect(said).toMatch(/\n\d+ passed, 0 failed, 0 skipped\n/);
    expect(code).toBe(0);
  });
});
