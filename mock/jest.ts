import { type WorldMatchers, worldMatchers } from './testing/matchers/matchers.ts';

export { type Promotions, type WorldMatchers, worldMatchers } from './testing/matchers/matchers.ts';

declare global {
  namespace jest {
    // Of the parameters that @types/jest gives it.
    interface Matchers<R, T> extends WorldMatchers<R> {}
  }
}

/** What a runner with the `expect` of jest puts into the scope of every test. */
const { expect } = globalThis as { expect?: { extend?(matchers: object): void } };

expect?.extend?.(worldMatchers);
