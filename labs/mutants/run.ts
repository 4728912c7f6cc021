/**
 * `npm run contracts:bite`: mutates the mock with Stryker, with the contract suite as the only test, writes
 * `docs/bite.md`, and fails when less than 90 % of the mutants that are reached are killed or a survivor has no reason.
 * Given files, only those are mutated and only their rows are new. `npm run contracts:bite:sample` mutates a few dozen
 * places, for CI, and writes nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Stryker } from '@stryker-mutator/core';
import { readRows, readSurvivors, toPage } from './page.ts';
import { type MutationReport, scoreOf, sum, toRows, toSurvivors } from './score.ts';

const WANTED = 90;
const REPORT = 'node_modules/.cache/bite.json';
const PAGE = 'docs/bite.md';

/** Places of every kind, for a run that takes about a minute. */
const SAMPLE = [
  'mock/wire/participant.ts',
  'mock/world/rules/membership.ts:32-50',
  'mock/world/rules/membership.ts:83-111',
  'mock/world/roles.ts',
];

const args = process.argv.slice(2);
const isSample = args.includes('--sample');
const files = args.filter((one) => !one.startsWith('--'));
const report = await mutate(isSample ? SAMPLE : files);
const rows = toRows(report);
const survivors = toSurvivors(report);
const unexplained = survivors.filter(({ because }) => because === undefined);
if (!isSample) writePage();

const { mutants, reached, killed } = sum(rows);
console.log(
  `${mutants} mutants, ${reached} reached, ${killed} killed: ${scoreOf(rows).toFixed(1)} % of those reached`,
);
for (const { file, line, change } of unexplained)
  console.log(`survives without a reason  ${file}: ${change}\n  ${line}`);
if (scoreOf(rows) < WANTED || unexplained.length > 0) {
  console.log(
    `At least ${WANTED} % have to be killed, and each survivor killed by a new case or explained in labs/mutants/survivors.ts.`,
  );
  process.exitCode = 1;
}

/** Runs Stryker on some files, or on all that its configuration names. */
async function mutate(only: readonly string[]): Promise<MutationReport> {
  // The test runner is a plugin in TypeScript, which the processes that Stryker starts load too.
  process.env.NODE_OPTIONS = '--import tsx';
  await new Stryker({
    configFile: 'labs/stryker.config.json',
    ...(only.length === 0 ? {} : { mutate: [...only] }),
    ignoreStatic: isSample,
  }).runMutationTest();
  return JSON.parse(readFileSync(REPORT, 'utf8'));
}

/** Writes the page; what it has of files that are still there and were not mutated now stays. */
function writePage(): void {
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
  const fresh = new Set(rows.map(({ file }) => file));
  const isOld = ({ file }: { file: string }) => !fresh.has(file) && existsSync(file);
  const all = [...readRows(before).filter(isOld), ...rows].sort((a, b) => (a.file < b.file ? -1 : 1));
  const left = [...readSurvivors(before).filter(isOld), ...survivors];
  writeFileSync(PAGE, toPage(all, left, madeOn(new Date())));
}

function madeOn(date: Date): string {
  return `Last made on ${date.toISOString().slice(0, 10)} with Node ${process.version}.`;
}
