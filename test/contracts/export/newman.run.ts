/**
 * `npm run contracts:postman`: the suite as a Postman collection, run by newman against the mock. newman is installed
 * into a cache, not with our packages. It runs the documented cases; `-- --all` runs all that Postman can say.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startMockProcess } from '../../../contracts/target/mock-process.ts';
import { toNpm } from '../../../package/npm.ts';
import { buildPackage } from '../../built-package.ts';
import { runCli, runProgram } from './programs.ts';
import { tellTarget } from './target.ts';

const CACHE = resolve('node_modules/.cache/newman');
const newman = join(CACHE, 'node_modules/newman/bin/newman.js');
if (!existsSync(newman)) {
  const options = ['--no-save', '--no-audit', '--no-fund', 'newman@6.2.2'];
  execFileSync(...toNpm('npm', 'install', '--prefix', CACHE, ...options), {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const collection = join(mkdtempSync(join(tmpdir(), 'wuts-postman-')), 'collection.json');
const choice = process.argv.includes('--all') ? [] : ['--provenance', 'documented'];
await buildPackage();
const written = await runCli('export', '--postman', collection, ...choice);
console.log(written.said);
if (written.code !== 0) throw new Error('The collection could not be written.');

const mock = await startMockProcess();
try {
  const told = Object.entries({ base_url: mock.target.url, ...(await tellTarget(mock.target)) });
  const variables = told.flatMap(([name, value]) => ['--env-var', `${name}=${value}`]);
  // The JSON reporter cannot write down a run of thousands of requests.
  const output = ['--color', 'off', '--disable-unicode', '--reporter-cli-no-success-assertions'];
  const { said, code } = await runProgram(newman, 'run', collection, ...variables, ...output);
  const [requests] = countsOf(said, 'requests');
  const [assertions, failed] = countsOf(said, 'assertions');
  if (code !== 0) console.log(said.slice(-6000));
  console.log(`${requests} requests; of the assertions of their scripts:`);
  console.log(`${assertions - failed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = code === 0 && failed === 0 && assertions > 0 ? 0 : 1;
} finally {
  await mock.stop();
}

/** A row of the table at the end: how many were executed, and how many failed. */
function countsOf(said: string, row: string): [number, number] {
  const [, executed, failed] = new RegExp(`\\| +${row} \\| +(\\d+) \\| +(\\d+) \\|`).exec(said) ?? [];
  if (executed === undefined)
    throw new Error(`newman gave no count of ${row}, and said: ${said.slice(-2000)}`);
  return [Number(executed), Number(failed)];
}
