import { defineConfig } from 'vitest/config';

/** The tests of the labs, for `npm test --prefix labs`. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Many tests wait for processes that they start.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    isolate: false,
  },
});
