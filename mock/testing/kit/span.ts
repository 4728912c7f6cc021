import { mustKnow, refuse } from './error.ts';

/** How much time; at least one of these is given, and they add up. */
export interface Span {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
}

const SECONDS: Readonly<Record<string, number>> = { days: 86_400, hours: 3600, minutes: 60, seconds: 1 };

/** The seconds that a call of the kit is given. Throws a `MockError` for what says nothing of time, or goes back. */
export function secondsIn(call: string, span: Span): number {
  mustKnow(call, span, Object.keys(SECONDS));
  const parts = Object.entries<unknown>({ ...span });
  if (parts.length === 0) refuse(`${call} takes days, hours, minutes or seconds`, span);
  return parts.reduce<number>((sum, [name, value]) => {
    if (typeof value !== 'number' || !(value >= 0 && value < Number.POSITIVE_INFINITY))
      refuse(`${name} must be a number from 0`, value);
    return sum + value * (SECONDS[name] ?? 0);
  }, 0);
}
