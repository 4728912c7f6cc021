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

/** In milliseconds. */
export const HOUR = 3_600_000;

/** Where the clock of a seeded world stands still: 2026-06-15T12:00:00Z, the time in WUTS's own examples. */
export const SEEDED_NOW = 1_781_524_800_000;

/** A clock that goes as `machine` does, from `now` on, or that stands still there. */
export function createClock(machine: () => number, start: { now?: number; frozen?: boolean } = {}): Clock {
  let frozen = start.frozen ?? false;
  let held: number | undefined;
  let stood = start.now ?? machine();
  let since = machine();
  const now = () => held ?? (frozen ? stood : stood + machine() - since);
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
