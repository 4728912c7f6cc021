import type { Verdict } from '../runner/result.ts';
import { shorten } from '../target/scrub.ts';
import type { Cause } from './causes.ts';
import { count, oneLine } from './show.ts';
import { type Counts, type Summary, toCountLine } from './summary.ts';

/** So many causes, cases of a cause and things left behind are named on the terminal. */
const MOST_CAUSES = 10;
const MOST_CASES = 3;
const MOST_LEFTOVERS = 3;

/** The longest value that is shown of a cause, in characters. */
const LONGEST_VALUE = 160;

/**
 * The end of a run for a terminal of so many columns: why cases are not kept, a line per theme, the verdicts, what is
 * left behind, and last the counts. Lines are broken between words where they are too long.
 */
export function formatEnd(summary: Summary, columns = Number.POSITIVE_INFINITY): string {
  return [
    ...formatCauses(summary),
    ...formatThemes(summary, columns),
    '',
    ...formatVerdicts(summary),
    ...formatRemarks(summary),
    toCountLine(summary),
  ]
    .flatMap((line) => breakLine(line, columns))
    .join('\n');
}

/** What stands above the causes, such as `2 causes of what 516 cases show:`. */
export function titleOfCauses({ causes }: Pick<Summary, 'causes'>): string {
  const cases = new Set(causes.flatMap((one) => one.cases)).size;
  return `${count(causes.length, 'cause')} of what ${count(cases, 'case shows', 'cases show')}`;
}

/** What a cause comes to, such as `broken: 516 cases`. */
export function weightOf({ verdict, cases }: Cause): string {
  return `${verdict}: ${count(cases.length, 'case')}`;
}

/** What a cause comes to, with why it is so grave where its provenance alone would not make it so. */
export function fullWeightOf(cause: Cause): string {
  return cause.consequence === undefined ? weightOf(cause) : `${weightOf(cause)}, ${cause.consequence}`;
}

function formatCauses(summary: Summary): string[] {
  const { causes } = summary;
  if (causes.length === 0) return [];
  const more = causes.length - MOST_CAUSES;
  return [
    `${titleOfCauses(summary)}:`,
    ...causes.slice(0, MOST_CAUSES).flatMap((cause, index) => ['', ...formatCause(cause, index + 1)]),
    ...(more > 0 ? ['', `and ${count(more, 'more cause')}, which the reports name`] : []),
    '',
  ];
}

function formatCause(cause: Cause, number: number): string[] {
  const { about, expected, seen, cases } = cause;
  const value = (text: string) => oneLine(shorten(text, LONGEST_VALUE));
  const others = cases.length > MOST_CASES ? ', …' : '';
  return [
    `${number}. ${oneLine(about)} (${fullWeightOf(cause)})`,
    `   expected  ${value(expected)}`,
    `   seen      ${value(seen)}`,
    `   cases     ${cases.slice(0, MOST_CASES).join(', ')}${others}`,
  ];
}

const COLUMNS: readonly Verdict[] = ['broken', 'differs', 'discovery', 'setup-failed', 'skipped'];
const HEADS = ['theme', 'kept', ...COLUMNS];

function formatThemes({ themes }: Summary, columns: number): string[] {
  const rows = themes.map((counts) => [
    counts.theme,
    keptOf(counts),
    ...COLUMNS.map((verdict) => String(counts.verdicts[verdict])),
  ]);
  const table = [HEADS, ...rows];
  const widths = HEADS.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const width = widths.reduce((sum, one) => sum + one + 2, -2);
  if (width > columns)
    return themes.map(
      (counts) => `${counts.theme} ${[`${keptOf(counts)} kept`, ...othersOf(counts)].join(', ')}`,
    );
  return table.map((row) =>
    row
      .map((cell, column) => {
        const own = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(own) : cell.padStart(own);
      })
      .join('  '),
  );
}

function keptOf({ verdicts, passed, failed, skipped }: Counts): string {
  return `${verdicts.kept}/${passed + failed + skipped}`;
}

function othersOf({ verdicts }: Counts): string[] {
  return COLUMNS.filter((verdict) => verdicts[verdict] > 0).map(
    (verdict) => `${verdicts[verdict]} ${verdict}`,
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

/** A line in pieces that fit; those after the first stand further in. */
function breakLine(line: string, columns: number): string[] {
  if (line.length <= columns) return [line];
  const indent = ' '.repeat(/^ *(\d+\. |[a-z]+ {2,})?/.exec(line)?.[0].length ?? 0);
  const place = line.lastIndexOf(' ', columns);
  // A word that is too long for a line is left to the terminal.
  const end = place > indent.length ? place : line.indexOf(' ', columns);
  if (end < 0) return [line];
  return [line.slice(0, end), ...breakLine(indent + line.slice(end + 1), columns)];
}
