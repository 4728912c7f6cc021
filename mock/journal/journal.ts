import type { Whose } from './body.ts';
import { type Entry, type Exchange, toEntry } from './entry.ts';
import { matches, type NearMiss, nearestTo, type Query } from './query.ts';
import { createWaiting, type OnGone } from './waiting.ts';

/** The last requests and replies of one world. */
export interface Journal {
  /** Keeps an exchange, in which tokens give way to the phones that they stand for. */
  note(exchange: Exchange, whose: Whose): void;
  /** The calls that match, the oldest first: the first `limit` with `after`, and else the last. */
  find(query: Query, limit: number): Entry[];
  /** The calls that come closest, when none matches. */
  nearest(query: Query): NearMiss[];
  /** Resolves when a call matches, when so many milliseconds are over, when who asked is gone, or when the journal ends. */
  wait(query: Query, milliseconds: number, onGone?: OnGone): Promise<void>;
  /** What is waited for at this moment, the oldest first. */
  waits(): Query[];
  /** The sequence of the last call that was noted. */
  readonly last: number;
  /** About how much is kept, in bytes. */
  readonly bytes: number;
  /** Forgets the older half. */
  halve(): void;
  /** Forgets everything; sequences go on. */
  clear(): void;
  /** Nobody waits any longer. */
  end(): void;
}

/** No more calls are kept than these, nor more bytes. */
const MOST_CALLS = 1000;
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_NEAR_MISSES = 5;

/** An empty journal. */
export function createJournal(): Journal {
  /** A ring: an entry stands at its sequence modulo the size. */
  let ring: (Entry | undefined)[] = [];
  let first = 1;
  let last = 0;
  let bytes = 0;
  const waiting = createWaiting();

  const entries = () =>
    Array.from({ length: last - first + 1 }, (_, index) => ring[(first + index) % MOST_CALLS]).filter(
      (entry) => entry !== undefined,
    );

  const forgetFirst = () => {
    const entry = ring[first % MOST_CALLS];
    if (entry !== undefined) bytes -= entry.weight;
    ring[first % MOST_CALLS] = undefined;
    first += 1;
  };

  return {
    note(exchange, whose) {
      const entry = toEntry(last + 1, exchange, whose);
      if (last - first + 1 === MOST_CALLS) forgetFirst();
      last += 1;
      ring[last % MOST_CALLS] = entry;
      bytes += entry.weight;
      while (bytes > MOST_BYTES && first < last) forgetFirst();
      waiting.tell(entry);
    },
    find(query, limit) {
      const found = entries().filter((entry) => matches(entry, query));
      return query.after === undefined ? found.slice(-limit) : found.slice(0, limit);
    },
    nearest: (query) => nearestTo(entries(), query, MOST_NEAR_MISSES),
    wait: waiting.wait,
    waits: waiting.queries,
    get last() {
      return last;
    },
    get bytes() {
      return bytes;
    },
    halve() {
      const end = first + Math.ceil((last - first + 1) / 2);
      while (first < end) forgetFirst();
    },
    clear() {
      ring = [];
      first = last + 1;
      bytes = 0;
    },
    end: () => waiting.end(),
  };
}
