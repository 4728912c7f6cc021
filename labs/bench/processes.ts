import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../test/package/free-port.ts';
import { firstAnswer } from './arena.ts';
import type { Children } from './children.ts';
import { ROOT } from './folders.ts';
import type { Product } from './product.ts';
import type { Runtime } from './runtimes.ts';

/** Some mocks that are open, and a balancer before them unless it is left out. */
export interface Processes {
  readonly url: string;
  /** How many worlds each of the mocks has by now, that of its start left out. */
  countWorlds(): Promise<number[]>;
  stop(): Promise<void>;
}

/** Debian keeps it where only root looks for commands. */
const PATH = `${process.env.PATH}:/usr/sbin`;

/** The version of the balancer; undefined where there is none. */
export function findBalancer(): string | undefined {
  const { stdout } = spawnSync('haproxy', ['-v'], { encoding: 'utf8', env: { ...process.env, PATH } });
  return /version ([\d.]+)/.exec(stdout ?? '')?.[1];
}

/** Starts so many mocks; behind the balancer as examples/many-processes has it, or the first of them alone. Throws `NotUp`. */
export async function startProcesses(
  count: number,
  isBalanced: boolean,
  { children, product, runtime }: { children: Children; product: Product; runtime: Runtime },
): Promise<Processes> {
  const folder = mkdtempSync(join(tmpdir(), 'wuts-mock-processes-'));
  const ports = await Promise.all(Array.from({ length: count }, freePort));
  const [first = 0] = ports;
  const started = ports.map((port) => ({
    port,
    child: children.start({
      file: runtime.path,
      args: [product.cli, '--port', String(port), '--open', '--quiet'],
    }),
  }));
  const stop = async () => {
    await Promise.all(started.map(({ child }) => child.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  const port = isBalanced ? await freePort() : first;
  try {
    if (isBalanced) {
      const config = join(folder, 'haproxy.cfg');
      writeFileSync(config, configure(port, ports));
      const child = children.start({ file: 'haproxy', args: ['-db', '-f', config], env: { PATH } });
      started.push({ port, child });
    }
    for (const { port: one, child } of started) await firstAnswer(one, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    countWorlds: () => Promise.all(ports.map(countWorlds)),
    stop,
  };
}

/** The configuration of the example with these ports. */
function configure(port: number, mocks: readonly number[]): string {
  const example = readFileSync(join(ROOT, 'examples/many-processes/haproxy.cfg'), 'utf8');
  const lines = mocks.map((mock, index) => `    server mock-${index + 1} 127.0.0.1:${mock} weight 100`);
  return `${example
    .replace(/^ *server .*\n/gm, '')
    .replace('127.0.0.1:4010', `127.0.0.1:${port}`)
    .trimEnd()}\n${lines.join('\n')}\n`;
}

async function countWorlds(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/__mock/worlds`);
  const { worlds }: { worlds: unknown[] } = JSON.parse(await answer.text());
  return worlds.length - 1;
}
