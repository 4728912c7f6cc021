import { createRequire } from 'node:module';

/** The version of this package, which knows itself by its name wherever it was built or installed. */
export function readVersion(): string {
  return createRequire(import.meta.url)('wuts-mock/package.json').version;
}
