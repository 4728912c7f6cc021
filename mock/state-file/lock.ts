import { linkSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The right of one mock to a state file, kept as a file beside it. */
export interface Lock {
  /** Gives it back. What another mock has by now stays. */
  release(): void;
}

/** Another mock has the file, of this process or another. */
export class LockedError extends Error {
  override name = 'LockedError';
  readonly path: string;

  constructor(path: string, pid: number | undefined) {
    super(pid === undefined ? 'another mock is taking it' : `the mock of process ${pid} has it`);
    this.path = path;
  }
}

/** Who holds a lock: a process of a machine, and when that began, because the ids of processes come again. */
interface Holder {
  pid: number;
  began: string;
  host: string;
}

/** A lock that is empty may be written at this moment; one that is older is left over. In milliseconds. */
const MOMENT = 2000;

/** No lock is longer, in bytes. */
const LONGEST = 1000;

/** The locks of this process and their texts. */
const held = new Map<string, string>();
process.once('exit', () => {
  for (const path of held.keys()) giveBack(path);
});

/**
 * Takes the lock of a file. What a process left that is no more, or that was one of another machine, is taken over.
 * Throws a `LockedError`, or what the disk says where no lock can be written.
 */
export function takeLock(file: string): Lock {
  const path = `${file}.lock`;
  const me: Holder = { pid: process.pid, began: beginOf(process.pid), host: hostname() };
  const text = `${JSON.stringify(me)}\n`;
  for (;;) {
    try {
      writeFileSync(path, text, { flag: 'wx', mode: 0o600 });
      held.set(path, text);
      return { release: () => giveBack(path) };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const before = readText(path);
    if (before !== undefined) {
      mustBeLeftOver(path, before);
      clearAway(path, before);
    }
  }
}

function mustBeLeftOver(path: string, text: string): void {
  const holder = parse(text);
  if (holder === undefined) {
    const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age < MOMENT) throw new LockedError(path, undefined);
  } else if (holder.host === hostname() && isAlive(holder.pid) && holder.began === beginOf(holder.pid)) {
    throw new LockedError(path, holder.pid);
  }
}

/** Removes a lock that is over. Another mock may have done so at the same time and hold the next one: that is put back. */
function clearAway(path: string, text: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (readText(aside) !== text) linkSync(aside, path);
    rmSync(aside);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  }
}

function giveBack(path: string): void {
  try {
    if (readText(path) === held.get(path)) rmSync(path, { force: true });
  } catch {
    // Whoever comes next finds that its process is no more.
  }
  held.delete(path);
}

/** The text of a lock; undefined when it is gone. Throws when it is no lock at all, so that nothing of others is removed. */
function readText(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile() || found.size > LONGEST) throw new Error(`${path} is no lock of a mock`);
  return readFileSync(path, 'utf8');
}

function parse(text: string): Holder | undefined {
  try {
    const { pid, began, host } = JSON.parse(text);
    return Number.isInteger(pid) && pid > 0 ? { pid, began: String(began), host: String(host) } : undefined;
  } catch {
    return undefined;
  }
}

/** When a process began, where the system tells: the 22nd field of its line, counted after the name in parentheses. */
function beginOf(pid: number): string {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether there is a process of that id, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The code of an error of the system, such as ENOENT; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
