import { clearTimeout, setTimeout } from '../real-timers.ts';
import type { Entry } from './entry.ts';
import { matches, type Query } from './query.ts';

/** Lets somebody know when the one who asked is gone; it may be told more than once. */
export type OnGone = (act: () => void) => void;

/** Those who wait for a call. */
export interface Waiting {
  /** Wakes everybody who waits for such a call. */
  tell(entry: Entry): void;
  /** Resolves when such a call is told, when so many milliseconds are over, when who asked is gone, or at the end. */
  wait(query: Query, milliseconds: number, onGone?: OnGone): Promise<void>;
  /** What is waited for at this moment, the oldest first. */
  queries(): Query[];
  /** Wakes everybody. */
  end(): void;
}

interface Waiter {
  readonly query: Query;
  wake(): void;
}

/** Nobody waits as yet. */
export function createWaiting(): Waiting {
  const waiters = new Set<Waiter>();
  return {
    tell(entry) {
      if (waiters.size === 0) return;
      for (const waiter of [...waiters]) if (matches(entry, waiter.query)) waiter.wake();
    },
    wait: (query, milliseconds, onGone) =>
      new Promise((resolve) => {
        const waiter: Waiter = {
          query,
          wake() {
            clearTimeout(timer);
            waiters.delete(waiter);
            resolve();
          },
        };
        const timer = setTimeout(waiter.wake, milliseconds);
        waiters.add(waiter);
        onGone?.(waiter.wake);
      }),
    queries: () => [...waiters].map(({ query }) => query),
    end() {
      for (const { wake } of [...waiters]) wake();
    },
  };
}
