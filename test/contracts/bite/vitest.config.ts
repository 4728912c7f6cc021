import { defineConfig } from 'vitest/config';

/** For mutation testing alone: Stryker runs this with each mutant of the mock. */
export default defineConfig({
  test: { include: ['test/contracts/bite/bite.test.ts'], testTimeout: 20_000 },
});
