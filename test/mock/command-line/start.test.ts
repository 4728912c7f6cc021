/** What no call shows: a command that cannot run says so in one sentence. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { OLDEST_NODE } from '../../../package/node-version.ts';
import manifest from '../../../package.json' with { type: 'json' };
import { commandLine } from '../../built-package.ts';

const START = fileURLToPath(new URL('../../../package/start.mjs', import.meta.url));

/** Runs a program with what makes it believe that this is another Node. */
function runOn(version: string, ...args: string[]) {
  const text = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const pretend = `data:text/javascript,${encodeURIComponent(text)}`;
  return spawnSync(process.execPath, ['--import', pretend, ...args], { encoding: 'utf8' });
}

describe.each(['wuts-mock', 'wuts-contracts'] as const)('%s', (command) => {
  it.each(['18.20.4', '20.18.9', '16.0.0'])('on Node %s says which it needs, with exit code 2', (version) => {
    const { status, stdout, stderr } = runOn(version, commandLine(command), '--help');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `${command}: this is Node ${version}, and it needs Node 20.19 or later: install one from https://nodejs.org.\n`,
    );
  });

  it.each(['20.19.0', '22.0.0', '24.1.0'])('runs on Node %s', (version) => {
    expect(runOn(version, commandLine(command), '--help')).toMatchObject({ status: 0, stderr: '' });
  });
});

it('the manifest says the same', () => {
  expect(manifest.engines.node).toBe(`>=${OLDEST_NODE.major}.${OLDEST_NODE.minor}`);
});

describe.each([
  ['npm start', 'wuts-mock', []],
  ['npm run contracts', 'wuts-contracts', ['contracts']],
])('%s', (_, command, words) => {
  it(`runs ${command} from its sources`, () => {
    const run = spawnSync(process.execPath, [START, ...words, '--help'], { encoding: 'utf8' });
    expect(run).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(`^Usage: ${command} `),
      stderr: '',
    });
  });

  it('says in one sentence that the development dependencies are not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wuts-start-'));
    cpSync(START, join(folder, 'start.mjs'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'start.mjs'), ...words], {
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^A clone runs .* run "npm ci --include=dev" .*\n$/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('npm start', () => {
  it.each([
    ['start', / In PowerShell, quote the dashes: npm start "--" --seed 1\n$/],
    ['', /too many arguments[^"]*\n$/],
  ])('knows where an argument came from (%s)', (npm_lifecycle_event, says) => {
    const env = { ...process.env, npm_lifecycle_event };
    const run = spawnSync(process.execPath, [commandLine('wuts-mock'), '1'], { encoding: 'utf8', env });
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(says);
  });
});
