import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNpm } from '../../package/npm.ts';
import { ROOT } from './folders.ts';
import type { Tree } from './tree.ts';

/** What a user starts: the command lines of the mock and of the suite, and the module with `startMock`. */
export interface Product {
  readonly cli: string;
  readonly contracts: string;
  readonly library: string;
  /** What it was made of, in words. */
  readonly origin: string;
}

/** The built package, which is built afresh. */
export function buildProduct(): Product {
  const { bin, exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  execFileSync(...toNpm('npm', 'run', '--silent', 'build'), {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    cli: join(ROOT, bin['wuts-mock']),
    contracts: join(ROOT, bin['wuts-contracts']),
    library: join(ROOT, exports['.'].import.default),
    origin: 'the built package',
  };
}

/** The tree, where nothing is to be built: its pace is that of the package, but not its start. */
export function fromSource(tree: Tree): Product {
  return {
    cli: tree.file('mock/cli.ts'),
    contracts: tree.file('contracts/cli.ts'),
    library: tree.file('mock/index.ts'),
    origin: 'the source with its types stripped, file by file',
  };
}
