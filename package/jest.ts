export { type Promotions, type WorldMatchers, worldMatchers } from '../mock/jest.ts';
