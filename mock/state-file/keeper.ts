import { createHash, type Hash } from 'node:crypto';
import { createValidator, type Issue, loadControlDocument } from '../../spec/index.ts';
import { clearTimeout, setTimeout } from '../real-timers.ts';
import { takeInSlices } from '../scenarios/slices.ts';
import { loadTenants, type State, toStateText } from '../tenants/state.ts';
import type { Tenants } from '../tenants/tenants.ts';
import { createStateFile, StateError, type StateFile } from './state-file.ts';

/** Keeps the worlds of a mock in a file. */
export interface Keeper {
  /** Notes that something may have changed; it is saved not long after. */
  note(): void;
  /** Saves now, unless nothing has changed since the last save. Rejects with a `StateError`. */
  save(): Promise<void>;
  /** Saves for the last time, and leaves the file to other mocks. Rejects with a `StateError`. */
  close(): Promise<void>;
  /** Saves nothing more, and leaves the file to other mocks as it is. */
  abandon(): void;
}

/** How worlds are kept. */
export interface KeeperOptions {
  readonly file: string;
  /** How long after a change it is saved, in milliseconds; 2000 unless given. */
  readonly every?: number | undefined;
  /** Called when a save that nobody waits for fails; the next one is tried all the same. */
  readonly onFailure: (error: unknown) => void;
}

/** Brings back what the file holds, if it is there. Throws a `StateError` when it cannot be used; it is then as it was. */
export function createKeeper(
  tenants: Tenants,
  { file: name, every = 2000, onFailure }: KeeperOptions,
): Keeper {
  const file = createStateFile(name);
  try {
    restore(tenants, file);
  } catch (error) {
    file.release();
    throw error;
  }
  /** The hash of what the file holds; empty when that is not known. */
  let saved = '';
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let closing: Promise<void> | undefined;
  /** One save after the other: the last one has what is last. */
  let queue = Promise.resolve();

  const saveNow = async () => {
    const bytes: Buffer[] = [];
    const hash = createHash('sha256');
    await takeInSlices(toBytes(toStateText(tenants), bytes, hash), () => true);
    const digest = hash.digest('hex');
    if (digest === saved) return;
    // A write that fails may leave a part of the text in the file.
    saved = '';
    await file.write(bytes);
    saved = digest;
  };

  const save = () => {
    const next = queue.then(saveNow);
    queue = next.catch(() => {});
    return next;
  };

  const end = () => {
    isClosed = true;
    clearTimeout(timer);
  };

  return {
    note() {
      if (isClosed) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        save().catch(onFailure);
      }, every).unref();
    },
    save,
    close() {
      end();
      closing ??= save().finally(file.release);
      return closing;
    },
    abandon() {
      end();
      file.release();
    },
  };
}

/** Collects a text as bytes, step by step, and hashes it. */
function* toBytes(text: Iterable<string>, bytes: Buffer[], hash: Hash): Generator<void> {
  for (const piece of text) {
    const chunk = Buffer.from(piece);
    hash.update(chunk);
    bytes.push(chunk);
    yield;
  }
}

function restore(tenants: Tenants, file: StateFile): void {
  const text = file.read();
  if (text === undefined) return;
  try {
    loadTenants(tenants, parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StateError(
      `The state file ${file.path} is left as it is, because it cannot be used: ${why} Repair it, move it away to start anew, or give --state another file.`,
    );
  }
}

/** The state of a text. Throws an error that says what is wrong with it. */
function parse(text: string): State {
  let state: unknown;
  try {
    state = JSON.parse(text);
  } catch (error) {
    const isMarked = text.startsWith('\ufeff');
    // The message of the parser quotes the text, in which there are tokens.
    const place = /at position \d+/.exec(error instanceof Error ? error.message : '')?.[0] ?? 'at its end';
    throw new Error(`it is not JSON (${isMarked ? 'it begins with a byte order mark' : place}).`);
  }
  const issues = createValidator(loadControlDocument()).value('#/components/schemas/State', state);
  if (issues.length > 0) throw new Error(`${tell(issues)}.`);
  // The seam: it was found to be what the document says, which says it more loosely than the type does.
  return state as State;
}

function tell(issues: readonly Issue[]): string {
  const told = issues
    .slice(0, 3)
    .map(({ field, message, value }) => `${field} ${message}, not ${JSON.stringify(value)}`);
  const more = issues.length - told.length;
  return more > 0 ? `${told.join('; ')}; and ${more} more` : told.join('; ');
}
