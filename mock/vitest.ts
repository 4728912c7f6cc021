export { createTest, type MockFixtures, test } from './vitest/fixtures.ts';
export { type Promotions, type WorldMatchers, worldMatchers } from './vitest/matchers.ts';
