export { describeContracts } from '../contracts/vitest.ts';
export {
  createTest,
  type MockFixtures,
  type Promotions,
  test,
  type WorldMatchers,
  worldMatchers,
} from '../mock/vitest.ts';
