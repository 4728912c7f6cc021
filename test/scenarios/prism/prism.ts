import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import manifest from '../../../package.json' with { type: 'json' };

/** Prism in a process of its own. */
export interface RunningPrism {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Prism on a free port of loopback as a script of package.json says, with more arguments behind. */
export async function startPrism(
  script: 'prism:mock' | 'prism:proxy',
  ...more: string[]
): Promise<RunningPrism> {
  const [, ...args] = manifest.scripts[script].split(' ');
  const port = await findPort();
  const cli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
  const child = spawn(
    process.execPath,
    [cli, ...args, ...more, '-h', '127.0.0.1', '-p', String(port), '-v', 'silent'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await waitFor(url);
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { url, stop };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await fetch(url);
      return;
    } catch {
      await sleep(200);
    }
  }
  throw new Error(`Prism does not answer on ${url}.`);
}
