/** Choices that follow from a seed; it costs next to nothing to make one. */
export interface Chance {
  /** A whole number from 0 on and below `end`. */
  below(end: number): number;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
  /** True once in so many times. */
  once(times: number): boolean;
}

/** Chance by Mulberry32. The same seed gives the same choices. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * end);
  };
  const of = <T>(list: readonly T[]): T => {
    const index = below(list.length);
    if (index >= list.length) throw new Error('There is nothing to choose from.');
    return list[index] as T;
  };
  return { below, of, once: (times) => below(times) === 0 };
}

/** A list in an order that chance gives. */
export function shuffle<T>(list: readonly T[], chance: Chance): T[] {
  const shuffled = [...list];
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    [shuffled[at], shuffled[other]] = [shuffled[other] as T, shuffled[at] as T];
  }
  return shuffled;
}
