import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { importsOf } from '../../architecture/import-graph.ts';
import { readSources } from '../../architecture/source.ts';

/** In bytes, gzipped. */
const MOST = 60_000;

const { cache } = createRequire(import.meta.url);
const loadedOfBundler = () => Object.keys(cache).filter((path) => path.includes('/node_modules/esbuild/'));

it('nothing of the page is loaded or bundled before it is asked for', async () => {
  const isOfConsole = (path: string) => path.startsWith('mock/console/');
  const sources = readSources(['mock']).filter(({ path }) => !path.startsWith('mock/console/app/'));
  const loaded = sources.flatMap(importsOf).filter(({ to }) => isOfConsole(to));
  expect(loaded.filter(({ from }) => !isOfConsole(from)).map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'mock/pages/pages.ts → mock/console/page.ts',
  ]);
  expect(loaded.filter(({ to }) => to.startsWith('mock/console/app/'))).toEqual([]);

  // Another test of this process may have asked for the page.
  for (const path of loadedOfBundler()) delete cache[path];
  vi.resetModules();
  const { createMock: createAnew } = await import('../../../mock/index.ts');
  const { fetch } = createAnew();
  await fetch('http://localhost/health');
  expect(loadedOfBundler()).toEqual([]);
  await fetch('http://localhost/console/console.js');
  expect(loadedOfBundler()).not.toEqual([]);
});

it('the page and all that it loads are small', async () => {
  const { fetch } = createMock();
  const read = async (path: string) => {
    const response = await fetch(`http://localhost/${path}`);
    expect(response.status, path).toBe(200);
    return response.text();
  };
  const page = await read('console');
  const files = Array.from(page.matchAll(/(?:src|href)="([^"#:]+)"/g), ([, path = '']) => path);
  expect(files.some((one) => one.endsWith('.js'))).toBe(true);
  const parts = [page, ...(await Promise.all(files.map(read)))];
  const sizes = parts.map((one) => gzipSync(one).length);
  expect(
    sizes.reduce((sum, size) => sum + size, 0),
    `${files} ${sizes}`,
  ).toBeLessThan(MOST);
});
