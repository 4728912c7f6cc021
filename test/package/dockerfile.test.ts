/** There is no container engine here: what the Dockerfile copies and runs is copied and run in a folder, with the Node of this run. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { noPosix } from '../missing.ts';
import { freePort } from './free-port.ts';
import { mustRun } from './run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEXT = await readFile(join(ROOT, 'Dockerfile'), 'utf8');
const IGNORED = (await readFile(join(ROOT, '.dockerignore'), 'utf8')).trim().split('\n').slice(1);

/** Its instructions, each a keyword and what follows on one line. */
const all = [...TEXT.replaceAll('\\\n', '').matchAll(/^([A-Z]+) +(.*)$/gm)].map(
  ([, word = '', rest = '']) => ({
    word,
    rest,
  }),
);
const second = all.findLastIndex(({ word }) => word === 'FROM');
const [build, image] = [all.slice(0, second), all.slice(second)];
const only = (word: string) => image.filter((one) => one.word === word).map(({ rest }) => rest);
/** The user `node` of the base image, where this run may become it. */
const user = spawnSync('node', ['--version'], { uid: 1000 }).status === 0 ? { uid: 1000, gid: 1000 } : {};

let folder: string;
beforeAll(async () => {
  if (noPosix) return;
  folder = await mkdtemp(join(tmpdir(), 'wuts-mock-docker-'));
  await chmod(folder, 0o755);
  for (const { word, rest } of build) {
    if (word === 'RUN') await mustRun(folder, 'sh', ['-c', `npm_config_prefer_offline=true ${rest}`]);
    if (word !== 'COPY') continue;
    for (const path of rest.split(' ').slice(0, -1))
      await cp(join(ROOT, path), join(folder, path), { recursive: true });
  }
});
afterAll(() => noPosix || rm(folder, { recursive: true }));

it('begins with bases of a version, and knows no secret', () => {
  expect([all[0]?.word, image[0]?.word]).toEqual(['FROM', 'FROM']);
  for (const { word, rest } of all) {
    expect([
      'FROM',
      'WORKDIR',
      'ENV',
      'COPY',
      'RUN',
      'USER',
      'EXPOSE',
      'HEALTHCHECK',
      'ENTRYPOINT',
    ]).toContain(word);
    if (word === 'FROM') expect(rest).toMatch(/^node:\d+(\.\d+)*-slim( AS \w+)?$/);
    expect(rest).not.toMatch(/secret|password|npmrc|[ /]\.env|_TOKEN|_KEY/i);
  }
});

it('copies what .dockerignore lets through, and all of it', () => {
  const copied = build
    .filter(({ word }) => word === 'COPY')
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
  expect(IGNORED).toEqual(['*', ...copied.map((path) => `!${path.replace('./', '')}`)]);
});

it.skipIf(noPosix)(`has what the mock needs to run, and no more${noPosix}`, async () => {
  expect(only('COPY')).toEqual(
    ['package.json', 'node_modules', 'dist'].map(
      (name) => `--from=build /app/${name} ./${name === 'package.json' ? '' : name}`,
    ),
  );
  const installed = await readdir(join(folder, 'node_modules'));
  expect(installed).toEqual(expect.arrayContaining(['express', 'ajv', 'yaml']));
  expect(installed.filter((name) => Object.hasOwn(manifest.devDependencies, name))).toEqual([]);
});

it.skipIf(noPosix).each([
  ['its own port', []],
  ['another port', ['--port', '0']],
])(
  `runs on %s as a user who is not root, answers, is well until it is told to end, and then ends${noPosix}`,
  async (_, options) => {
    expect(only('USER')).toEqual(['node']);
    const env = { PORT: String(await freePort()), NODE_ENV: 'production', PATH: process.env.PATH };
    const start = (file: string, ...args: string[]) =>
      spawn(file, args, { cwd: folder, env, ...user, stdio: 'ignore' });
    const [file = '', ...args] = JSON.parse(only('ENTRYPOINT')[0] ?? '[]');
    const [, check = ''] = /CMD (.*)$/.exec(only('HEALTHCHECK')[0] ?? '') ?? [];
    const isWell = async () => (await once(start('sh', '-c', check), 'exit'))[0] === 0;
    const container = start(file, ...args, '--seed', '1', '--quiet', ...options);
    await expect.poll(isWell, { timeout: 20_000 }).toBe(true);
    container.kill('SIGTERM');
    expect((await once(container, 'exit'))[0]).toBe(0);
    expect(await isWell()).toBe(false);
  },
);
