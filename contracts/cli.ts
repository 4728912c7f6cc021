#!/usr/bin/env node
import { randomInt } from 'node:crypto';
import { DocumentError, loadDocument } from '../spec/index.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { interruptible } from './interrupt.ts';
import { catchAll } from './last-catch.ts';
import { formatEnd } from './reports/end.ts';
import { REPORTS } from './reports/index.ts';
import { createProgress } from './reports/progress.ts';
import { mustBeApart, mustBeWritable, writeText } from './reports/report-files.ts';
import { type Summary, summarise } from './reports/summary.ts';
import { chooseCases, withCalibration } from './runner/choose-cases.ts';
import { countCalls, formatPlan } from './runner/plan.ts';
import type { CaseResult } from './runner/result.ts';
import { runContracts } from './runner/run-contracts.ts';
import { OF_A_WORLD } from './target/control.ts';
import { startMockProcess } from './target/mock-process.ts';
import type { Secret } from './target/scrub.ts';
import { CannotRun, mustBeSendable, type RunOptions, type Target } from './target/target.ts';
import { toTarget } from './target-options.ts';

const KEPT = 0;
const BROKEN = 1;
const COULD_NOT_RUN = 2;

/** A mock has accounts for many cases at a time, and answers before a case has made its next call. */
const SIDE_BY_SIDE = 12;

const secrets: Secret[] = [];
const fail = catchAll(secrets);

try {
  const line = parseCommandLine(process.argv.slice(2));
  for (const name of ['token', 'secondToken', 'thirdToken', 'controlToken'] as const)
    secrets.push([line[name] ?? '', '$TOKEN']);
  process.exitCode = await main(line);
} catch (error) {
  if (!(error instanceof CannotRun || error instanceof DocumentError)) fail(error);
  else {
    console.error(`wuts-contracts: ${error.message}`);
    process.exitCode = COULD_NOT_RUN;
  }
}

async function main(line: CommandLine): Promise<number> {
  if (line.subcommand !== undefined) return line.subcommand(writeText);
  const reports = (line.report ?? []).map(({ file }) => file);
  mustBeApart(reports, [line.calibration, line.spec]);
  const options = withCalibration({ ...line, seed: line.seed ?? randomInt(2 ** 31) });
  if (chooseCases(options).length === 0) {
    throw new CannotRun('No case matches --only and --skip. See the ids with --list.');
  }
  if (line.list) {
    console.log(formatList(options));
    return KEPT;
  }
  if (!line.mock) return hold(toTargetWithControl(line), options, line);
  const starting = startMockProcess(line);
  try {
    // Read while the mock starts.
    const { document = loadDocument(line.spec) } = options;
    return await hold((await starting).target, { concurrency: SIDE_BY_SIDE, ...options, document }, line);
  } finally {
    await (await starting).stop();
  }
}

async function hold(target: Target, options: RunOptions, line: CommandLine): Promise<number> {
  const { plan, report = [], timeLimit } = line;
  if (plan) {
    console.log(formatPlan(target, options));
    return KEPT;
  }
  for (const { file } of report) mustBeWritable(file);
  // A report on standard output is to be read by a program: what is for people goes elsewhere.
  const people = report.some(({ file }) => file === '-') ? process.stderr : process.stdout;
  const interrupt = interruptible(timeLimit);
  const startedAt = new Date();
  const results: CaseResult[] = [];
  const document = options.document ?? loadDocument(options.spec);
  const progress = createProgress({
    stream: people,
    cases: chooseCases(options).length,
    calls: countCalls(target, options),
    target,
    options,
    document,
    env: process.env,
  });
  const watched = { ...options, ca: line.cafile, document, signal: interrupt, onAnswer: progress.answered };
  for await (const result of runContracts(target, watched)) {
    progress.tell(result);
    results.push(result);
  }
  progress.end();
  const why = interrupt.aborted ? String(interrupt.reason) : results.find(({ ends }) => ends)?.ends;
  const total = chooseCases(options).length;
  const endedEarly = why && `${why}, after ${results.length} of ${total} cases`;
  const summary = summarise(results, {
    target,
    document,
    seed: options.seed ?? 0,
    startedAt,
    milliseconds: Date.now() - startedAt.getTime(),
    strict: options.strict,
    endedEarly,
  });
  people.write(`${formatEnd(summary, people.isTTY ? people.columns : undefined)}\n`);
  for (const { name, file } of report) writeText(file, REPORTS[name](summary));
  if (report.some(({ file }) => file === '-')) await mustBeWrittenOut();
  if (endedEarly !== undefined) return COULD_NOT_RUN;
  const isLacking = results.some((one) => one.verdict === 'skipped' && one.case.moot === undefined);
  if (target.disposable && isLacking) {
    console.error('wuts-contracts: a mock has all that a case needs, so no case is to be skipped.');
    return BROKEN;
  }
  if (summary.failed > 0) return BROKEN;
  mustSayEnough(summary, line);
  return KEPT;
}

/** Throws `CannotRun` when a run has held the target to less than was asked for. */
function mustSayEnough({ passed, skipped, verdicts, skippedBecause }: Summary, line: CommandLine): void {
  const { minKept = 0, failOnSkip = false } = line;
  const why = skippedBecause.map(({ reason, cases }) => `${cases.length} because ${reason}`).join('; ');
  if (passed === 0)
    throw new CannotRun(`Nothing was held to the contract: all ${skipped} cases were skipped, ${why}.`);
  if (verdicts.kept < minKept)
    throw new CannotRun(
      `Kept: ${verdicts.kept}, and --min-kept asks for ${minKept}.${why && ` Skipped: ${why}.`}`,
    );
  if (failOnSkip && skipped > 0)
    throw new CannotRun(`--fail-on-skip: ${skipped} cases were skipped, ${why}.`);
}

/** A reader that has gone had what it wanted; a report that has no room is lost. */
async function mustBeWrittenOut(): Promise<void> {
  const lost = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) =>
    process.stdout.write('', resolve),
  );
  if (!lost || lost.code === 'EPIPE') return;
  throw new CannotRun(`The report cannot be written to standard output: ${lost.message}.`);
}

function toTargetWithControl(line: CommandLine): Target {
  const control = line.control === undefined ? undefined : { url: line.control, token: line.controlToken };
  const target: Target = { ...toTarget(line), control };
  mustBeSendable(target);
  const scripted = line.has?.find((need) => OF_A_WORLD.includes(need));
  if (scripted !== undefined && line.control === undefined)
    throw new CannotRun(`--has ${scripted} takes a control plane: give its base URL with --control.`);
  return target;
}

function formatList(options: RunOptions): string {
  return chooseCases(options)
    .map(({ id, provenance, promise, needs = [] }) => {
      const needed = needs.length === 0 ? '' : ` (needs ${needs.join(', ')})`;
      return `${provenance.padEnd(10)}  ${id}\n            ${promise}${needed}`;
    })
    .join('\n');
}
