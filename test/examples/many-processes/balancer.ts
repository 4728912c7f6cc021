import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../built-package.ts';
import { freePort } from '../../package/free-port.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const EXAMPLE = join(ROOT, 'examples/many-processes');

/** Debian keeps it where only root looks for commands. */
const ENV = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

/** A balancer, and what was started with it. */
export interface Balanced {
  readonly url: string;
  /** What it has printed so far. */
  said(): string;
  /** Ends it, and tells whether all that was started ended when it was asked to. */
  close(): Promise<boolean>;
}

/** Where to listen, and which mocks are behind it. */
export interface Wiring {
  /** An address of this machine; 127.0.0.1 unless given. */
  address?: string;
  mocks: readonly number[];
}

/** Starts the mocks and the balancer as a user does, with the configuration of the example. Resolves once all of them answer. */
export async function startExample(wiring: Wiring, options = '--open --quiet', env = {}): Promise<Balanced> {
  const MOCK = `${process.execPath} ${commandLine('wuts-mock')} ${options}`;
  return start(wiring, (config) => ['sh', join(EXAMPLE, 'start.sh'), config], { MOCK, ...env });
}

/** Starts the balancer alone, with the configuration of the example, before whatever listens on these ports. */
export async function startBalancer(wiring: Wiring): Promise<Balanced> {
  return start(wiring, (config) => ['haproxy', '-db', '-f', config], {});
}

/** The configuration of the example; beyond its two mocks, with a line for each further one. */
function configure(mocks: readonly number[]): string {
  const text = readFileSync(join(EXAMPLE, 'haproxy.cfg'), 'utf8');
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const further = mocks.slice(2).map((_, index) => `${last.replace(/(?<=mock-|MOCK_)2/g, `${index + 3}`)}\n`);
  return text + further.join('');
}

async function start(
  wiring: Wiring,
  toCommand: (config: string) => [string, ...string[]],
  env: Record<string, string>,
): Promise<Balanced> {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-many-'));
  const port = await freePort();
  const config = join(folder, 'haproxy.cfg');
  writeFileSync(config, configure(wiring.mocks));
  const { address = '127.0.0.1' } = wiring;
  const addresses = wiring.mocks.map((mock, index) => [`MOCK_${index + 1}`, `127.0.0.1:${mock}`]);
  const [file, ...args] = toCommand(config);
  // A group of its own, so that nothing of it is left whatever happens.
  const child = spawn(file, args, {
    cwd: ROOT,
    env: { ...ENV, ...env, ...Object.fromEntries(addresses), BALANCER: `${address}:${port}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = listen(child);
  // It comes when nobody has its output open any more, the mocks least of all.
  const closed = once(child, 'close').then(() => true);
  const close = async () => {
    child.kill('SIGTERM');
    const isOver = await Promise.race([
      closed,
      new Promise<false>((resolve) => setTimeout(resolve, 5000, false)),
    ]);
    if (!isOver) killGroup(child.pid);
    return isOver;
  };
  try {
    for (const one of [...wiring.mocks.map((mock) => `127.0.0.1:${mock}`), `${address}:${port}`])
      await answers(`http://${one}/openapi.json`, child, said);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `http://${address}:${port}`, said, close };
}

function listen({ stdout, stderr }: ChildProcessByStdio<null, Readable, Readable>): () => string {
  let text = '';
  for (const stream of [stdout, stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  return () => text;
}

async function answers(
  url: string,
  child: ChildProcessByStdio<null, Readable, Readable>,
  said: () => string,
): Promise<void> {
  const over = Date.now() + 60_000;
  while (Date.now() < over && child.exitCode === null) {
    const status = await fetch(url).then(
      (answer) => answer.text().then(() => answer.status),
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${url}. It said:\n${said()}`);
}

function killGroup(pid: number | undefined): void {
  try {
    process.kill(-Number(pid), 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
