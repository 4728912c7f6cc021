/** The bodies that are being received, over all connections of a mock, take no more memory than this, in bytes; the largest snapshot and some more. */
export const BODY_BUDGET = 1280 * 1024 * 1024;

/** How many times a body is in memory by the time it is read: in pieces, put together, as text, and as the values in it. */
const COPIES = 4;

/** What the bodies take that are under way at a time. */
export interface BodyBudget {
  /** Counts a body from its first byte on. `refuse` is called, once, when it has to go for others. */
  open(refuse: () => void): BodyShare;
  /** The bytes of memory that are held now. */
  readonly held: number;
}

/** What one body takes of a budget. */
export interface BodyShare {
  /**
   * Holds so many bytes of a body more, each for as often as it will be in memory. What is over the budget then goes: the
   * largest body first, so that small ones always get in and whoever holds much without coming to an end makes room.
   */
  hold(bytes: number): void;
  /** Gives everything back. It may be called again. */
  release(): void;
}

interface Holder {
  bytes: number;
  readonly refuse: () => void;
}

/** A budget of so many bytes, of which nothing is held. */
export function createBodyBudget(most: number): BodyBudget {
  const holders = new Set<Holder>();
  let held = 0;

  const release = (holder: Holder) => {
    if (!holders.delete(holder)) return;
    held -= holder.bytes;
  };

  const makeRoom = () => {
    while (held > most) {
      let largest: Holder | undefined;
      for (const holder of holders) if (holder.bytes > (largest?.bytes ?? -1)) largest = holder;
      if (largest === undefined) return;
      release(largest);
      largest.refuse();
    }
  };

  return {
    open(refuse) {
      const holder: Holder = { bytes: 0, refuse };
      holders.add(holder);
      return {
        hold(bytes) {
          if (!holders.has(holder)) return;
          holder.bytes += COPIES * bytes;
          held += COPIES * bytes;
          if (held > most) makeRoom();
        },
        release: () => release(holder),
      };
    },
    get held() {
      return held;
    },
  };
}
