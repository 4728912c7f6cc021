import type { Measure, Verdict } from './result.ts';

/** The value in the middle; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The rounds of one contestant as a measure; `limit` are the same rounds of what it is compared with. */
export function toMeasure(
  about: Pick<Measure, 'who' | 'what' | 'unit'>,
  rounds: readonly number[],
  limit?: readonly number[],
): Measure {
  const ratio = limit === undefined ? undefined : ratioOf(rounds, limit);
  return { ...about, median: medianOf(rounds), rounds, ratio };
}

/** How many times the second the first is: round by round, so that a slow minute slows both. */
export function ratioOf(rounds: readonly number[], limit: readonly number[]): number {
  return medianOf(rounds.map((value, round) => value / (limit[round] ?? Number.NaN)));
}

/** Whether a value reaches `least`; a value that is no number was not measured. */
export function atLeast(value: number, least: number, unit: string, of: string): Verdict {
  return judge(`≥ ${least} ${unit} ${of}`, value, value >= least, unit);
}

/** Whether a value stays under `most`; a value that is no number was not measured. */
export function atMost(value: number, most: number, unit: string, of: string): Verdict {
  return judge(`≤ ${most} ${unit} ${of}`, value, value <= most, unit);
}

/** A number with three digits that matter. */
export function toShown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  const [whole = '', part] = value.toFixed(Math.min(digits, 3)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function judge(target: string, value: number, met: boolean, unit: string): Verdict {
  if (!Number.isFinite(value)) return { target, actual: 'not measured', met: undefined };
  return { target, actual: `${toShown(value)} ${unit}`, met };
}
