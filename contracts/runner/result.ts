import { PROVENANCES } from '../../spec/facts/index.ts';
import type { OperationId } from '../../spec/index.ts';
import type { Caller, Case, Provenance } from '../language/case.ts';
import type { Difference } from '../language/patterns.ts';

/**
 * What became of a case. `broken`: a documented promise is not kept, or what comes of it is grave. `differs`: an inferred one. `discovery`: an assumed
 * one, so the target is seen to behave otherwise than was guessed. `setup-failed`: the stage could not be set.
 */
export type Verdict = 'kept' | 'broken' | 'differs' | 'discovery' | 'skipped' | 'setup-failed';

/** One difference, where it was seen and what kind of promise it is about. */
export interface Finding extends Difference {
  readonly provenance: Provenance;
  /** What comes of it, where that is graver than how the promise is known. */
  readonly consequence?: string;
  /** The index of the step. */
  readonly step: number;
}

/** One call and its answer, as a report may show it: without tokens. */
export interface Exchange {
  /** The index of the step. */
  readonly step: number;
  readonly operation: OperationId;
  readonly as: Caller;
  /** A command line that repeats the call, with `$TOKEN` for the token. */
  readonly curl: string;
  /** undefined when there was no answer. */
  readonly status: number | undefined;
  /** The text of the answer, cut when long, or why there was none. */
  readonly answer: string;
  /** The call was an ordinary one for the operation, so that it counts for the coverage. */
  readonly covers: boolean;
}

/** The outcome of one case. */
export interface CaseResult {
  readonly case: Case;
  readonly verdict: Verdict;
  /** Why it was skipped, or why the stage could not be set. */
  readonly reason?: string;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  /** Properties of the answers that the document does not know, such as `group.colour`. */
  readonly undocumented: readonly string[];
  /** What the case made and could not tidy up, as sentences. */
  readonly leftovers: readonly string[];
  readonly milliseconds: number;
  /** Why the run ends with it. */
  readonly ends?: string;
}

const VERDICTS: Record<Provenance, Verdict> = {
  documented: 'broken',
  measured: 'broken',
  inferred: 'differs',
  assumed: 'discovery',
};

/** The verdict on findings: the gravest one counts. */
export function judge(findings: readonly Pick<Finding, 'provenance' | 'consequence'>[]): Verdict {
  if (findings.some(({ consequence }) => consequence !== undefined)) return 'broken';
  const known = new Set(findings.map(({ provenance }) => provenance));
  for (const provenance of PROVENANCES) {
    if (known.has(provenance)) return VERDICTS[provenance];
  }
  return 'kept';
}

/** Whether a verdict fails the run. A disposable target keeps every promise, so there any difference fails. */
export function isFailure(verdict: Verdict, { strict = false, disposable = false }): boolean {
  if (verdict === 'broken' || verdict === 'setup-failed') return true;
  if (verdict === 'differs') return strict || disposable;
  return verdict === 'discovery' && disposable;
}
