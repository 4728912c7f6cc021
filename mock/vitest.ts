export { createTest, type MockFixtures, test } from './testing/vitest/fixtures.ts';
export { type Promotions, type WorldMatchers, worldMatchers } from './testing/vitest/matchers.ts';
