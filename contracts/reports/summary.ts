import type { ApiDocument } from '../../spec/index.ts';
import type { Case, Provenance } from '../language/case.ts';
import type { CaseResult, Verdict } from '../runner/result.ts';
import { suite } from '../suite.ts';
import { createScrub, type Scrub } from '../target/scrub.ts';
import type { Target } from '../target/target.ts';
import { type CaseReport, toCaseReport } from './case-report.ts';
import { type Cause, findCauses } from './causes.ts';
import { type Coverage, measureCoverage } from './coverage.ts';

/** What a summary must know of a run beside its results. */
export interface RunFacts {
  readonly target: Target;
  readonly document: ApiDocument;
  readonly seed: number;
  readonly startedAt: Date;
  /** How long the run took. */
  readonly milliseconds: number;
  /** Differences from inferred promises fail too. */
  readonly strict?: boolean | undefined;
  /** Why the run ended before its time. */
  readonly endedEarly?: string | undefined;
  /** All cases that there are; the suite, unless given. */
  readonly cases?: readonly Case[] | undefined;
}

/** How many cases ended in which way. `passed` counts differences that do not fail. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** A run as plain JSON, which every report is a view of. */
export interface Summary extends Counts {
  /** Rises when a reader of the JSON report would have to change. */
  readonly format: 1;
  readonly target: { readonly url: string; readonly disposable: boolean };
  readonly document: { readonly title: string; readonly version: string };
  readonly seed: number;
  readonly strict: boolean;
  /** RFC 3339, UTC. */
  readonly startedAt: string;
  readonly milliseconds: number;
  readonly endedEarly?: string;
  readonly themes: readonly (Counts & { readonly theme: string })[];
  readonly provenances: Readonly<Record<Provenance, Counts>>;
  /** Why cases are not kept: one for each fact, the gravest first. */
  readonly causes: readonly Cause[];
  /** The ids of the cases that fail the run. */
  readonly failing: readonly string[];
  /** The ids of the cases that differ from what is inferred. */
  readonly differences: readonly string[];
  /** The ids of the cases in which the target was seen to behave otherwise than was assumed. */
  readonly discoveries: readonly string[];
  readonly skippedBecause: readonly { readonly reason: string; readonly cases: readonly string[] }[];
  /** What was made and could not be tidied up, as sentences. */
  readonly leftovers: readonly string[];
  /** Properties that the document does not know, and in how many cases they were seen; the most frequent first. */
  readonly undocumented: readonly { readonly property: string; readonly cases: number }[];
  readonly coverage: Coverage;
  readonly cases: readonly CaseReport[];
}

/** Sums up the results of a run. No token of the target stands in a summary. */
export function summarise(results: readonly CaseResult[], facts: RunFacts): Summary {
  const { target, document, seed, startedAt, milliseconds, strict = false, endedEarly } = facts;
  const scrub = createScrub(target);
  const ordered = inOrderOf(facts.cases ?? suite, results).map((one) => withCleanReason(one, scrub));
  const cases = ordered.map((result) => toCaseReport(result, target, { strict }, scrub));
  const idsOf = (wanted: (one: CaseReport) => boolean) => cases.filter(wanted).map(({ id }) => id);
  const countProvenance = (wanted: Provenance) =>
    countCases(cases.filter(({ provenance }) => provenance === wanted));
  return {
    format: 1,
    target: { url: scrub.text(withoutCredentials(target.url)), disposable: target.disposable === true },
    document: { title: document.raw.info.title, version: document.raw.info.version },
    seed,
    strict,
    startedAt: startedAt.toISOString(),
    milliseconds: Math.round(milliseconds),
    ...(endedEarly === undefined ? {} : { endedEarly }),
    ...countCases(cases),
    themes: [...groupBy(cases, ({ theme }) => theme)].map(([theme, own]) => ({ theme, ...countCases(own) })),
    provenances: {
      documented: countProvenance('documented'),
      measured: countProvenance('measured'),
      inferred: countProvenance('inferred'),
      assumed: countProvenance('assumed'),
    },
    causes: findCauses(cases, document, { strict, disposable: target.disposable === true }),
    failing: idsOf(({ fails }) => fails),
    differences: idsOf(({ verdict }) => verdict === 'differs'),
    discoveries: idsOf(({ verdict }) => verdict === 'discovery'),
    skippedBecause: skippedBecause(cases),
    leftovers: ordered.flatMap(({ leftovers }) => leftovers.map((one) => scrub.text(one))),
    undocumented: countUndocumented(ordered, scrub),
    coverage: measureCoverage(ordered, document, facts.cases ?? suite),
    cases,
  };
}

/** The counts in the words that every run ends with. */
export function toCountLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Results come as they finish; two reports are to be comparable line by line. */
function inOrderOf(cases: readonly Case[], results: readonly CaseResult[]): CaseResult[] {
  const places = new Map(cases.map(({ id }, place) => [id, place]));
  const placeOf = (result: CaseResult) => places.get(result.case.id) ?? cases.length;
  return [...results].sort((a, b) => placeOf(a) - placeOf(b));
}

/** A reason can quote the target, and stands in the coverage as well. */
function withCleanReason(result: CaseResult, scrub: Scrub): CaseResult {
  return result.reason === undefined ? result : { ...result, reason: scrub.text(result.reason) };
}

function countCases(cases: readonly CaseReport[]): Counts {
  const verdicts: Record<Verdict, number> = {
    kept: 0,
    broken: 0,
    differs: 0,
    discovery: 0,
    skipped: 0,
    'setup-failed': 0,
  };
  for (const { verdict } of cases) verdicts[verdict] += 1;
  const failed = cases.filter(({ fails }) => fails).length;
  return { passed: cases.length - failed - verdicts.skipped, failed, skipped: verdicts.skipped, verdicts };
}

function skippedBecause(cases: readonly CaseReport[]): Summary['skippedBecause'] {
  const skipped = cases.filter(({ verdict }) => verdict === 'skipped');
  return [...groupBy(skipped, ({ reason = 'no reason is given' }) => reason)]
    .map(([reason, own]) => ({ reason, cases: own.map(({ id }) => id) }))
    .sort((a, b) => b.cases.length - a.cases.length);
}

/** A hostile target can invent as many properties as it likes. */
const MOST_PROPERTIES = 200;

function countUndocumented(results: readonly CaseResult[], scrub: Scrub): Summary['undocumented'] {
  const names = results.flatMap(({ undocumented }) => undocumented);
  return [...groupBy(names, (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_PROPERTIES)
    .map(([name, own]) => ({ property: scrub.text(name, 200), cases: own.length }));
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

function withoutCredentials(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  if (parsed.username === '' && parsed.password === '') return url;
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
