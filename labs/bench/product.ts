import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toNpm } from '../../package/npm.ts';
import { ROOT } from './folders.ts';
import type { Tree } from './tree.ts';

/** What a user starts: the command line, and the module with `startMock`. */
export interface Product {
  readonly cli: string;
  readonly library: string;
  /** What it was made of, in words. */
  readonly origin: string;
}

const NAME = 'wuts-mock';

/** The built package where the project builds one, which is then built afresh; the tree otherwise. */
export function findProduct(tree: Tree): Product {
  const { scripts, bin }: { scripts: Record<string, string>; bin?: Record<string, string> } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  const command = bin?.[NAME];
  if (scripts.build === undefined || command === undefined) return fromSource(tree);
  execFileSync(...toNpm('npm', 'run', '--silent', 'build'), {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    cli: join(ROOT, command),
    library: fileURLToPath(import.meta.resolve(NAME)),
    origin: 'the built package',
  };
}

/** The tree, where nothing is to be built: its pace is that of the package, but not its start. */
export function fromSource(tree: Tree): Product {
  return {
    cli: tree.file('mock/cli.ts'),
    library: tree.file('mock/index.ts'),
    origin: 'the source with its types stripped, file by file',
  };
}
