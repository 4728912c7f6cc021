/** The time of a world, in milliseconds since 1970. It is passed in; nothing in the world asks the machine. */
export interface Clock {
  now(): number;
}

/** In milliseconds. */
export const HOUR = 3_600_000;

/** Where the clock of a seeded world stands still: 2026-06-15T12:00:00Z, the time in WUTS's own examples. */
export const SEEDED_NOW = 1_781_524_800_000;
