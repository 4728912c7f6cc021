import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../test/package/free-port.ts';
import type { Child, Children } from './children.ts';
import type { Contestant } from './contestants.ts';
import { install } from './installation.ts';
import { toPeerDocument } from './peer-document.ts';
import type { Product } from './product.ts';
import { HEADERS, type Loaded } from './requests.ts';
import type { Runtime } from './runtimes.ts';
import { type Samples, takeSamples } from './samples.ts';
import type { Tree } from './tree.ts';

/** A contestant that does not come up; the message says why. */
export class NotUp extends Error {
  override name = 'NotUp';
}

/** A contestant that answers. */
export interface Standing {
  readonly url: string;
  readonly child: Child;
  /** From the start of the process to its first answer. */
  readonly milliseconds: number;
  stop(): Promise<void>;
}

/** Where contestants are started, each in a process of its own. */
export interface Arena {
  readonly samples: Samples;
  /** Starts one and waits for its first answer. Throws `NotUp` or `NotInstalled`. */
  open(contestant: Contestant, operation: Loaded, runtime: Runtime): Promise<Standing>;
  close(): void;
}

const LONGEST_START = 30_000;
const BETWEEN_TRIES = 2;

/** An arena on loopback. */
export function createArena(tree: Tree, product: Product, children: Children): Arena {
  const samples = takeSamples();
  const folder = mkdtempSync(join(tmpdir(), 'wuts-mock-bench-'));
  const samplesFile = join(folder, 'samples.json');
  const document = join(folder, 'document.json');
  writeFileSync(samplesFile, JSON.stringify(samples));
  writeFileSync(document, toPeerDocument(samples));

  const open = async (contestant: Contestant, operation: Loaded, runtime: Runtime): Promise<Standing> => {
    const { name, packages } = contestant;
    const place = {
      ...{ samples, samplesFile, document, operation, cli: product.cli, file: tree.file },
      port: await freePort(),
      folder: packages === undefined ? '' : await install(name.toLowerCase(), packages, children),
      scratch: mkdtempSync(join(folder, 'start-')),
    };
    const { program } = contestant;
    if (program === 'java' && !hasJava()) throw new NotUp('it needs Java, and there is none here');
    const child = children.start({ file: program ?? runtime.path, args: contestant.args(place) });
    const stop = async () => {
      await child.stop();
      rmSync(place.scratch, { recursive: true, force: true });
    };
    try {
      await firstAnswer(place.port, child);
    } catch (error) {
      await stop();
      throw error;
    }
    const milliseconds = performance.now() - child.startedAt;
    return { url: `http://127.0.0.1:${place.port}`, child, milliseconds, stop };
  };
  return { samples, open, close: () => rmSync(folder, { recursive: true, force: true }) };
}

function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0;
}

/** Waits for the first answer of a child. Throws `NotUp`. */
export async function firstAnswer(port: number, child: Child): Promise<void> {
  while (performance.now() - child.startedAt < LONGEST_START) {
    if (child.hasEnded()) throw new NotUp(`it ended at its start and said: ${lastWords(child)}`);
    if (await answers(port)) return;
    await sleep(BETWEEN_TRIES);
  }
  throw new NotUp(`it gave no answer in ${LONGEST_START / 1000} s and said: ${lastWords(child)}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(
      { host: '127.0.0.1', port, path: '/groups', headers: HEADERS, agent: false },
      (response) => {
        response.resume();
        response.once('end', () => resolve(true));
        response.once('error', () => resolve(false));
      },
    );
    call.once('error', () => resolve(false));
    call.end();
  });
}

/** The line that names an error, or else the end of what was said. */
function lastWords(child: Child): string {
  const said = child.said();
  const named = said.split('\n').find((line) => /error|exception/i.test(line) && !/^\s*at /.test(line));
  return (named ?? said).slice(-300) || 'nothing';
}
