/** The time of a world, in milliseconds since 1970. It is passed in; nothing in the world asks the machine. */
export interface Clock {
  now(): number;
  /** Whether it stands still. */
  readonly frozen: boolean;
  /** Goes on from another moment. */
  set(moment: number): void;
  /** Stands still, or goes on from where it stands. */
  freeze(frozen: boolean): void;
  /** Does something as if it were that moment. */
  at<T>(moment: number, act: () => T): T;
}

/** The first moment that a timestamp can name, in the year 1. */
export const FIRST_MOMENT = -62_135_596_800_000;

/** The last one, in the year 9999. A world knows none before the first and after this one. */
export const LAST_MOMENT = 253_402_300_799_999;

/** Whether a timestamp can name it; not so for NaN. */
export function isMoment(milliseconds: number): boolean {
  return Number.isFinite(milliseconds) && milliseconds >= FIRST_MOMENT && milliseconds <= LAST_MOMENT;
}

/** So many milliseconds after a moment. What would come after the last moment comes at it. */
export function momentAfter(moment: number, milliseconds: number): number {
  return Math.min(moment + milliseconds, LAST_MOMENT);
}

/** In milliseconds. */
export const HOUR = 3_600_000;

/** Where the clock of a seeded world stands still: 2026-06-15T12:00:00Z, the time in WUTS's own examples. */
export const SEEDED_NOW = 1_781_524_800_000;

/** A clock that goes as `machine` does, from `now` on, or that stands still there. It goes no further than the last moment. */
export function createClock(machine: () => number, start: { now?: number; frozen?: boolean } = {}): Clock {
  let frozen = start.frozen ?? false;
  let held: number | undefined;
  let stood = start.now ?? machine();
  let since = machine();
  const now = () => held ?? (frozen ? stood : Math.max(FIRST_MOMENT, momentAfter(stood, machine() - since)));
  const set = (moment: number) => {
    stood = moment;
    since = machine();
  };
  return {
    now,
    get frozen() {
      return frozen;
    },
    set,
    freeze(wanted) {
      set(now());
      frozen = wanted;
    },
    at(moment, act) {
      const before = held;
      held = moment;
      try {
        return act();
      } finally {
        held = before;
      }
    },
  };
}
