import type { ApiDocument } from '../../spec/index.ts';
import { count, oneLine, showFinding } from '../reports/show.ts';
import { isFailure, type Verdict } from '../runner/result.ts';
import { shorten } from '../target/scrub.ts';
import type { CheckedArchive, CheckedCall, HarFinding } from './check-archive.ts';

/** A check of a recording as plain JSON. */
export interface HarReport extends CheckedArchive {
  /** Rises when a reader of the report would have to change. */
  readonly format: 1;
  readonly file: string;
  readonly document: { readonly title: string; readonly version: string };
  readonly strict: boolean;
  readonly passed: number;
  readonly failed: number;
  /** Entries that have nothing to do with the document. */
  readonly skipped: number;
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
}

/** The report on a check. `strict` lets what is only inferred fail too. */
export function toHarReport(
  checked: CheckedArchive,
  { file, document, strict = false }: { file: string; document: ApiDocument; strict?: boolean | undefined },
): HarReport {
  const failed = checked.calls.filter(({ verdict }) => isFailure(verdict, { strict })).length;
  const verdicts: Partial<Record<Verdict, number>> = {};
  for (const { verdict } of checked.calls) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  return {
    format: 1,
    file,
    document: { title: document.raw.info.title, version: document.raw.info.version },
    strict,
    passed: checked.calls.length - failed,
    failed,
    skipped: checked.others,
    verdicts,
    ...checked,
  };
}

/** The longest line that is shown, in characters. */
const LONGEST_LINE = 600;

/** The report for a terminal: the calls that break the contract, notes, and last the counts. */
export function formatHarReport(report: HarReport): string {
  const { calls, basePath, others, notes, verdicts, passed, failed, skipped } = report;
  const broken = calls.filter(({ verdict }) => verdict !== 'kept');
  const verdictLine = Object.entries(verdicts).map(([verdict, n]) => `${n} ${verdict}`);
  return [
    ...broken.map((call) => `${explainCall(call)}\n`),
    ...notes,
    `${count(calls.length, 'call')} of ${calls.length + others} held to the contract${basePath === '' ? '' : `, under ${basePath}`}`,
    ...(verdictLine.length === 0 ? [] : [verdictLine.join(', ')]),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ].join('\n');
}

function explainCall({ verdict, entry, method, path, operation, status, findings }: CheckedCall): string {
  const to = operation === undefined ? '' : ` (${operation})`;
  const answered = status === null ? 'no answer' : String(status);
  return [
    `${verdict}  entry ${entry}: ${toLine(`${method} ${path}`)}${to} → ${answered}`,
    ...findings.flatMap(explainFinding),
  ].join('\n');
}

/** What a check says itself, instead of showing what may be a secret. */
const WORDS = /^(a property|a parameter|no token|something else, of \d+ characters)$/;

function explainFinding({ side, provenance, ...finding }: HarFinding): string[] {
  const { at, expected, actual } = showFinding({ step: 0, provenance, ...finding });
  const place = side === 'request' ? finding.path : at;
  const inWords = typeof finding.actual === 'string' && WORDS.test(finding.actual);
  return [
    `  ${side.padEnd(9)} ${toLine(place)} (${provenance})`,
    `  expected  ${toLine(expected)}`,
    `  actual    ${inWords ? finding.actual : toLine(actual)}`,
  ];
}

function toLine(text: string): string {
  return oneLine(shorten(text, LONGEST_LINE));
}
