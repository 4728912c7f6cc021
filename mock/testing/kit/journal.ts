import type { ControlQuery, ControlSchema } from '../../../spec/index.ts';
import type { Drive } from './drive.ts';
import { mustKnow } from './error.ts';

type JournalCall = ControlSchema<'JournalCall'>;

/** Which calls are looked for: an operation, or more of what a call can be. */
export type CallQuery = ControlSchema<'OperationName'> | Omit<ControlQuery<'readJournal'>, 'wait_for'>;

/** What was asked of the API and what it answered. */
export interface MockJournal {
  calls(query?: CallQuery): JournalCall[];
  /** Waits for a call, of which it rejects with the near misses when none comes within so many milliseconds (5000). */
  waitFor(query: CallQuery, options?: { timeout?: number }): Promise<JournalCall>;
  /** All of it as an HTTP archive. */
  har(): ControlSchema<'Har'>;
  clear(): void;
}

/** The journal of a world by its name. */
export function createMockJournal(drive: Drive, world: string): MockJournal {
  const path = { world };
  return {
    calls: (query) => drive.now('readJournal', { path, query: { limit: 1000, ...toQuery(query) } }).calls,
    async waitFor(wanted, options = {}) {
      mustKnow('waitFor', options, ['timeout']);
      const { timeout = 5000 } = options;
      const query = { ...toQuery(wanted), wait_for: timeout / 1000 };
      const { calls, near_misses } = await drive.later('readJournal', { path, query });
      const [call] = calls;
      if (call !== undefined) return call;
      const near = near_misses.map(
        ({ call: { sequence, method, path: asked }, differs }) =>
          `\n  ${sequence}. ${method} ${asked}: ${differs}`,
      );
      throw new Error(
        `No such call came within ${timeout} ms: ${JSON.stringify(wanted)}.${near.length === 0 ? ' There was no call at all.' : ` The nearest were:${near.join('')}`}`,
      );
    },
    har: () => drive.now('getJournalAsHar', { path }),
    clear: () => void drive.now('clearJournal', { path }),
  };
}

function toQuery(query: CallQuery = {}): ControlQuery<'readJournal'> {
  return typeof query === 'string' ? { operation: query } : query;
}
