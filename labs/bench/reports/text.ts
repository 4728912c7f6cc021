import type { Measure, RowResult, Verdict } from '../result.ts';
import { toShown } from '../statistics.ts';

/** A row for the terminal. */
export function toText({ title, node, measures, absences = [], verdicts, notes = [] }: RowResult): string {
  const width = Math.max(0, ...measures.map(({ who }) => who.length));
  const wide = Math.max(0, ...measures.map(({ what }) => what.length));
  const line = (one: Measure) =>
    `  ${one.who.padEnd(width)}  ${one.what.padEnd(wide)}  ${toShown(one.median).padStart(9)} ${one.unit.padEnd(5)} ${toRatio(one)}`;
  return [
    '',
    `${title} (Node ${node})`,
    ...measures.map((one) => line(one).trimEnd()),
    ...absences.map(({ who, reason }) => `  ${who}: –, ${reason}`),
    ...verdicts.map((one) => `  ${toWord(one).padEnd(9)} ${one.target}: ${one.actual}`),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}

/** The verdict in a word. */
export function toWord({ met }: Pick<Verdict, 'met'>): string {
  if (met === undefined) return '–';
  return met ? 'met' : 'MISSED';
}

/** The ratio of a measure to the limit of its row. */
export function toRatio({ ratio }: Pick<Measure, 'ratio'>): string {
  return ratio === undefined ? '' : `${toShown(ratio)} ×`;
}
