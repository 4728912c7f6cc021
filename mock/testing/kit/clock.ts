import type { ControlBody, ControlSchema } from '../../../spec/index.ts';
import type { Drive } from './drive.ts';
import { MockError } from './error.ts';
import { type Span, secondsIn } from './span.ts';

/** The time of a world. */
export interface MockClock {
  now(): Date;
  /** Lets time pass at once; what falls due happens. Throws a `MockError` for what says nothing of time, or goes back. */
  advance(time: Span): void;
  /** A text is a time such as `2030-01-31T12:00:00Z`, or a date, whose day begins in UTC. Throws a `MockError` for any other. */
  set(now: Date | string): void;
  freeze(): void;
  /** Goes on with the time of the machine. */
  run(): void;
  /** What it is going to bring, the soonest first: acts of later, the end of private invites, deliveries. */
  due(): ControlSchema<'Due'>[];
}

/** The clock of a world by its name. */
export function createMockClock(drive: Drive, world: string): MockClock {
  const path = { world };
  const set = (body: ControlBody<'setClock'>) => void drive.now('setClock', { path, body });
  return {
    now: () => new Date(drive.now('getClock', { path }).now),
    advance: (time) => set({ advance_seconds: secondsIn('advance', time) }),
    set: (now) => set({ now: typeof now === 'string' ? toTime(now) : fromDate(now) }),
    freeze: () => set({ frozen: true }),
    run: () => set({ frozen: false }),
    due: () => drive.now('listDue', { path }).due,
  };
}

function toTime(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

function fromDate(date: Date): string {
  if (date instanceof Date && !Number.isNaN(date.getTime())) return date.toISOString();
  const says = `The clock is set to a Date that is valid, or to a text such as "2030-01-31T12:00:00Z", not to ${String(date)}.`;
  throw new MockError('no-such-time', says);
}
