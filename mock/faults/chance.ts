import { createRandom, type Phone } from '../world/index.ts';
import type { Fault } from './fault.ts';

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

/** How late a struck answer comes, in milliseconds. */
export function drawDelay(fault: Fault): number {
  const { delay_ms = 0 } = fault.asked;
  if (typeof delay_ms === 'number') return delay_ms;
  const [from = 0, to = 0] = [...delay_ms].sort((one, other) => one - other);
  return from + Math.floor(draw(fault) * (to - from + 1));
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
