export { describeContracts } from '../contracts/vitest.ts';
