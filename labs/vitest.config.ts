import { defineConfig } from 'vitest/config';
import { RETRY, tellSecondTries } from '../test/second-tries.ts';

/** The tests of the labs, for `npm test --prefix labs`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['../test/temporary-folder.ts'],
    // Many tests wait for processes that they start.
    maxWorkers: 2,
    retry: RETRY,
    reporters: ['default', tellSecondTries()],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
