import { clearTimeout, setTimeout } from '../real-timers.ts';
import type { Entry } from './entry.ts';

/** Lets somebody know when the one who asked is gone; it may be told more than once. */
export type OnGone = (act: () => void) => void;

/** Those who wait for a call. */
export interface Waiting {
  /** Wakes everybody who waits for such a call. */
  tell(entry: Entry): void;
  /** Resolves when such a call is told, when so many milliseconds are over, when who asked is gone, or at the end. */
  wait(isMeant: (entry: Entry) => boolean, milliseconds: number, onGone?: OnGone): Promise<void>;
  /** Wakes everybody. */
  end(): void;
}

interface Waiter {
  isMeant(entry: Entry): boolean;
  wake(): void;
}

/** Nobody waits as yet. */
export function createWaiting(): Waiting {
  const waiters = new Set<Waiter>();
  return {
    tell(entry) {
      if (waiters.size === 0) return;
      for (const waiter of [...waiters]) if (waiter.isMeant(entry)) waiter.wake();
    },
    wait: (isMeant, milliseconds, onGone) =>
      new Promise((resolve) => {
        const waiter: Waiter = {
          isMeant,
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
    end() {
      for (const { wake } of [...waiters]) wake();
    },
  };
}
