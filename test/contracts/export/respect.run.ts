/**
 * `npm run contracts:arazzo`: the suite as Arazzo workflows, linted and carried out by `redocly respect` against the mock.
 * It runs the documented cases, which take a third of the time; `-- --all` runs every case that Arazzo can say.
 */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMock } from '../../../mock/index.ts';
import { buildPackage } from '../../built-package.ts';
import { runCli, runRedocly, runRespect } from './programs.ts';

const file = join(mkdtempSync(join(tmpdir(), 'wuts-arazzo-')), 'flows.yaml');
const choice = process.argv.includes('--all') ? [] : ['--provenance', 'documented'];

await buildPackage();
const written = await runCli('export', '--arazzo', file, ...choice);
console.log(written.said);
const linted = await runRedocly('lint', file);
if (written.code !== 0 || linted.code !== 0) {
  console.log(linted.said);
  throw new Error('The export is not valid Arazzo.');
}

// The mock and the inputs are those of the page.
const page = readFileSync('docs/flows.md', 'utf8');
const inputs: object = JSON.parse(/<<'END'\n(.*?)\nEND/s.exec(page)?.[1] ?? '{}');
const [, token = '', phone = ''] = /^npm start "--" --seed 1 --account (\S+)=(\d+)$/m.exec(page) ?? [];

const mock = await startMock({ port: 0, seed: 1, accounts: [{ token, phone }] });
try {
  const { said } = await runRespect(file, mock.url, inputs);
  const counts = /Workflows: (?:(\d+) passed, )?(?:(\d+) failed, )?(\d+) total/.exec(said);
  const [passed, failed] = [Number(counts?.[1] ?? 0), Number(counts?.[2] ?? 0)];
  const skipped = Number(/(\d+) are left out/.exec(written.said)?.[1] ?? 0);
  if (failed > 0 || passed === 0) console.log(said.slice(Math.max(0, said.indexOf('Failed tests info'))));
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} finally {
  await mock.close();
}
