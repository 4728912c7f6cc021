import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { pack } from '../../package/pack.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The path of the package as npm would publish it. */
    tarball: string;
  }
}

/** Packs once for all the tests of the package. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'wuts-mock-'));
  provide('tarball', await pack(folder));
  return () => rm(folder, { recursive: true });
}
