import type { CaseResult } from '../runner/result.ts';
import { shorten } from '../target/scrub.ts';
import type { Target } from '../target/target.ts';
import { type CaseReport, decisiveCall, toCaseReport } from './case-report.ts';
import { count, oneLine, showFinding } from './show.ts';

/** The longest line that is shown of a hostile answer, in characters. */
const LONGEST_LINE = 600;

/** How many facts are named of a case. */
const MOST_FACTS = 4;

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
  if (one.facts.length > 0) lines.push(`  rests on  ${someOf(one.facts)}`);
  if (one.reason !== undefined) lines.push(`  reason    ${toLine(one.reason)}`);
  if (call !== undefined) lines.push(`  request   ${oneLine(call.curl)}`);
  lines.push(...explainFinding(one));
  if (call !== undefined && !tellsAnswer(one)) {
    lines.push(`  answer    ${call.status ?? ''} ${toLine(call.answer)}`);
  }
  return lines.join('\n');
}

/** Facts on one line; those that a case names come first. */
function someOf(facts: readonly string[]): string {
  const shown = facts.slice(0, MOST_FACTS);
  const rest = facts.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [count(rest, 'more fact')])].join(', ');
}

/** Where a promise comes from, such as `documented, docs: Create group`. */
export function toOrigin({ provenance, source }: Pick<CaseReport, 'provenance' | 'source'>): string {
  return source === undefined ? provenance : `${provenance}, ${source}`;
}

function explainFinding({ findings, moreFindings, provenance }: CaseReport): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { at, expected, actual } = showFinding(first);
  const others = findings.length - 1 + moreFindings;
  const whose = first.provenance === provenance ? '' : `, which is ${first.provenance}`;
  const so = first.consequence === undefined ? [] : [`  so        ${first.consequence}`];
  return [
    `  at        ${toLine(at)}${whose}`,
    `  expected  ${toLine(expected)}`,
    `  actual    ${toLine(actual)}`,
    ...so,
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
