import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** What is shot at. */
export interface Target {
  readonly url: string;
  readonly pid: number | undefined;
  /** What other mocks beside it are started from. */
  readonly program: string;
  /** What it complained about or died of since it was asked last; nothing when all is well. */
  complaints(): string[];
  stop(): Promise<void>;
}

const CLI = fileURLToPath(new URL('../../mock/cli.ts', import.meta.url));

const MIB = 1024 * 1024;

/** What all worlds may take together, in MiB: a snapshot of them takes several times as much while it is read. */
const WORLDS = 128;

/** No shots make a mock with such worlds take more memory than this, in bytes. */
const MOST_MEMORY = 1536 * MIB;

/** Says when a process has taken more than so many bytes of memory at once, and again only when it has taken still more. */
export function watchMemory(pid: number | undefined, limit: number): () => string[] {
  let most = limit;
  return () => {
    const peak = peakOf(pid);
    if (peak <= most) return [];
    most = peak;
    return [`the mock took ${Math.round(peak / MIB)} MiB of memory at once`];
  };
}

/** The most memory that a process ever had at once, in bytes; 0 where that is not told. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** How a mock is started, where not as usual. */
export interface Start {
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** A command line of the mock. */
  readonly program?: string;
  /** In bytes: more memory at once is a complaint. */
  readonly mostMemory?: number;
}

/** A mock in a process of its own, on a port of its own choice. */
export async function startTarget(
  options: readonly string[],
  { node = [], program = CLI, mostMemory = MOST_MEMORY }: Start = {},
): Promise<Target & { stdout(): string }> {
  const loader = program.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const args = [...node, ...loader, program, '--port', '0', '--memory', String(WORLDS), ...options];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  let told = 0;
  let death: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      death = `the mock ended with ${signal ?? `exit code ${code}`}`;
      resolve();
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const found = /WUTS mock on (http:\S+)/.exec(stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`The mock did not start: ${stderr}`)));
  });
  const greed = watchMemory(child.pid, mostMemory);
  return {
    url,
    pid: child.pid,
    program,
    stdout: () => stdout,
    complaints: () => {
      const fresh = stderr.slice(told);
      told = stderr.length;
      const said = fresh === '' ? [] : [`the mock wrote to stderr: ${fresh.slice(0, 500)}`];
      return death === undefined ? [...said, ...greed()] : [...said, death];
    },
    stop: async () => {
      child.kill('SIGKILL');
      await Promise.race([ended, wait(5000, undefined, { ref: false })]);
    },
  };
}

/** A mock that runs already; nothing is known of its complaints. */
export function targetAt(url: string): Target {
  return { url, pid: undefined, program: CLI, complaints: () => [], stop: async () => {} };
}
