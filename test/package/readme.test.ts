import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { toNpm } from '../../package/npm.ts';
import { readBlocks } from '../docs/blocks.ts';
import { mustRun, run } from './run.ts';

const blocks = readBlocks('README.md');

it('the consumer test of the README passes, pasted as it stands into an empty folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wuts-mock-readme-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const install = blocks.find(({ text }) => text.startsWith('npm install ')) ?? fail('no installation');
  const tarball = inject('tarball');
  const [, ...words] = install.text.split(' ').map((word) => (word === 'wuts-mock' ? tarball : word));
  expect(words).toContain(tarball);
  await mustRun(folder, ...toNpm('npm', ...words, '--prefer-offline', '--no-audit', '--no-fund'));

  const consumer = blocks.find(({ text }) => text.startsWith('// consumer.test.ts\n')) ?? fail('no test');
  await writeFile(join(folder, 'consumer.test.ts'), consumer.text);
  const line = blocks.find(({ text }) => text.startsWith('npx vitest ')) ?? fail('no line that runs it');
  const { code, said } = await run(folder, ...toNpm('npx', ...line.text.split(' ').slice(1)));
  expect(code, said).toBe(0);
  expect(said).toMatch(/Tests .*4 passed/);
});

function fail(missing: string): never {
  throw new Error(`The README has ${missing}.`);
}
