/** One figure of one contestant, or of one operation of the mock alone. */
export interface Measure {
  readonly who: string;
  /** What was measured, such as `10 connections`. */
  readonly what: string;
  readonly unit: string;
  readonly median: number;
  /** Every round, in its order. */
  readonly rounds: readonly number[];
  /** How many times the limit of the row this is: the median of the rounds, each against the limit of the same round. */
  readonly ratio?: number | undefined;
}

/** A contestant that is not in a row, and why. */
export interface Absence {
  readonly who: string;
  readonly reason: string;
}

/** A target and what came of it. */
export interface Verdict {
  /** Such as `≥ 0.6 × bare node:http`. */
  readonly target: string;
  readonly actual: string;
  /** Undefined where the target is set for another Node, or could not be measured. */
  readonly met: boolean | undefined;
}

/** What a row finds on one Node. */
export interface Findings {
  readonly measures: readonly Measure[];
  readonly absences?: readonly Absence[] | undefined;
  readonly verdicts: readonly Verdict[];
  readonly notes?: readonly string[] | undefined;
}

/** A row on one Node. */
export interface RowResult extends Findings {
  readonly row: string;
  readonly title: string;
  /** Such as `v20.20.2`. */
  readonly node: string;
}

/** A whole run. */
export interface BenchResult {
  readonly startedAt: string;
  readonly seconds: number;
  readonly machine: string;
  /** What was asked for: rounds, seconds. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** How the mock was started. */
  readonly mock: string;
  readonly rows: readonly RowResult[];
  readonly notes: readonly string[];
}
