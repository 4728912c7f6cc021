import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { toNpm } from './npm.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Builds the package, and packs it into a folder as npm would publish it. Gives the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await run(...toNpm('npm', 'run', 'build'), { cwd: ROOT });
  const options = ['--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run(...toNpm('npm', 'pack', ...options), { cwd: ROOT });
  const [packed]: { filename: string }[] = JSON.parse(stdout);
  if (packed === undefined) throw new Error(`npm pack names no tarball. It said: ${stdout}`);
  return join(folder, packed.filename);
}
