import type { CaseReport } from './case-report.ts';
import { type Markup, markup } from './markup.ts';
import { type Counts, type Summary, toCountLine } from './summary.ts';
import { explainReport, toOrigin } from './text.ts';

/**
 * JUnit XML as Jenkins, GitLab and GitHub's reporters read it: a suite for each theme. What fails the run is a failure,
 * a stage that could not be set an error; a difference that does not fail passes, with the difference as its output.
 */
export function toJunit(summary: Summary): string {
  const suites = summary.themes.map((counts) => toSuite(summary, counts));
  const page = markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="WUTS contract" ${toTotals(summary)} time="${toSeconds(summary.milliseconds)}">
${suites}</testsuites>
`;
  return page.markup;
}

function toSuite(summary: Summary, counts: Counts & { theme: string }): Markup {
  const cases = summary.cases.filter(({ theme }) => theme === counts.theme);
  const time = cases.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const properties = Object.entries({
    target: summary.target.url,
    document: `${summary.document.title} ${summary.document.version}`,
    seed: summary.seed,
    strict: String(summary.strict),
    counts: toCountLine(counts),
  });
  return markup`<testsuite name="${counts.theme}" ${toTotals(counts)} time="${toSeconds(time)}" timestamp="${summary.startedAt.replace(/\.\d+Z$/, 'Z')}">
<properties>
${properties.map(([name, value]) => markup`<property name="${name}" value="${value}"/>\n`)}</properties>
${cases.map(toTestcase)}</testsuite>
`;
}

function toTestcase(one: CaseReport): Markup {
  return markup`<testcase classname="${one.theme}" name="${one.id}" time="${toSeconds(one.milliseconds)}">${toOutcome(one)}</testcase>
`;
}

function toOutcome(one: CaseReport): Markup | undefined {
  const message = `${one.promise} (${toOrigin(one)})`;
  if (one.verdict === 'kept') return undefined;
  if (one.verdict === 'skipped') return markup`<skipped message="${toMessage(one.reason ?? 'skipped')}"/>`;
  const said = explainReport(one);
  if (one.verdict === 'setup-failed') {
    return markup`<error type="setup-failed" message="${toMessage(one.reason ?? message)}">${said}</error>`;
  }
  if (one.fails)
    return markup`<failure type="${one.verdict}" message="${toMessage(message)}">${said}</failure>`;
  return markup`<system-out>${said}</system-out>`;
}

function toTotals({ passed, failed, skipped, verdicts }: Counts): Markup {
  const errors = verdicts['setup-failed'];
  const tests = passed + failed + skipped;
  return markup`tests="${tests}" failures="${failed - errors}" errors="${errors}" skipped="${skipped}"`;
}

/** An attribute has no lines. */
function toMessage(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function toSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
