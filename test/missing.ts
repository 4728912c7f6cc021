/** What some tests need and not every machine has: '' where it is here, else why they are left out, for `skipIf` and the end of their names. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const noPosix = tell(process.platform !== 'win32', 'Windows has no such signals, shell and files');
export const noFull = tell(existsSync('/dev/full'), 'there is no /dev/full');
export const noHaproxy = tell(answers('haproxy', '-v'), 'there is no HAProxy: apt-get install haproxy');
export const noOpenssl = tell(answers('openssl', 'version'), 'there is no openssl');

function tell(isHere: boolean, why: string): string {
  return isHere ? '' : ` (left out: ${why})`;
}

function answers(file: string, ...args: string[]): boolean {
  // Debian keeps servers where only root looks for commands.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  return spawnSync(file, args, { env }).status === 0;
}
