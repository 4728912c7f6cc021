import type { ControlBody } from '../../spec/index.ts';
import type { Drive } from './drive.ts';

/** The time of a world. */
export interface MockClock {
  now(): Date;
  /** Lets time pass at once; what falls due happens. */
  advance(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
  set(now: Date | string): void;
  freeze(): void;
  /** Goes on with the time of the machine. */
  run(): void;
}

/** The clock of a world by its name. */
export function createMockClock(drive: Drive, world: string): MockClock {
  const path = { world };
  const set = (body: ControlBody<'setClock'>) => void drive.now('setClock', { path, body });
  return {
    now: () => new Date(drive.now('getClock', { path }).now),
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
      set({ advance_seconds: ((days * 24 + hours) * 60 + minutes) * 60 + seconds }),
    set: (now) => set({ now: new Date(now).toISOString() }),
    freeze: () => set({ frozen: true }),
    run: () => set({ frozen: false }),
  };
}
