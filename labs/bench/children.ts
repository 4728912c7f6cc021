import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process that was started. */
export interface Child {
  readonly process: ChildProcess;
  /** When it was started, by `performance.now()`. */
  readonly startedAt: number;
  /** The last of what it said, for an error message. */
  said(): string;
  hasEnded(): boolean;
  /** Everything on standard output, once it has ended. Rejects unless it ends with 0. */
  readonly output: Promise<string>;
  /** Ends it, by force after three seconds. */
  stop(): Promise<void>;
}

/** What is started. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** The processes of one run. None outlives it. */
export interface Children {
  start(command: Command): Child;
  /** Ends what still runs, at once. */
  endAll(): void;
}

const PATIENCE = 3000;

/** Whatever happens, no child lives longer. */
const LONGEST_LIFE = 10 * 60_000;
const REMEMBERED = 2000;

/** No children yet. */
export function createChildren(): Children {
  const running = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of running) child.kill('SIGKILL');
  };
  process.once('exit', endAll);
  return { endAll, start: (command) => start(command, running) };
}

/** The memory of a process that is resident, in MB; NaN where the system does not tell. */
export function residentMegabytes({ process: { pid } }: Child): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** The time on a processor that a process has taken so far, in microseconds; NaN where the system does not tell. */
export function processorMicroseconds({ process: { pid } }: Child): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return Number.NaN;
  }
}

/** Linux counts time on a processor in hundredths of a second, whatever its own tick is. */
const TICK = 10_000;

function start({ file, args, cwd, env }: Command, running: Set<ChildProcess>): Child {
  const startedAt = performance.now();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_LIFE,
  });
  running.add(child);
  let output = '';
  let said = '';
  const listen = (chunk: Buffer) => {
    said = (said + chunk).slice(-REMEMBERED);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
    listen(chunk);
  });
  child.stderr.on('data', listen);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? '' : `exit ${code ?? signal}`));
  }).finally(() => running.delete(child));
  const hasEnded = () => !running.has(child);
  return {
    process: child,
    startedAt,
    said: () => said.trim(),
    hasEnded,
    get output() {
      return ended.then((failure) => {
        if (failure === '') return output;
        throw new Error(`${file} ${args.join(' ')} failed (${failure}). It said: ${said.trim()}`);
      });
    },
    stop: async () => {
      if (hasEnded()) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(force);
    },
  };
}
