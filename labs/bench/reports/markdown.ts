import type { BenchResult, RowResult, Verdict } from '../result.ts';
import { toShown } from '../statistics.ts';
import { toRatio, toWord } from './text.ts';

/** A run as Markdown: the targets first, then every figure. */
export function toMarkdown(result: BenchResult): string {
  return [
    toFacts(result),
    '### Targets',
    toTargets(result.rows),
    '### Figures',
    ...result.rows
      .filter(({ measures, absences = [] }) => measures.length + absences.length > 0)
      .map(toFigures),
  ]
    .join('\n\n')
    .concat('\n');
}

function toFacts({ startedAt, seconds, machine, settings, mock, notes }: BenchResult): string {
  const { rounds, seconds: load, quick } = settings;
  return [
    `${startedAt.slice(0, 10)}, ${machine}, in ${Math.ceil(seconds / 60)} minutes.`,
    `Medians of ${rounds} rounds; every load takes ${load} s.${quick ? ' **A quick run: its figures are rough.**' : ''}`,
    `The mock runs from ${mock}.`,
    ...notes,
  ].join(' ');
}

function toTargets(rows: readonly RowResult[]): string {
  const line = ({ title, node }: RowResult, verdict: Verdict) =>
    toLine([
      title,
      node,
      verdict.target,
      verdict.actual,
      verdict.met === false ? '**missed**' : toWord(verdict),
    ]);
  return [
    toLine(['what', 'Node', 'to reach', 'reached', '']),
    toLine(['---', '---', '---', '---', '---']),
    ...rows.flatMap((row) => row.verdicts.map((verdict) => line(row, verdict))),
  ].join('\n');
}

function toFigures({ title, node, measures, absences = [], notes = [] }: RowResult): string {
  const table = [
    toLine(['who', 'what', 'median', 'unit', 'ratio']),
    toLine(['---', '---', '---:', '---', '---:']),
    ...measures.map((one) => toLine([one.who, one.what, toShown(one.median), one.unit, toRatio(one)])),
    ...absences.map(({ who, reason }) => toLine([who, reason, '–', '', ''])),
  ].join('\n');
  return [`#### ${title}, Node ${node}`, table, ...notes.map(plain)].join('\n\n');
}

function toLine(cells: readonly string[]): string {
  return `| ${cells.map(plain).join(' | ')} |`;
}

/** What a peer said is shown as it is: it starts no markup and ends no cell. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
