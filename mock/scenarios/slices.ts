import { performance } from 'node:perf_hooks';
import { setImmediate } from '../real-timers.ts';

/** So long other calls wait for a slice, in milliseconds, and for the step with which it ends. */
const SLICE = 10;

/** Takes steps in slices, between which the process does what else there is. Ends early when `goesOn` denies it before a slice; whether all steps were taken. Throws what a step throws. */
export async function takeInSlices(steps: Iterator<unknown>, goesOn: () => boolean): Promise<boolean> {
  while (goesOn()) {
    const end = performance.now() + SLICE;
    do {
      if (steps.next().done) return true;
    } while (performance.now() < end);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return false;
}
