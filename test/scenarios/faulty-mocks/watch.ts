import { type Fault, NEXT_TIME, partsOf, spoil, toText } from './fault.ts';

/** Hears of all that a case comes by, and takes one thing of it away. */
export interface Watch {
  /** What could be taken away, by its text; noted only where nothing is. */
  readonly seen: ReadonlyMap<string, Seen>;
  /** Whether the case came by what is taken away. */
  readonly hasStruck: boolean;
  /** Another exchange begins. */
  next(): void;
  /** Whether this very thing is taken away. */
  isFaulty(one: Fault): boolean;
  /** A value in which that part is wrong that is taken away; undefined where none is. */
  spoilt<Value>(at: Fault['at'], of: string, read: () => Value): Value | undefined;
}

/** What could be taken away, and at which exchange of a case it was come by last. */
export interface Seen {
  readonly fault: Fault;
  readonly exchange: number;
}

/** A watch that takes one thing away, or nothing. */
export function createWatch(fault: Fault | undefined): Watch {
  const seen = new Map<string, Seen>();
  let exchange = 0;
  let hasStruck = false;
  let isFirst = fault?.turn === NEXT_TIME;
  const isFaulty = (one: Fault): boolean => {
    if (fault === undefined) {
      seen.set(toText(one), { fault: one, exchange });
      return false;
    }
    const isIt =
      one.at === fault.at && one.of === fault.of && one.part === fault.part && one.turn === fault.turn;
    hasStruck ||= isIt;
    return isIt;
  };
  return {
    seen,
    get hasStruck() {
      return hasStruck;
    },
    next() {
      exchange += 1;
    },
    isFaulty,
    spoilt<Value>(at: Fault['at'], of: string, read: () => Value) {
      if (fault === undefined) for (const part of partsOf(read())) isFaulty({ at, of, ...part });
      if (fault?.at !== at || fault.of !== of || fault.part === '') return undefined;
      const changed = spoil(read(), fault) as Value | undefined;
      if (changed === undefined) return undefined;
      hasStruck ||= !isFirst;
      const isRight = isFirst;
      isFirst = false;
      return isRight ? undefined : changed;
    },
  };
}
