import timers from 'node:timers';
import promises from 'node:timers/promises';

/**
 * The timers of the machine, taken once: a test that fakes those of its own (`vi.useFakeTimers()`, `jest.useFakeTimers()`)
 * moves its code and never the mock, which would wait for ever or spin.
 */
export const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate } = timers;

/** Waits so many milliseconds, of the machine too. */
export const { setTimeout: sleep } = promises;

/** The time of the machine, in milliseconds since 1970. A mock that is to follow a faked clock is given `now: () => Date.now()`. */
export const { now } = Date;
