import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * The program and the arguments that start npm or npx on every system: Node with their own script. By name alone they
 * start nothing on Windows, where they are batch files, for which Node wants a shell. Throws when there is no npm.
 */
export function toNpm(tool: 'npm' | 'npx', ...args: string[]): [file: string, args: string[]] {
  script ??= findScript();
  return [process.execPath, [join(dirname(script), basename(script).replace('npm', tool)), ...args]];
}

let script: string | undefined;

/** Where npm started this process, it says where it is; otherwise it lies beside Node or in a folder of the path. */
function findScript(): string {
  const { npm_execpath: own = '', PATH = '' } = process.env;
  const found = [own, ...[dirname(process.execPath), ...PATH.split(delimiter)].flatMap(scriptsIn)];
  const first = found.find((file) => basename(file) === NAME);
  if (first === undefined)
    throw new Error(
      `There is no npm beside ${process.execPath}, nor in PATH=${PATH}. Install npm, which comes with Node.`,
    );
  return first;
}

const NAME = 'npm-cli.js';

/** As Windows lays it beside Node, and as a link of the other systems leads to it. */
function scriptsIn(folder: string): string[] {
  return [join(folder, 'node_modules/npm/bin', NAME), join(folder, 'npm')]
    .filter(existsSync)
    .map((file) => realpathSync(file));
}
