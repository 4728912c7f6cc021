import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, inject, it } from 'vitest';
import { BINS, ENTRIES, nameOf } from '../../package/entries.ts';
import { measure } from '../../package/measure.ts';
import { toNpm } from '../../package/npm.ts';
import manifest from '../../package.json' with { type: 'json' };
import { mustRun, run } from './run.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const tarball = inject('tarball');

it('has nothing in it but what was built, and what says what it is', async () => {
  const listed = (await mustRun(ROOT, 'tar', ['-tzf', tarball])).trim().split('\n');
  const names = listed.map((file) => file.replace(/\w+-[\w-]{8}(?=\.)/, '*'));
  expect([...new Set(names)].sort()).toMatchInlineSnapshot(`
    [
      "package/CHANGELOG.md",
      "package/LICENSE",
      "package/README.md",
      "package/README.pt-BR.md",
      "package/dist/*.cjs",
      "package/dist/*.d.cts",
      "package/dist/*.d.ts",
      "package/dist/*.js",
      "package/dist/console.css",
      "package/dist/console.js",
      "package/dist/contracts.cjs",
      "package/dist/contracts.d.cts",
      "package/dist/contracts.d.ts",
      "package/dist/contracts.js",
      "package/dist/control.yaml",
      "package/dist/generated/control.fits.gen.cjs",
      "package/dist/generated/control.gen.json",
      "package/dist/generated/openapi.fits.gen.cjs",
      "package/dist/generated/openapi.gen.json",
      "package/dist/generated/world.schema.json",
      "package/dist/index.cjs",
      "package/dist/index.d.cts",
      "package/dist/index.d.ts",
      "package/dist/index.js",
      "package/dist/jest.cjs",
      "package/dist/jest.d.cts",
      "package/dist/jest.d.ts",
      "package/dist/jest.js",
      "package/dist/openapi.yaml",
      "package/dist/page.css",
      "package/dist/page.js",
      "package/dist/spec.cjs",
      "package/dist/spec.d.cts",
      "package/dist/spec.d.ts",
      "package/dist/spec.js",
      "package/dist/vitest.d.cts",
      "package/dist/vitest.d.ts",
      "package/dist/vitest.js",
      "package/dist/wuts-contracts.js",
      "package/dist/wuts-mock.js",
      "package/package.json",
    ]
  `);
});

it('exports the entries of the table', () => {
  const paths = Object.entries(ENTRIES).map(([path, { cjs }]) => {
    const file = `./dist/${nameOf(path)}`;
    const esm = { types: `${file}.d.ts`, default: `${file}.js` };
    return [path, cjs ? { import: esm, require: { types: `${file}.d.cts`, default: `${file}.cjs` } } : esm];
  });
  expect(manifest.exports).toEqual({
    ...Object.fromEntries(paths),
    './openapi.yaml': './dist/openapi.yaml',
    './control.yaml': './dist/control.yaml',
    './world.schema.json': './dist/generated/world.schema.json',
    './package.json': './package.json',
  });
  expect(manifest.bin).toEqual(
    Object.fromEntries(Object.keys(BINS).map((name) => [name, `dist/${name}.js`])),
  );
});

it('is published as it is written: npm has nothing to put right in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wuts-mock-manifest-'));
  await cp(join(ROOT, 'package.json'), join(folder, 'package.json'));
  await mustRun(folder, ...toNpm('npm', 'pkg', 'fix'));
  const fixed: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  await rm(folder, { recursive: true });
  expect(fixed).toEqual(manifest);
});

it('passes publint', async () => {
  const { messages } = await publint({ pkgDir: ROOT, strict: true });
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

it.each([
  ['node16', ['wuts-mock', 'wuts-mock/contracts', 'wuts-mock/spec', 'wuts-mock/jest']],
  // vitest cannot be required, and neither can what builds on it.
  ['esm-only', ['wuts-mock/vitest']],
])('has right types for every way to import it, under the profile %s', async (profile, entries) => {
  const which = entries.map((entry) => entry.replace('wuts-mock', '.'));
  const options = ['--profile', profile, '--no-emoji', '--entrypoints', ...which];
  const { code, said } = await run(ROOT, ...toNpm('npx', 'attw', tarball, ...options));
  for (const entry of entries) expect(said).toContain(`"${entry}"`);
  expect(code, said).toBe(0);
});

it('installs little: no tool of its own making, and none for its tests', async () => {
  const { packed, installed, packages } = await measure(tarball);
  const names = packages.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['wuts-mock', ...Object.keys(manifest.dependencies)]));
  expect(names.filter((name) => Object.hasOwn(manifest.devDependencies, name))).toEqual([]);
  expect(packages.length).toBeLessThanOrEqual(90);
  // A third of a megabyte of it is the viewer of the pages.
  expect(packed).toBeLessThan(1_000_000);
  expect(installed).toBeLessThan(15_000_000);
});
