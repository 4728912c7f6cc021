import { defineConfig } from 'vitest/config';

// What the shell of this run wants of a command is nothing to the commands that tests start.
for (const name of Object.keys(process.env)) {
  if (/^WUTS_|^FORCE_COLOR$/.test(name)) delete process.env[name];
}

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
