import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { validate } from 'dockerfile-utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { build, type Stage } from './dockerfile.ts';
import { freePort } from './free-port.ts';
import { mustRun } from './run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = await readFile(join(ROOT, 'Dockerfile'), 'utf8');

/** The user `node` of the base image. */
const NODE_USER = 1000;

/** There is no container engine here: the instructions are carried out in folders, with the Node of this run. */
describe('the Dockerfile', () => {
  let folder: string;
  let image: Stage;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wuts-mock-docker-'));
    await chmod(folder, 0o755);
    const context = join(folder, 'context');
    for (const path of await contextFiles()) await cp(join(ROOT, path), join(context, path));
    image = await build(TEXT, context, folder, async (stage, command) => {
      await mustRun(join(stage.root, stage.workdir), 'sh', '-c', `npm_config_prefer_offline=true ${command}`);
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is written as Docker wants it', () => {
    expect(validate(TEXT).map(({ message }) => message)).toEqual([]);
  });

  it('makes an image with what the mock needs to run, and no more', async () => {
    const app = join(image.root, image.workdir);
    expect((await readdir(app)).sort()).toEqual(['dist', 'node_modules', 'package.json']);
    const installed = await readdir(join(app, 'node_modules'));
    expect(installed).toEqual(expect.arrayContaining(['express', 'ajv', 'yaml']));
    expect(installed.filter((name) => Object.hasOwn(manifest.devDependencies, name))).toEqual([]);
  });

  it('runs as a user who is not root, answers, is well until it is told to end, and then ends', async () => {
    expect(image.user).toBe('node');
    const port = await freePort();
    const container = runIn(image, port, [...image.entrypoint, '--seed', '1', '--quiet']);
    const isWell = async () =>
      (await once(runIn(image, port, ['sh', '-c', image.healthcheck]), 'exit'))[0] === 0;
    await expect.poll(isWell, { timeout: 20_000 }).toBe(true);
    const answer = await fetch(`http://127.0.0.1:${port}/groups`, {
      headers: { Authorization: 'Bearer 11111111-1111-4111-8111-111111111111' },
    });
    expect(await answer.json()).toEqual({ success: true, groups: [] });

    container.kill('SIGTERM');
    const [code] = await Promise.race([once(container, 'exit'), setTimeout(10_000, ['it did not end'])]);
    expect(code).toBe(0);
    expect(await isWell()).toBe(false);
  });
});

/** The files that Docker would be sent: `.dockerignore` leaves everything out but what it names. */
async function contextFiles(): Promise<string[]> {
  const lines = (await readFile(join(ROOT, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => /^[^#]/.test(line));
  const [all, ...named] = lines;
  if (all !== '*' || !named.every((line) => /^![\w.-]+$/.test(line))) {
    throw new Error(`.dockerignore is "*" and then "!name" in each line, not ${JSON.stringify(lines)}.`);
  }
  const listed = await mustRun(ROOT, 'git', 'ls-files', '--', ...named.map((line) => line.slice(1)));
  return listed.trim().split('\n');
}

/** Starts a command as a container would: the user of the image where this run may become it, and nothing of its own environment. */
function runIn(image: Stage, port: number, [command = '', ...args]: string[]): ChildProcess {
  const env = { ...image.env, PORT: String(port), PATH: process.env.PATH };
  const user = mayBecome(NODE_USER) ? { uid: NODE_USER, gid: NODE_USER } : {};
  return spawn(command, args, {
    cwd: join(image.root, image.workdir),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...user,
  });
}

function mayBecome(user: number): boolean {
  return process.getuid?.() === 0 && spawnSync('node', ['--version'], { uid: user }).status === 0;
}
