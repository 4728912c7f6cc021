import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
    globalSetup: ['test/built-package.ts'],
    // Many tests wait for processes that they start.
    maxWorkers: 2,
    testTimeout: 20_000,
    // No test leaves anything behind in a module, so they share what was loaded.
    isolate: false,
  },
});
