import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { readVersion } from '../../spec/index.ts';
import { isLoopback } from '../control/loopback.ts';
import type { RunningMock } from '../start.ts';

/** A file that cannot be written to tell that the mock is ready. */
export class ReadyFileError extends Error {
  override name = 'ReadyFileError';
}

/** What a mock that is ready tells a program: where it is, and whose tokens there are. */
export interface Ready {
  /** Of the API. */
  readonly url: string;
  readonly control: string;
  readonly docs: string;
  readonly console: string;
  readonly health: string;
  readonly accounts: readonly { readonly token: string; readonly phone: string }[];
  /** The JIDs of the groups that it started with, by name. */
  readonly groups: Readonly<Record<string, string>>;
  readonly version: string;
  readonly pid: number;
}

/** A file that is there while the mock is ready. */
export interface ReadyFile {
  write(text: string): void;
  remove(): void;
}

/** On Windows `curl` alone is something else in one of the shells. */
const CURL = process.platform === 'win32' ? 'curl.exe' : 'curl';

/** What a mock that is ready tells. */
export function toReady({ url, accounts, tenants }: RunningMock): Ready {
  const root = new URL(url).origin;
  return {
    url,
    control: `${root}/__mock`,
    docs: `${root}/docs`,
    console: `${root}/console`,
    health: `${root}/health`,
    accounts,
    groups: Object.fromEntries(tenants.main.world.names),
    version: readVersion(),
    pid: process.pid,
  };
}

/** The same for a person, with lines to paste into any shell. */
export function toBanner(mock: RunningMock, hasControlToken: boolean): string {
  const { url, accounts, groups, control, docs, console } = toReady(mock);
  const isSecure = url.startsWith('https:');
  const curl = isSecure ? `${CURL} -k` : CURL;
  const [first] = accounts;
  const token = isLoopback(mock.address) ? '' : '-H "X-Control-Token: <the control token>" ';
  const isClosed = token !== '' && !hasControlToken;
  return [
    `WUTS mock on ${url}`,
    ...otherAddresses(mock).map((other) => `  from other machines: ${other}`),
    '',
    ...accounts.map(({ token, phone }) => `  token ${token}  device of ${phone}`),
    ...Object.entries(groups).map(([name, jid]) => `  group ${jid}  ${name}`),
    ...calibrationOf(mock),
    '',
    'Try it:',
    `  ${curl} -H "Authorization: Bearer ${first?.token}" ${url}/groups`,
    isClosed
      ? `  ${control}: people, time and faults need --control-token, as the mock listens beyond this machine`
      : `  ${curl} ${token}${control}                 other people, time, faults`,
    `  ${docs}                        the API, to read in a browser`,
    `  ${console}                     groups, phones, traffic and time, live in a browser`,
    '',
  ].join('\n');
}

/** What the mock follows of a calibration, in a line, and what it does not, by name. */
function calibrationOf({ calibration }: RunningMock): string[] {
  if (calibration === undefined) return [];
  const { file, day, settled, notFollowed } = calibration;
  const rest =
    notFollowed.length === 0
      ? 'all are followed'
      : `${notFollowed.length} not followed: ${notFollowed.join(', ')}`;
  return [`  calibration ${file ?? ''} of ${day}: ${settled} facts settled, ${rest}`];
}

/**
 * A file for what is ready; it is not there from now on until it is written, and then whole. Throws a `ReadyFileError`,
 * also where the mock `uses` that file for something else.
 */
export function createReadyFile(file: string, uses: readonly (string | undefined)[] = []): ReadyFile {
  const path = resolve(file);
  if (uses.some((other) => other !== undefined && resolve(other) === path))
    throw new ReadyFileError(
      `The ready file ${path} is a file that the mock reads, and would be lost. Give --ready-file another.`,
    );
  const half = `${path}.${process.pid}.tmp`;
  const tell = (act: () => void) => {
    try {
      act();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new ReadyFileError(
        `The ready file ${path} cannot be written: ${why}. Give --ready-file another.`,
      );
    }
  };
  tell(() => rmSync(path, { force: true }));
  return {
    write: (text) =>
      tell(() => {
        // It holds tokens, so it is for its owner alone.
        writeFileSync(half, text, { mode: 0o600, flag: 'wx' });
        renameSync(half, path);
      }),
    remove: () => rmSync(path, { force: true }),
  };
}

/** Where other machines find a mock that listens on every address. */
function otherAddresses({ url, address }: RunningMock): string[] {
  if (address !== '0.0.0.0' && address !== '::') return [];
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map((other) => url.replace(/(?<=:\/\/)(127\.0\.0\.1|\[::1\])/, other.address));
}
