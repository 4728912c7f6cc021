import { type ApiDocument, createRouter, type Route } from '../../spec/index.ts';
import { type CheckBody, createBodyCheck } from '../body-check.ts';
import type { Provenance } from '../case.ts';
import { parseJson } from '../json.ts';
import { judge, type Verdict } from '../result.ts';
import type { Scrub } from '../scrub.ts';
import type { Entry } from './archive.ts';
import { type CheckRequest, createRequestCheck } from './check-request.ts';
import { type Issue, unknown } from './issue.ts';
import { type Aim, detectBasePath, placeOf } from './places.ts';
import { authorizationOf, createArchiveScrub } from './tokens.ts';

/** One thing that breaks the contract, and who does it: the consumer by its request, or the target by its answer. */
export interface HarFinding {
  readonly side: 'request' | 'answer';
  /** Such as `body.participants[0]`, `header.authorization` or `query.page`; of an answer, the place in its body. */
  readonly path: string;
  readonly expected: unknown;
  readonly actual?: unknown;
  readonly provenance: Provenance;
}

/** What became of one recorded call. No secret of the recording stands in it. */
export interface CheckedCall {
  /** Its place in the file, from 1. */
  readonly entry: number;
  readonly method: string;
  readonly path: string;
  /** Missing where no operation was found. */
  readonly operation?: string;
  /** null when no answer came. */
  readonly status: number | null;
  /** `broken`, `differs` or `discovery`, as in the suite; `kept` when nothing is wrong. */
  readonly verdict: Verdict;
  readonly findings: readonly HarFinding[];
}

/** What a check of a recording found. */
export interface CheckedArchive {
  readonly basePath: string;
  readonly calls: readonly CheckedCall[];
  /** How many entries have nothing to do with the document. */
  readonly others: number;
  /** What the recording does not show, as sentences. */
  readonly notes: readonly string[];
}

/** Holds the calls of a recording to the document. */
export function checkArchive(
  entries: readonly Entry[],
  document: ApiDocument,
  aim: Aim = {},
): CheckedArchive {
  const router = createRouter(document.operations);
  const firsts = new Set(document.operations.map(({ path }) => path.split('/')[1] ?? ''));
  const basePath = (aim.basePath ?? detectBasePath(entries, router)).replace(/\/$/, '');
  const placed = entries.flatMap((entry) => {
    const place = placeOf(entry, router, firsts, { ...aim, basePath });
    return place === undefined ? [] : [{ entry, ...place }];
  });
  const isTokenRecorded = placed.some(({ entry }) => authorizationOf(entry) !== undefined);
  const checks = { request: createRequestCheck(document, isTokenRecorded), body: createBodyCheck(document) };
  const scrub = createArchiveScrub(entries);
  const ours = placed.map(({ entry }) => entry);
  return {
    basePath,
    calls: placed.map(({ entry, route, path }) => checkCall(entry, route, path, checks, scrub)),
    others: entries.length - placed.length,
    notes: tellNotes(ours, isTokenRecorded),
  };
}

function checkCall(
  entry: Entry,
  route: Route,
  path: string,
  checks: { request: CheckRequest; body: CheckBody },
  scrub: Scrub,
): CheckedCall {
  const request =
    route.kind === 'operation'
      ? checks.request(entry, route.operation, route.parameters)
      : [toStray(entry, route)];
  const answer = route.kind === 'operation' ? checkAnswer(entry, route, checks.body) : [];
  const findings = [
    ...request.map((issue) => toFinding('request', issue, scrub)),
    ...answer.map((issue) => toFinding('answer', issue, scrub)),
  ];
  return {
    entry: entry.number,
    method: entry.method,
    path: scrub.text(path),
    ...(route.kind === 'operation' ? { operation: route.operation.id } : {}),
    status: entry.answer?.status ?? null,
    verdict: judge(findings.map((finding) => ({ ...finding, actual: finding.actual, step: 0 }))),
    findings,
  };
}

/** A call that goes to no operation. That there is no other than those documented is inferred. */
function toStray(entry: Entry, route: Exclude<Route, { kind: 'operation' }>): Issue {
  const provenance = 'inferred';
  if (route.kind === 'wrong-method') {
    return { path: 'method', expected: { 'one of': route.allow }, actual: entry.method, provenance };
  }
  if (route.kind === 'undecodable') {
    const expected = 'a path that can be percent-decoded';
    return { path: 'path', expected, actual: route.segment, provenance };
  }
  return { path: 'path', expected: 'a path of the document', actual: entry.url.pathname, provenance };
}

function checkAnswer(
  { answer }: Entry,
  { operation }: Extract<Route, { kind: 'operation' }>,
  checkBody: CheckBody,
): Issue[] {
  if (answer === undefined) return [];
  const { status, text } = answer;
  if (!operation.replies.has(status)) {
    return [
      unknown('status', `a status of ${operation.id}: ${[...operation.replies.keys()].join(', ')}`, status),
    ];
  }
  if (text === undefined) return [];
  const body = parseJson(text);
  if (body === undefined) {
    return [{ path: '', expected: 'a JSON body', actual: text.slice(0, 300), provenance: 'documented' }];
  }
  const { issues, undocumented } = checkBody(operation, status, body);
  return [...issues, ...undocumented.map((name) => unknown(name, 'nothing', 'a property'))];
}

function toFinding(
  side: HarFinding['side'],
  { path, expected, actual, provenance }: Issue,
  scrub: Scrub,
): HarFinding {
  return {
    side,
    path: scrub.text(path),
    expected: scrub.value(expected),
    ...(actual === undefined ? {} : { actual: scrub.value(actual) }),
    provenance,
  };
}

function tellNotes(entries: readonly Entry[], isTokenRecorded: boolean): string[] {
  const unanswered = entries.filter(({ answer }) => answer === undefined).length;
  const bodiless = entries.filter(({ answer }) => answer !== undefined && answer.text === undefined).length;
  return [
    ...(isTokenRecorded || entries.length === 0
      ? []
      : [
          'No call shows an Authorization header, so tokens were not checked. Browsers leave it out unless sensitive data is exported too.',
        ]),
    ...(bodiless === 0
      ? []
      : [`The recording has no text of ${bodiless} answers, so only their status was checked.`]),
    ...(unanswered === 0 ? [] : [`${unanswered} calls got no answer; only the requests were checked.`]),
  ];
}
