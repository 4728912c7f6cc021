import { createRequire } from 'node:module';
import { readTextFile } from '../../spec/index.ts';
import type { MockOptions } from '../mock.ts';

/** A file of stubs that cannot be read; the message says why. */
export class StubFileError extends Error {
  override name = 'StubFileError';
}

/** The stubs of a file, which holds one or a list of them in YAML or JSON. Throws a `StubFileError`. */
export function readStubs(file: string): NonNullable<MockOptions['stubs']> {
  // Loaded only here: most mocks start without stubs.
  const { parse }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  try {
    // The seam: whoever makes the mock has their shape checked first.
    return [parse(readTextFile(file))].flat();
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new StubFileError(`The file of stubs ${file} cannot be used: ${why}`);
  }
}
