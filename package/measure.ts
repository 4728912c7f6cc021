import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { toNpm } from './npm.ts';

const run = promisify(execFile);

/** What a user gets who installs the package. Sizes in bytes. */
export interface Measures {
  /** The tarball, as it is downloaded. */
  readonly packed: number;
  /** The package itself, unpacked. */
  readonly unpacked: number;
  /** All that is in `node_modules` then. */
  readonly installed: number;
  /** The packages there, each with what it takes, the largest first. The package itself is one of them. */
  readonly packages: readonly { readonly name: string; readonly bytes: number }[];
}

/** Installs a tarball into an empty project, which is thrown away afterwards, and measures what is there. */
export async function measure(tarball: string): Promise<Measures> {
  const project = await mkdtemp(join(tmpdir(), 'wuts-mock-size-'));
  try {
    await writeFile(join(project, 'package.json'), '{ "private": true }\n');
    const options = ['--prefer-offline', '--no-audit', '--no-fund'];
    await run(...toNpm('npm', 'install', ...options, tarball), { cwd: project });
    const bytes = await weigh(join(project, 'node_modules'));
    const packages = [...bytes].map(([name, size]) => ({ name, bytes: size }));
    packages.sort((one, other) => other.bytes - one.bytes);
    return {
      packed: (await stat(tarball)).size,
      unpacked: bytes.get(await nameIn(project)) ?? 0,
      installed: packages.reduce((sum, one) => sum + one.bytes, 0),
      packages,
    };
  } finally {
    await rm(project, { recursive: true });
  }
}

/** The bytes of each package; one that stands inside another counts for itself. */
async function weigh(folder: string): Promise<Map<string, number>> {
  const bytes = new Map<string, number>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const inside = file.split(`${sep}node_modules${sep}`).at(-1) ?? '';
    const [first = '', second = ''] = inside.split(sep);
    if (first.startsWith('.')) continue;
    const name = first.startsWith('@') ? `${first}/${second}` : first;
    bytes.set(name, (bytes.get(name) ?? 0) + (await stat(file)).size);
  }
  return bytes;
}

async function nameIn(project: string): Promise<string> {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    await readFile(join(project, 'package.json'), 'utf8'),
  );
  return Object.keys(dependencies)[0] ?? '';
}
