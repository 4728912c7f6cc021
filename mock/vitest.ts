export { type Promotions, type WorldMatchers, worldMatchers } from './testing/matchers/matchers.ts';
export { createTest, type MockFixtures, test } from './testing/vitest/fixtures.ts';
