import type { ApiDocument, Operation } from '../../spec/index.ts';
import type { Case, Step } from '../language/case.ts';
import type { CaseResult, Verdict } from '../runner/result.ts';

/** What a run has tried and what not. */
export interface Coverage {
  readonly operations: readonly OperationCoverage[];
  /** How many of the documented answers were seen, and how many there are. */
  readonly exercised: number;
  readonly documented: number;
  /** The lines of the role table. */
  readonly roles: readonly RowCoverage[];
  /** What the promises come from, in the order of the suite. */
  readonly sources: readonly SourceCoverage[];
}

/** What was seen of one operation. */
export interface OperationCoverage {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly statuses: readonly StatusCoverage[];
  /** Statuses that it answered with and that the document does not know. */
  readonly undocumented: readonly number[];
}

/** Whether one documented answer of an operation was seen. */
export interface StatusCoverage {
  readonly status: number;
  readonly exercised: boolean;
  /** How many cases that promise this answer are kept. */
  readonly kept: number;
  /** The ids of cases that promise this answer and were disappointed. */
  readonly disappointed: readonly string[];
  /** Why it was not exercised. */
  readonly gaps: readonly Gap[];
}

/** A reason why something was not exercised, and the ids of the cases that it kept from doing so. */
export interface Gap {
  readonly reason: string;
  readonly cases: readonly string[];
}

/** What became of one line of the role table. */
export interface RowCoverage {
  readonly id: string;
  readonly promise: string;
  readonly verdict: Verdict | 'not run';
  /** Why it was not tried, when it was not. */
  readonly reason?: string;
}

/** What became of the promises of one source. */
export interface SourceCoverage {
  readonly source: string;
  readonly kept: number;
  readonly disappointed: number;
  /** Skipped, or not part of the run. */
  readonly untried: number;
  /** Why those were not tried. */
  readonly gaps: readonly Gap[];
}

/** The theme whose cases are the lines of the role table. */
const ROLES = 'roles';

/** Measures what results cover of a document and of the cases that there are. */
export function measureCoverage(
  results: readonly CaseResult[],
  document: ApiDocument,
  cases: readonly Case[],
): Coverage {
  const outcomes = new Map(results.map((result) => [result.case.id, result]));
  const seen = statusesSeen(results);
  const promised = new Map<string, Case[]>();
  for (const one of cases) {
    for (const answer of answersPromised(one)) promised.set(answer, [...(promised.get(answer) ?? []), one]);
  }
  const operations = document.operations.map((operation) =>
    coverOperation(operation, seen.get(operation.id) ?? new Set(), promised, outcomes),
  );
  const statuses = operations.flatMap((operation) => operation.statuses);
  return {
    operations,
    exercised: statuses.filter(({ exercised }) => exercised).length,
    documented: statuses.length,
    roles: cases
      .filter(({ id }) => id.startsWith(`${ROLES}/`))
      .map(({ id, promise }) => coverRow(id, promise, outcomes.get(id))),
    sources: coverSources(cases, outcomes),
  };
}

function coverRow(id: string, promise: string, outcome: CaseResult | undefined): RowCoverage {
  const verdict = outcome?.verdict ?? 'not run';
  return { id, promise, verdict, ...(isTried(outcome) ? {} : { reason: whyNot(outcome) }) };
}

function isTried(outcome: CaseResult | undefined): boolean {
  return outcome !== undefined && outcome.verdict !== 'skipped' && outcome.verdict !== 'setup-failed';
}

function statusesSeen(results: readonly CaseResult[]): Map<string, Set<number>> {
  const seen = new Map<string, Set<number>>();
  for (const { operation, status, covers } of results.flatMap(({ exchanges }) => exchanges)) {
    if (!covers || status === undefined) continue;
    seen.set(operation, (seen.get(operation) ?? new Set()).add(status));
  }
  return seen;
}

function answersPromised({ steps }: Case): Set<string> {
  return new Set(
    steps.flatMap((step) => statusesPromised(step).map((status) => toAnswer(step.call, status))),
  );
}

/** None where the request is so altered that it is no call of the operation any more. */
function statusesPromised({ expect, alter }: Step): readonly number[] {
  if (expect === undefined || alter?.method !== undefined || alter?.suffix !== undefined) return [];
  return typeof expect.status === 'number' ? [expect.status] : expect.status;
}

function toAnswer(operation: string, status: number): string {
  return `${operation} ${status}`;
}

function coverOperation(
  { id, method, path, tag, replies }: Operation,
  seen: ReadonlySet<number>,
  promised: ReadonlyMap<string, readonly Case[]>,
  outcomes: ReadonlyMap<string, CaseResult>,
): OperationCoverage {
  const statuses = [...replies.keys()].map((status) => {
    const cases = promised.get(toAnswer(id, status)) ?? [];
    const exercised = seen.has(status);
    return {
      status,
      exercised,
      kept: cases.filter((one) => outcomes.get(one.id)?.verdict === 'kept').length,
      disappointed: cases
        .filter((one) => isDisappointed(outcomes.get(one.id), id, status))
        .map((one) => one.id),
      gaps: exercised ? [] : findGaps(cases, outcomes),
    };
  });
  return {
    id,
    method,
    path,
    tag,
    statuses,
    undocumented: [...seen].filter((status) => !replies.has(status)).sort((a, b) => a - b),
  };
}

/** Whether a difference was seen in the very step that promises an answer. */
function isDisappointed(result: CaseResult | undefined, operation: string, status: number): boolean {
  return (result?.findings ?? []).some(({ step: index }) => {
    const step = result?.case.steps[index];
    return step?.call === operation && statusesPromised(step).includes(status);
  });
}

function findGaps(cases: readonly Case[], outcomes: ReadonlyMap<string, CaseResult>): Gap[] {
  if (cases.length === 0) return [{ reason: 'no case promises it', cases: [] }];
  const byReason = new Map<string, string[]>();
  for (const { id } of cases) {
    const reason = whyNot(outcomes.get(id));
    byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  }
  return [...byReason].map(([reason, ids]) => ({ reason, cases: ids }));
}

function whyNot(result: CaseResult | undefined): string {
  if (result === undefined) return 'its case was not part of this run';
  if (result.verdict === 'skipped') return result.reason ?? 'skipped';
  if (result.verdict === 'setup-failed') return 'the stage could not be set';
  return result.verdict === 'kept'
    ? 'the promise allows another answer, which was seen'
    : 'the target answers otherwise';
}

function coverSources(cases: readonly Case[], outcomes: ReadonlyMap<string, CaseResult>): SourceCoverage[] {
  const bySource = new Map<string, Case[]>();
  for (const one of cases) {
    if (one.source !== undefined) bySource.set(one.source, [...(bySource.get(one.source) ?? []), one]);
  }
  return [...bySource].map(([source, own]) => {
    const tried = own.filter(({ id }) => isTried(outcomes.get(id)));
    const kept = tried.filter(({ id }) => outcomes.get(id)?.verdict === 'kept').length;
    const untried = own.filter((one) => !tried.includes(one));
    const gaps = untried.length === 0 ? [] : findGaps(untried, outcomes);
    return { source, kept, disappointed: tried.length - kept, untried: untried.length, gaps };
  });
}
