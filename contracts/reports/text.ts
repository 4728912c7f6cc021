import type { CaseResult, Verdict } from '../runner/result.ts';
import { shorten } from '../target/scrub.ts';
import type { Target } from '../target/target.ts';
import { type CaseReport, decisiveCall, toCaseReport } from './case-report.ts';
import { count, oneLine, showFinding } from './show.ts';
import { type Summary, toCountLine } from './summary.ts';

/** So many of what is left behind are named on the terminal. */
const MOST_LEFTOVERS = 10;

/** The longest line that is shown of a hostile answer, in characters. */
const LONGEST_LINE = 600;

/**
 * What is to be said of a case that is not kept, as a few lines for a terminal: the promise, where it comes from, the
 * request as a curl line, and the first difference. The tokens of the target are taken out.
 */
export function explain(result: CaseResult, target: Target): string {
  return explainReport(toCaseReport(result, target));
}

/** What `explain` says, of a report. */
export function explainReport(one: CaseReport): string {
  const call = decisiveCall(one);
  const lines = [`${one.verdict}  ${one.id}`, `  promise   ${one.promise} (${toOrigin(one)})`];
  if (one.facts !== undefined) lines.push(`  rests on  ${one.facts.join(', ')}`);
  if (one.reason !== undefined) lines.push(`  reason    ${toLine(one.reason)}`);
  if (call !== undefined) lines.push(`  request   ${oneLine(call.curl)}`);
  lines.push(...explainFinding(one));
  if (call !== undefined && !tellsAnswer(one)) {
    lines.push(`  answer    ${call.status ?? ''} ${toLine(call.answer)}`);
  }
  return lines.join('\n');
}

/** Where a promise comes from, such as `documented, docs: Create group`. */
export function toOrigin({ provenance, source }: Pick<CaseReport, 'provenance' | 'source'>): string {
  return source === undefined ? provenance : `${provenance}, ${source}`;
}

/** The end of a run for a terminal: a line per theme, the verdicts, what is left behind, and last the counts. */
export function formatEnd(summary: Summary): string {
  return [
    ...formatThemes(summary),
    '',
    ...formatVerdicts(summary),
    ...formatRemarks(summary),
    toCountLine(summary),
  ].join('\n');
}

function explainFinding({ findings, moreFindings, provenance }: CaseReport): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { at, expected, actual } = showFinding(first);
  const others = findings.length - 1 + moreFindings;
  const whose = first.provenance === provenance ? '' : `, which is ${first.provenance}`;
  return [
    `  at        ${toLine(at)}${whose}`,
    `  expected  ${toLine(expected)}`,
    `  actual    ${toLine(actual)}`,
    ...(others === 0 ? [] : [`  and ${count(others, 'more difference')}`]),
  ];
}

/** Whether the first finding says what the whole answer was; a body that does not fit the document does not. */
function tellsAnswer({ findings: [first] }: CaseReport): boolean {
  return first !== undefined && (first.path !== '' || typeof first.actual === 'string');
}

function toLine(text: string): string {
  return oneLine(shorten(text, LONGEST_LINE));
}

const COLUMNS: readonly Verdict[] = ['broken', 'differs', 'discovery', 'setup-failed', 'skipped'];
const HEADS = ['theme', 'kept', ...COLUMNS];

function formatThemes({ themes }: Summary): string[] {
  const rows = themes.map(({ theme, passed, failed, skipped, verdicts }) => [
    theme,
    `${verdicts.kept}/${passed + failed + skipped}`,
    ...COLUMNS.map((verdict) => String(verdicts[verdict])),
  ]);
  const table = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
}

function formatVerdicts({ verdicts }: Summary): string[] {
  const parts = Object.entries(verdicts).filter(([, n]) => n > 0);
  return parts.length === 0 ? [] : [parts.map(([verdict, n]) => `${n} ${verdict}`).join(', ')];
}

function formatRemarks(summary: Summary): string[] {
  const { coverage, skippedBecause, undocumented, leftovers, endedEarly, seed } = summary;
  const lines = [
    `${coverage.exercised} of ${coverage.documented} documented answers were seen; seed ${seed}`,
    ...skippedBecause.map(({ reason, cases }) => `${cases.length} skipped: ${oneLine(reason)}`),
  ];
  if (undocumented.length > 0) {
    const names = undocumented.slice(0, 10).map(({ property }) => oneLine(property));
    const more = undocumented.length > names.length ? ', …' : '';
    lines.push(
      `${count(undocumented.length, 'property', 'properties')} that the document does not know: ${names.join(', ')}${more}`,
    );
  }
  if (endedEarly !== undefined) lines.push(`The run ended early: ${endedEarly}`);
  if (leftovers.length > 0) {
    const more = leftovers.length - MOST_LEFTOVERS;
    lines.push('', 'Left behind:', ...leftovers.slice(0, MOST_LEFTOVERS).map((one) => `  ${oneLine(one)}`));
    if (more > 0) lines.push(`  and ${more} more, which the reports name`);
  }
  return [...lines, ''];
}
