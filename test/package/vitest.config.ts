import { defineConfig } from 'vitest/config';

/** What a user gets: built, packed and installed. Slow, so `npm run test:package` runs it beside the other tests. */
export default defineConfig({
  // Of the package below it says a line for each file.
  logLevel: 'error',
  test: {
    include: ['test/package/*.test.ts'],
    globalSetup: ['test/package/tarball.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Most of the time goes by waiting for npm.
    maxWorkers: 3,
    // It imports JSON in a way that Node does not take.
    server: { deps: { inline: ['@actions/workflow-parser'] } },
  },
});
