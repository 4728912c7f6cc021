import { test as base, expect, type TestAPI } from 'vitest';
import { type RunningMock, type StartOptions, startMock } from '../../start.ts';
import type { MockWorld } from '../kit/world.ts';
import { type WorldMatchers, worldMatchers } from '../matchers/matchers.ts';

/** What a test is given: the mock that all tests of a worker share, and a world of its own. */
export interface MockFixtures {
  mock: RunningMock;
  world: MockWorld;
}

declare global {
  // What vitest takes its assertions from in every version: its own interface has other parameters in each.
  namespace Chai {
    interface Assertion extends WorldMatchers<void> {}
  }
}

/** A `test` whose tests each have a world of their own, on one server on a free port. Registers the matchers. */
export function createTest(options: StartOptions = {}): TestAPI<MockFixtures> {
  expect.extend(worldMatchers);
  return base.extend<MockFixtures>({
    mock: [
      async ({}, use) => {
        const mock = await startMock({ port: 0, ...options });
        await use(mock);
        await mock.close();
      },
      { scope: 'file' },
    ],
    world: async ({ mock }, use) => {
      const world = mock.world();
      await use(world);
      world.end();
    },
  });
}

/** The same with a mock as it starts by default. */
export const test = createTest();
