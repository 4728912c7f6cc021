import type { ControlSchema } from '../../spec/index.ts';
import { createRandom, type Phone } from '../world/index.ts';
import type { Fault } from './fault.ts';

/** How long something takes, in milliseconds: so long, from so long to so long, log-normal or by percentiles. */
export type Duration = ControlSchema<'Duration'>;

/** An answer is not held back for longer, in milliseconds. */
export const LONGEST_DELAY = 120_000;

/** Where the chance of a fault starts: each has its own, so that others do not change what it strikes. */
export function chanceOf(seed: number, number: number): number {
  return (seed + Math.imul(number, 0x9e3779b9)) >>> 0;
}

/** The next number from 0 up to 1 of the chance of a fault. */
export function draw(fault: Fault): number {
  const random = createRandom(fault.chance);
  const drawn = random.next();
  fault.chance = random.state;
  return drawn;
}

/** How long it takes this time, in whole milliseconds. */
export function drawDuration(fault: Fault, duration: Duration): number {
  if (typeof duration === 'number') return duration;
  if (Array.isArray(duration)) {
    const [from = 0, to = 0] = [...duration].sort((one, other) => one - other);
    return from + Math.floor(draw(fault) * (to - from + 1));
  }
  const drawn = isLogNormal(duration) ? drawLogNormal(fault, duration) : drawByPercentiles(fault, duration);
  return Math.round(Math.min(drawn, LONGEST_DELAY));
}

/** The percentiles of a duration and what is reached at each, in order. */
export function percentilesIn(duration: object): readonly (readonly [percentile: number, value: number])[] {
  return Object.entries(duration)
    .map(([name, value]) => [Number(name.slice(1)), value] as const)
    .sort(([one], [other]) => one - other);
}

/** Whether a duration that is an object is log-normal; it is by percentiles when not. */
export function isLogNormal(duration: object): duration is ControlSchema<'LogNormal'> {
  return 'median' in duration;
}

/** By the method of Box and Muller. */
function drawLogNormal(fault: Fault, { median, sigma }: ControlSchema<'LogNormal'>): number {
  const radius = Math.sqrt(-2 * Math.log(1 - draw(fault)));
  return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * draw(fault)));
}

function drawByPercentiles(fault: Fault, duration: object): number {
  const drawn = 100 * draw(fault);
  let [from, reached] = [0, 0];
  for (const [percentile, value] of percentilesIn(duration)) {
    if (drawn < percentile) return reached + ((drawn - from) / (percentile - from)) * (value - reached);
    [from, reached] = [percentile, value];
  }
  return reached;
}

/** Counts a call in the window of its account. What goes beyond it gets the milliseconds until the next window. */
export function countInWindow(fault: Fault, phone: Phone, now: number): number | undefined {
  const { per_window } = fault.asked;
  if (per_window === undefined) return undefined;
  const { calls, seconds } = per_window;
  const length = seconds * 1000;
  let window = fault.windows[phone];
  // A clock that was set back starts anew, too.
  if (window === undefined || now < window.start || now >= window.start + length) {
    window = { start: now, calls: 0 };
    fault.windows[phone] = window;
  }
  if (window.calls < calls) {
    window.calls += 1;
    return undefined;
  }
  return window.start + length - now;
}
