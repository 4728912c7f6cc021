import type { IncomingHttpHeaders } from 'node:http';

/** One delivery to a webhook, as it came in. */
export interface ReceivedDelivery {
  /** Upper case. */
  readonly method: string;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** What came to one webhook, to be taken out one by one. */
export interface DeliveryQueue {
  put(delivery: ReceivedDelivery): void;
  /** How many have come so far. */
  readonly count: number;
  /** How many characters wait to be taken. */
  readonly characters: number;
  /** The next delivery that nobody has taken yet; undefined when none comes within so many milliseconds. */
  take(within: number): Promise<ReceivedDelivery | undefined>;
}

/** An empty queue. */
export function createDeliveryQueue(): DeliveryQueue {
  const waiting: ReceivedDelivery[] = [];
  let count = 0;
  let wake: (() => void) | undefined;
  return {
    put(delivery) {
      count += 1;
      waiting.push(delivery);
      wake?.();
    },
    get characters() {
      return waiting.reduce((sum, { text }) => sum + text.length, 0);
    },
    get count() {
      return count;
    },
    async take(within) {
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, within);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
      return waiting.shift();
    },
  };
}
