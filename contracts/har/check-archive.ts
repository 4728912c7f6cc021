import { type ApiDocument, createRouter, type Operation, type Route, type Router } from '../../spec/index.ts';
import { type CheckBody, createBodyCheck } from '../runner/body-check.ts';
import { judge, type Verdict } from '../runner/result.ts';
import { parseJson } from '../target/json.ts';
import type { Entry } from './archive.ts';
import { createRequestCheck, type Issue, unknown } from './check-request.ts';
import { authorizationOf, createArchiveScrub } from './tokens.ts';

/** One thing that breaks the contract, and who does it: the consumer by its request, or the target by its answer. */
export interface HarFinding extends Issue {
  readonly side: 'request' | 'answer';
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

/** Which calls of a recording are held to the document. */
export interface Aim {
  /** For example `/api/wuts`; found by looking unless given. */
  readonly basePath?: string | undefined;
  /** Only calls to this host. */
  readonly host?: string | undefined;
}

/** Holds to the document the calls of a recording that have to do with it: of the host, under the base path, and with a path that begins like one of the document's. */
export function checkArchive(
  entries: readonly Entry[],
  document: ApiDocument,
  aim: Aim = {},
): CheckedArchive {
  const { basePath, ours, preflights, routeOf } = aimAt(entries, document, aim);
  const isTokenRecorded = ours.some((entry) => authorizationOf(entry) !== undefined);
  const checkRequest = createRequestCheck(document, isTokenRecorded);
  const checkBody = createBodyCheck(document);
  const scrub = createArchiveScrub(entries);

  const checkCall = (entry: Entry): CheckedCall => {
    const path = entry.url.pathname.slice(basePath.length);
    const route = routeOf(entry);
    const isKnown = route.kind === 'operation';
    const request = isKnown
      ? checkRequest(entry, route.operation, route.parameters)
      : [toStray(entry, route)];
    const answer = isKnown ? checkAnswer(entry, route.operation, checkBody) : [];
    const toFinding =
      (side: HarFinding['side']) =>
      ({ path, expected, actual, provenance }: Issue): HarFinding => ({
        side,
        path: scrub.text(path),
        expected: scrub.value(expected),
        actual: scrub.value(actual),
        provenance,
      });
    return {
      entry: entry.number,
      method: entry.method,
      path: scrub.text(path),
      ...(isKnown ? { operation: route.operation.id } : {}),
      status: entry.answer?.status ?? null,
      verdict: judge([...request, ...answer]),
      findings: [...request.map(toFinding('request')), ...answer.map(toFinding('answer'))],
    };
  };
  return {
    basePath,
    calls: ours.map(checkCall),
    others: entries.length - ours.length,
    notes: tellNotes(ours, preflights, isTokenRecorded),
  };
}

/** The calls of a recording that have to do with a document, and where each of them goes. */
export function aimAt(entries: readonly Entry[], document: ApiDocument, aim: Aim = {}) {
  const router = createRouter(document.operations);
  const basePath = (aim.basePath ?? detectBasePath(entries, router)).replace(/\/$/, '');
  const firsts = new Set(document.operations.map(({ path }) => path.split('/')[1]));
  const aimed = entries.filter(
    ({ url: { host, hostname, pathname } }) =>
      (aim.host === undefined || aim.host === host || aim.host === hostname) &&
      pathname.startsWith(`${basePath}/`) &&
      firsts.has(pathname.slice(basePath.length).split('/')[1]),
  );
  // A browser makes them itself, before the calls of its consumer.
  const ours = aimed.filter(({ method }) => method !== 'OPTIONS');
  const routeOf = ({ method, url }: Entry) => router(method, url.pathname.slice(basePath.length));
  return { basePath, ours, preflights: aimed.length - ours.length, routeOf };
}

/** The base path under which most calls go to operations of the document; the shortest of several. */
function detectBasePath(entries: readonly Entry[], router: Router): string {
  const hits = new Map<string, number>();
  for (const { method, url } of entries) {
    for (const { index } of url.pathname.matchAll(/\//g)) {
      const base = url.pathname.slice(0, index);
      const { kind } = router(method, url.pathname.slice(index));
      if (kind === 'operation') hits.set(base, (hits.get(base) ?? 0) + 1);
    }
  }
  const [best] = [...hits].sort(([a, m], [b, n]) => n - m || a.length - b.length);
  return best?.[0] ?? '';
}

/** A call that goes to no operation. That there is no other than those documented is inferred. */
function toStray({ method, url }: Entry, route: Exclude<Route, { kind: 'operation' }>): Issue {
  const stray = (path: string, expected: unknown, actual: string): Issue => ({
    path,
    expected,
    actual,
    provenance: 'inferred',
  });
  if (route.kind === 'wrong-method') return stray('method', { 'one of': route.allow }, method);
  if (route.kind === 'unknown-path') return stray('path', 'a path of the document', url.pathname);
  return stray('path', 'a path that can be percent-decoded', route.segment);
}

function checkAnswer({ answer }: Entry, operation: Operation, checkBody: CheckBody): Issue[] {
  if (answer === undefined) return [];
  const { status, text } = answer;
  if (!operation.replies.has(status)) {
    const listed = [...operation.replies.keys()].join(', ');
    return [unknown('status', `a status of ${operation.id}: ${listed}`, status)];
  }
  if (text === undefined) return [];
  const body = parseJson(text);
  if (body === undefined) {
    return [{ path: '', expected: 'a JSON body', actual: text.slice(0, 300), provenance: 'documented' }];
  }
  const { issues, undocumented } = checkBody(operation, status, body);
  return [...issues, ...undocumented.map((name) => unknown(name, 'nothing', 'a property'))];
}

function tellNotes(entries: readonly Entry[], preflights: number, isTokenRecorded: boolean): string[] {
  const unanswered = entries.filter(({ answer }) => answer === undefined).length;
  const bodiless = entries.filter(({ answer }) => answer !== undefined && answer.text === undefined).length;
  const notes: [when: boolean, text: string][] = [
    [
      !isTokenRecorded && entries.length > 0,
      'No call shows an Authorization header, so tokens were not checked. Browsers leave it out unless sensitive data is exported too.',
    ],
    [
      preflights > 0,
      `${preflights} OPTIONS calls were left out: browsers make them before those of a consumer.`,
    ],
    [bodiless > 0, `The recording has no text of ${bodiless} answers, so only their status was checked.`],
    [unanswered > 0, `${unanswered} calls got no answer; only the requests were checked.`],
  ];
  return notes.filter(([when]) => when).map(([, text]) => text);
}
