import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { pack } from '../../package/pack.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The path of the package as npm would publish it. */
    tarball: string;
  }
}

/** Packs once for all the tests of the package, unless `TARBALL` names what was packed before. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { TARBALL } = process.env;
  if (TARBALL !== undefined) {
    provide('tarball', resolve(TARBALL));
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'wuts-mock-'));
  provide('tarball', await pack(folder));
  return () => rm(folder, { recursive: true });
}
