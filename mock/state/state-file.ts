import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A state file that cannot be used; the message says what is wrong with it and what to do. */
export class StateError extends Error {
  override name = 'StateError';
}

/** A file that always holds one whole state: the last one that was saved, or the one before. */
export interface StateFile {
  /** Where it is. */
  readonly path: string;
  /** The text that was saved last; undefined when there is none. Throws a `StateError`. */
  read(): string | undefined;
  /** Replaces the text. Resolves when the disk has it. Rejects with a `StateError`, and the old text is still there. */
  write(text: string): Promise<void>;
}

/** A state file at a path. What a process that was killed left half-written beside it is cleared away. */
export function createStateFile(file: string): StateFile {
  const path = realPathOf(file);
  // By process, so that two mocks on one file do not write into each other's half.
  const half = `${path}.${process.pid}.tmp`;
  clearHalves(path);
  return {
    path,
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined;
        throw new StateError(`The state file ${path} cannot be read: ${reason(error)}.`);
      }
    },
    async write(text) {
      try {
        await writeThrough(half, text);
        await rename(half, path);
        await flushFolder(dirname(path));
      } catch (error) {
        throw new StateError(
          `The state cannot be saved to ${path}: ${reason(error)}. Give --state a file in a folder that can be written to.`,
        );
      }
    },
  };
}

/** Writes a file and waits for the disk. It holds tokens and secrets, so it is for its owner alone. */
async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
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

/** Where a link leads to, so that saving replaces the file and not the link. */
function realPathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

function clearHalves(path: string): void {
  const isHalf = new RegExp(`^${basename(path).replace(/[^\w-]/g, '\\$&')}\\.(\\d+)\\.tmp$`);
  for (const name of namesIn(dirname(path))) {
    const pid = isHalf.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(path), name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
