import type { OperationId } from '../../spec/index.ts';
import type { Caller, Provenance } from '../language/case.ts';
import { factsOf } from '../language/facts.ts';
import { type CaseResult, type Exchange, isFailure, judge, type Verdict } from '../runner/result.ts';
import { createScrub, type Scrub } from '../target/scrub.ts';
import type { Target } from '../target/target.ts';

/** One call of a case, as reports show it. */
export interface CallReport {
  /** The index of the step. */
  readonly step: number;
  readonly operation: OperationId;
  readonly as: Caller;
  /** A command line that repeats the call, with `$TOKEN` for the token. */
  readonly curl: string;
  /** null when there was no answer. */
  readonly status: number | null;
  readonly answer: string;
}

/** One difference, as reports show it. */
export interface FindingReport {
  /** The index of the step. */
  readonly step: number;
  /** For example `group.participants[1].is_admin`; '' is the whole answer. */
  readonly path: string;
  readonly provenance: Provenance;
  readonly expected: unknown;
  /** Missing where the answer has nothing. */
  readonly actual?: unknown;
  /** What comes of it, where that makes it broken however it is known. */
  readonly consequence?: string;
}

/** The outcome of one case as plain JSON, without tokens and of bounded size: what every report is made of. */
export interface CaseReport {
  readonly id: string;
  readonly theme: string;
  readonly promise: string;
  readonly provenance: Provenance;
  readonly source?: string;
  /** The facts that it rests on. */
  readonly facts: readonly string[];
  readonly verdict: Verdict;
  /** Whether it fails the run. */
  readonly fails: boolean;
  readonly reason?: string;
  readonly milliseconds: number;
  /** The gravest first. */
  readonly findings: readonly FindingReport[];
  /** How many findings are left out. */
  readonly moreFindings: number;
  /** The calls of a case that is neither kept nor skipped; of a step that polls, the last one. */
  readonly calls: readonly CallReport[];
}

/** What decides which verdicts fail. */
export interface Policy {
  readonly strict?: boolean | undefined;
}

const MOST_FINDINGS = 20;
const LONGEST_PATH = 200;
const GRAVITY: readonly Verdict[] = ['broken', 'differs', 'discovery'];

/** The report on a result. The tokens of the target are taken out. */
export function toCaseReport(
  result: CaseResult,
  target: Target,
  { strict = false }: Policy = {},
  scrub: Scrub = createScrub(target),
): CaseReport {
  const { id, promise, provenance, source } = result.case;
  const isShown = result.verdict !== 'kept' && result.verdict !== 'skipped';
  return {
    id,
    theme: themeOf(id),
    promise,
    provenance,
    ...(source === undefined ? {} : { source }),
    facts: factsOf(result.case),
    verdict: result.verdict,
    fails: isFailure(result.verdict, { strict, disposable: target.disposable === true }),
    ...(result.reason === undefined ? {} : { reason: scrub.text(result.reason) }),
    milliseconds: Math.round(result.milliseconds),
    findings: toFindings(result, scrub),
    moreFindings: Math.max(0, result.findings.length - MOST_FINDINGS),
    calls: isShown ? toCalls(result, scrub) : [],
  };
}

/** The theme that a case belongs to. */
export function themeOf(id: string): string {
  return id.split('/')[0] ?? id;
}

/** The call that the first finding is about; the last one when the stage could not be set. */
export function decisiveCall({ findings, calls }: CaseReport): CallReport | undefined {
  const step = findings[0]?.step;
  return calls.find((call) => call.step === step) ?? calls.at(-1);
}

function toFindings({ findings }: CaseResult, scrub: Scrub): FindingReport[] {
  return [...findings]
    .sort((a, b) => GRAVITY.indexOf(judge([a])) - GRAVITY.indexOf(judge([b])))
    .slice(0, MOST_FINDINGS)
    .map(({ step, path, provenance, expected, actual, consequence }) => ({
      step,
      path: scrub.text(path, LONGEST_PATH),
      provenance,
      expected: scrub.value(expected),
      ...(actual === undefined ? {} : { actual: scrub.value(actual) }),
      ...(consequence === undefined ? {} : { consequence }),
    }));
}

function toCalls(result: CaseResult, scrub: Scrub): CallReport[] {
  return decisiveExchanges(result).map((exchange) => ({
    step: exchange.step,
    operation: exchange.operation,
    as: exchange.as,
    curl: scrub.text(exchange.curl),
    status: exchange.status ?? null,
    answer: scrub.text(exchange.answer),
  }));
}

/** The exchanges that tell what became of each step: of one that polls, the last. */
function decisiveExchanges({ case: { steps }, exchanges }: CaseResult): Exchange[] {
  return steps.flatMap(({ call }, index) => {
    const own = exchanges.filter(({ step, operation }) => step === index && operation === call);
    return own.slice(-1);
  });
}
