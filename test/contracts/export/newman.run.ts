/**
 * `npm run contracts:postman`: the suite as a Postman collection, run by newman against the mock. newman is installed
 * into a cache, not with our packages. It runs the documented cases; `-- --all` runs all that Postman can say.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startMockProcess } from '../../../contracts/mock-process.ts';
import { runCli, runProgram } from './programs.ts';
import { tellTarget } from './target.ts';

const CACHE = resolve('node_modules/.cache/newman');
const newman = join(CACHE, 'node_modules/newman/bin/newman.js');
if (!existsSync(newman)) {
  const options = ['--no-save', '--no-audit', '--no-fund', 'newman@6.2.2'];
  execFileSync('npm', ['install', '--prefix', CACHE, ...options], { stdio: ['ignore', 'ignore', 'inherit'] });
}

const folder = mkdtempSync(join(tmpdir(), 'wuts-postman-'));
const [collection, report] = [join(folder, 'collection.json'), join(folder, 'report.json')];
const choice = process.argv.includes('--all') ? [] : ['--provenance', 'documented'];
const written = await runCli('export', '--postman', collection, ...choice);
console.log(written.said);
if (written.code !== 0) throw new Error('The collection could not be written.');

const mock = await startMockProcess();
try {
  const told = Object.entries({ base_url: mock.target.url, ...(await tellTarget(mock.target)) });
  const variables = told.flatMap(([name, value]) => ['--env-var', `${name}=${value}`]);
  const reporters = ['--reporters', 'json', '--reporter-json-export', report];
  const { said } = await runProgram(newman, 'run', collection, ...variables, ...reporters);
  if (!existsSync(report)) throw new Error(`newman gave no report, and said: ${said}`);
  const { stats, failures } = JSON.parse(readFileSync(report, 'utf8')).run;
  for (const { parent, source, error } of failures.slice(0, 20)) {
    console.log(`${parent.name} ${source.name}: ${error.test ?? ''} ${String(error.message).slice(0, 400)}`);
  }
  const passed = stats.assertions.total - stats.assertions.failed;
  console.log(`${stats.requests.total} requests; of the assertions of their scripts:`);
  console.log(`${passed} passed, ${failures.length} failed, 0 skipped`);
  process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
} finally {
  await mock.stop();
}
