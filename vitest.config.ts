import { defineConfig } from 'vitest/config';
import { RETRY, tellSecondTries } from './test/second-tries.ts';

// What the shell of this run wants of a command is nothing to the commands that tests start.
for (const name of Object.keys(process.env)) {
  if (/^WUTS_|^FORCE_COLOR$|^CI$/.test(name)) delete process.env[name];
}

const [major] = process.versions.node.split('.');
const toFile: [string, Record<string, unknown>] = [
  'json',
  { outputFile: `node_modules/.cache/tests-node${major}.json` },
];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
    globalSetup: ['test/temporary-folder.ts', 'test/built-package.ts'],
    // Many tests wait for processes that they start.
    maxWorkers: 3,
    retry: RETRY,
    reporters: ['default', tellSecondTries(), ...(RETRY ? [toFile] : [])],
    testTimeout: 60_000,
    // No test leaves anything behind in a module, so they share what was loaded.
    isolate: false,
  },
});
