import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNpm } from '../../package/npm.ts';
import type { Children } from './children.ts';
import { CACHE } from './folders.ts';

/** A package that could not be installed; the message says why. */
export class NotInstalled extends Error {
  override name = 'NotInstalled';
}

/** Installs packages (`name@version`) into a folder of their own, unless they are there, and tells the folder. Throws `NotInstalled`. */
export async function install(
  name: string,
  packages: readonly string[],
  children: Children,
): Promise<string> {
  const folder = join(
    CACHE,
    name.replaceAll(/[^a-z0-9]+/g, '-'),
    packages.join('+').replaceAll(/[^\w.@+-]/g, '-'),
  );
  const done = join(folder, 'installed');
  if (existsSync(done)) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  // Without install scripts: none of the packages needs its own, and one of them reports its use.
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
  const [file, args] = toNpm('npm', 'install', '--prefix', folder, ...flags, ...packages);
  const npm = children.start({ file, args });
  try {
    await npm.output;
  } catch {
    const said = npm.said();
    const line = said.split('\n').find((one) => one.includes('npm error')) ?? said;
    throw new NotInstalled(`npm could not install ${packages.join(' ')}: ${line.slice(0, 200)}`);
  }
  writeFileSync(done, '');
  return folder;
}
