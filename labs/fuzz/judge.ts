import { type ApiDocument, createRouter, createValidator, type Operation } from '../../spec/index.ts';
import { MAKES_FAULTS, PAGES, TELLS_TOKENS } from './aims.ts';
import { type Answer, readAnswers } from './answer.ts';
import { fill } from './bytes.ts';
import type { Echo } from './fire.ts';
import { isLegible, isWhole, onlyAsks, type Places, SAFE, type Shot } from './shot.ts';
import { TOKENS } from './tokens.ts';

/** What came of a shot. */
export interface Verdict {
  /** What was wrong with the answers; nothing when all is well. */
  readonly wrong: string[];
  /** Whether nothing may have changed, for each request was refused or only asked; without an answer, whether the request was unfinished. */
  readonly isStill: boolean;
}

/** Judges what came of a shot. */
export type Judge = (shot: Shot, places: Places, echo: Echo) => Verdict;

/** With these a server refuses bytes of which it cannot know the operation. */
const NOT_HTTP = [400, 408, 413, 431];

/** What refuses a request may end the connection, and leave what comes behind it unread. */
const endsConnection = ({ status, headers }: Answer) => status >= 400 && headers.connection === 'close';

/** A judge who knows the documents, and nothing of the server's own checks. */
export function createJudge(documents: readonly ApiDocument[]): Judge {
  const courts = documents.map(createCourt);
  const courtOf = (method: string, path: string) =>
    courts.find((one) => one.operationOf(method, path) !== undefined);
  /** A stub answers as it was told to, where no document has an operation. */
  const isByStub = ({ headers }: Answer, method: string, path: string | undefined) =>
    'x-mock-stub' in headers && (path === undefined || courtOf(method, path) === undefined);
  const judgeAnswer = (answer: Answer, method: string, path: string | undefined): string[] => {
    const { status, body, headers } = answer;
    const wrong: string[] = [];
    // To HEAD there is no body that says so.
    const isNotReady = status === 503 && (method === 'HEAD' || body.includes('"DEVICE_NOT_READY"'));
    if (status >= 500 && !isNotReady) wrong.push(`${status}: ${body.slice(0, 300)}`);
    if (method === 'HEAD' || (status === 200 && isPage(path, headers))) return wrong;
    const value = parse(body);
    if (value === undefined || !headers['content-type']?.startsWith('application/json'))
      return [...wrong, `${status} is no JSON: ${headers['content-type']}, ${body.slice(0, 100)}`];
    if (path === undefined) {
      const fits = courts.some((one) => one.isOfAny(status, value));
      return fits ? wrong : [...wrong, `${status} fits no operation: ${body.slice(0, 300)}`];
    }
    const court = courtOf(method, path) ?? courts[0];
    return [...wrong, ...(court?.mismatches(method, path, status, value) ?? [])];
  };

  return (shot, places, echo) => {
    const methods = shot.messages.map(({ method }) => method);
    const { answers, rest } = readAnswers(echo.received, methods);
    // Of scratched bytes, or of a request that takes the next one for its body, nobody knows what they ask for.
    const pathAt = (n: number) =>
      isLegible(shot) ? pathOf(fill(shot.messages[n]?.target ?? '/', places)) : undefined;
    const isAsTold = (answer: Answer, n: number) =>
      isByFault(answer, shot) || isByStub(answer, methods[n] ?? 'GET', pathAt(n));
    const wrong = answers.flatMap((answer, n) =>
      isAsTold(answer, n) ? [] : judgeAnswer(answer, methods[n] ?? 'GET', pathAt(n)),
    );
    if (echo.end === 'refused') wrong.push('the connection was refused');
    if (echo.end === 'hangs') wrong.push('the connection hangs');
    if (echo.end === 'closed' && shot.expects !== 'cut') {
      // Where nobody knows which request is answered, nobody knows either whether it was HEAD, without a body.
      const isKnown = isLegible(shot) || !methods.includes('HEAD');
      if (rest !== '' && isKnown)
        wrong.push(`bytes that are no answer: ${JSON.stringify(rest.slice(0, 200))}`);
      if (isWhole(shot)) wrong.push(...judgeCount(shot, answers));
    }
    if (Object.values(TOKENS).some((token) => echo.received.includes(token)) && !mayTellToken(shot))
      wrong.push('the answer tells a token');
    const [first] = answers;
    const isStubbed = first !== undefined && isByStub(first, methods[0] ?? 'GET', pathAt(0));
    const only = isStubbed ? undefined : first;
    if (shot.expects === 'refusal' && only !== undefined && only.status < 400)
      wrong.push(`accepted with ${only.status}, although it is wrong by construction`);
    if (only !== undefined && shot.refusedWith?.includes(only.status) === false)
      wrong.push(`answered with ${only.status}, not with ${shot.refusedWith.join(' or ')}`);
    if (shot.expects === 'early' && !echo.isEarly) wrong.push('not answered before its body has come');
    if (shot.expects === 'early' && (only?.status ?? 400) < 400) wrong.push(`accepted with ${only?.status}`);
    if (shot.expects === 'fit' && only?.status === 400)
      wrong.push(`refused with 400, although it fits the document: ${only.body.slice(0, 300)}`);
    return { wrong, isStill: onlyAsks(shot) || isRefused(shot, answers) };
  };
}

