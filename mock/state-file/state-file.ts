import { constants as bufferConstants, isUtf8 } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { constants, existsSync, readdirSync, readFileSync, rmSync, type Stats, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sleep } from '../real-timers.ts';
import { codeOf, isAlive, type Lock, LockedError, takeLock } from './lock.ts';
import { realPathOf } from './real-path.ts';

/** A state file that cannot be used; the message says what is wrong with it and what to do. */
export class StateError extends Error {
  override name = 'StateError';
}

/** A file that holds one whole state, the last one that was saved or the one before, unless a write in place failed. */
export interface StateFile {
  /** Where it is. */
  readonly path: string;
  /** The text that was saved last; undefined when there is none. Throws a `StateError`. */
  read(): string | undefined;
  /** Replaces the text by one in UTF-8. Resolves when the disk has it. Rejects with a `StateError`; the old text is then still there, unless it was written in place. */
  write(text: readonly Uint8Array[]): Promise<void>;
  /** Leaves it to other mocks. */
  release(): void;
}

type Text = readonly Uint8Array[];

/** What keeps a file from taking the place of another for a moment, such as a virus scanner that reads it. */
const BUSY = ['EPERM', 'EACCES', 'EBUSY'];

/** How long that is waited for, and how often it is tried, in milliseconds. */
const PATIENCE = 1000;
const PAUSE = 50;

/** A longer text could not be read again. */
const MOST_BYTES = bufferConstants.MAX_STRING_LENGTH;

/** Where no file may be made beside it, there is neither a lock nor a half: a file that is mounted alone, for example. */
const CLOSED = ['EACCES', 'EPERM', 'EROFS'];

/**
 * A state file at a path, for this mock alone until it is released. What a process that was killed left half-written
 * beside it is cleared away; `move` is how a file takes the place of another. Throws a `StateError` when another mock has it.
 */
export function createStateFile(file: string, move: typeof rename = rename): StateFile {
  const path = realPathOf(file);
  mustBeFile(path);
  const lock = takeLockOf(path);
  clearHalves(path);
  let isInPlace = false;

  /** Whether the text is in a new file that took the place of the old one. */
  const replace = async (text: Text): Promise<boolean> => {
    const half = `${path}.${process.pid}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      // A new file: what lies there under this name, such as a link, is not written through.
      await writeThrough(half, 'wx', text);
      if (!(await takesPlace(() => move(half, path)))) return false;
      await flushFolder(dirname(path));
      return true;
    } catch (error) {
      if (CLOSED.includes(codeOf(error)) && existsSync(path)) return false;
      throw error;
    } finally {
      await rm(half, { force: true }).catch(() => {});
    }
  };

  return {
    path,
    read: () => read(path),
    async write(text) {
      if (lengthOf(text) > MOST_BYTES) {
        throw new StateError(
          `The state is not saved to ${path}: it takes ${lengthOf(text)} bytes, and no more than ${MOST_BYTES} can be read again. The file holds what was saved before. Remove worlds, or spread them over several mocks.`,
        );
      }
      try {
        isInPlace ||= !(await replace(text));
        if (isInPlace) await writeThrough(path, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0), text);
      } catch (error) {
        throw new StateError(
          `The state cannot be saved to ${path}: ${reason(error)}.${isInPlace ? ' The file is written in place, and may hold a part of the state.' : ''} Give --state a file in a folder that can be written to.`,
        );
      }
    },
    release: () => lock?.release(),
  };
}

function takeLockOf(path: string): Lock | undefined {
  try {
    return takeLock(path);
  } catch (error) {
    if (error instanceof LockedError) {
      throw new StateError(
        `The state file ${path} is in use: ${error.message}. End that one, or give --state another file. If there is no such mock, delete ${error.path}.`,
      );
    }
    if (CLOSED.includes(codeOf(error))) return undefined;
    throw new StateError(
      `The state cannot be saved to ${path}: ${reason(error)}. Give --state a file in a folder that can be written to.`,
    );
  }
}

/** A pipe or a terminal would be waited for without end. */
function mustBeFile(path: string): void {
  let found: Stats | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, reason(error));
  }
  if (found?.isFile() === false)
    throw unreadable(path, found.isDirectory() ? 'it is a folder' : 'it is no ordinary file');
}

/** The text of a file; one without a word is as good as none. */
function read(path: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
    if (isUtf8(bytes)) return bytes.toString().trim() === '' ? undefined : bytes.toString();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadable(path, reason(error));
  }
  throw unreadable(path, 'it is not UTF-8 text');
}

function unreadable(path: string, why: string): StateError {
  return new StateError(`The state file ${path} cannot be read: ${why}. Give --state another file.`);
}

/** Whether a file took the place of another; false where it never can, as with a file that is a mount of its own. */
async function takesPlace(move: () => Promise<void>): Promise<boolean> {
  for (let waited = 0; ; waited += PAUSE) {
    try {
      await move();
      return true;
    } catch (error) {
      if (codeOf(error) === 'EXDEV') return false;
      if (!BUSY.includes(codeOf(error))) throw error;
      if (waited >= PATIENCE) return false;
    }
    await sleep(PAUSE);
  }
}

/** Writes a file and waits for the disk. It holds tokens and secrets, so it is for its owner alone. */
async function writeThrough(path: string, flags: string | number, text: Text): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    const length = lengthOf(text);
    const { bytesWritten } = await file.writev(text);
    // On a full disk this fails with the reason, which a short write does not tell.
    if (bytesWritten < length) await file.writeFile(Buffer.concat(text).subarray(bytesWritten));
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is safe once the folder is; some systems do not let folders be opened. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync();
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EINVAL'].includes(codeOf(error))) throw error;
  } finally {
    await folder?.close();
  }
}

function clearHalves(path: string): void {
  const isHalf = new RegExp(`^${basename(path).replace(/[^\w-]/g, '\\$&')}\\.(\\d+)(\\.[0-9a-f]+)?\\.tmp$`);
  for (const name of namesIn(dirname(path))) {
    const pid = isHalf.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      removeFile(join(dirname(path), name));
  }
}

function removeFile(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder of that name is none of ours.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function lengthOf(text: Text): number {
  return text.reduce((sum, { length }) => sum + length, 0);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
