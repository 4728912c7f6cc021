import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';

/** In bytes, gzipped. */
const MOST = 60_000;

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