function isRefused(shot: Shot, answers: readonly Answer[]): boolean {
  const { messages, delivery } = shot;
  if (answers.length === 0) return delivery.upTo < 1;
  const isAsked = (n: number) => isLegible(shot) && SAFE.includes(messages[n]?.method ?? '');
  return answers.length >= messages.length && answers.every(({ status }, n) => status >= 400 || isAsked(n));
}

/** Of scratched bytes nobody knows whether they ask for a page; one that comes is told by its type. */
function isPage(path: string | undefined, headers: Answer['headers']): boolean {
  return path === undefined ? /^text\//.test(headers['content-type'] ?? '') : PAGES.test(path);
}

/** A fault answers what it was told to, in a shot that has made one. */
function isByFault({ headers }: Answer, { messages }: Shot): boolean {
  return 'x-mock-fault' in headers && messages.some(({ target }) => MAKES_FAULTS.test(target));
}

/** One document, and what it says of an answer. */
interface Court {
  operationOf(method: string, path: string): Operation | undefined;
  mismatches(method: string, path: string, status: number, body: unknown): string[];
  /** Whether some operation, or a path without one, may be answered so. */
  isOfAny(status: number, body: unknown): boolean;
}

function createCourt(document: ApiDocument): Court {
  const route = createRouter(document.operations);
  const validator = createValidator(document);
  const operationOf = (method: string, path: string) => {
    const found = route(method, path);
    return found.kind === 'operation' ? found.operation : undefined;
  };
  const mismatches = (method: string, path: string, status: number, body: unknown) => {
    const operation = operationOf(method, path);
    const issues = validator.reply(operation, status, body);
    if (issues.length === 0) return [];
    if (NOT_HTTP.includes(status) && validator.reply(undefined, status, body).length === 0) return [];
    const which = operation?.id ?? 'no operation';
    return [`${status} of ${which} does not fit the document: ${JSON.stringify(issues).slice(0, 300)}`];
  };
  const isOfAny = (status: number, body: unknown) =>
    [undefined, ...document.operations].some(
      (operation) => validator.reply(operation, status, body).length === 0,
    );
  return { operationOf, mismatches, isOfAny };
}

/** One answer for each request; a server may stop at one after which nothing can be read. */
function judgeCount({ messages }: Shot, answers: readonly Answer[]): string[] {
  if (answers.length > messages.length) return [`${answers.length} answers to ${messages.length} requests`];
  const isDue = messages.length > 0 && messages[0]?.method !== 'CONNECT';
  const last = answers.at(-1);
  if (!isDue || (last !== undefined && (NOT_HTTP.includes(last.status) || endsConnection(last)))) return [];
  return answers.length < messages.length
    ? [`${answers.length} answers to ${messages.length} whole requests`]
    : [];
}

/** Who puts a token into a body or a target gets it back, and some answers are there to tell it. */
function mayTellToken({ messages }: Shot): boolean {
  return messages.some(
    ({ body, target }) =>
      TELLS_TOKENS.test(pathOf(target)) || /\{\{(first|second)\}\}/.test(JSON.stringify([body, target])),
  );
}

function pathOf(target: string): string {
  return target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
