import { defineConfig } from 'vitest/config';

/** What a user gets: built, packed and installed. Slow, so `npm run test:package` runs it beside the other tests. */
export default defineConfig({
  test: {
    include: ['test/package/*.test.ts'],
    globalSetup: ['test/package/tarball.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
