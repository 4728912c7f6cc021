import { isNestedTooDeep, MOST_LEVELS, startOf } from '../../spec/index.ts';
import type { Unreadable } from '../journal/body.ts';
import { Problem } from '../problem.ts';
import type { RawCall } from './call.ts';

/** Bodies are accepted up to here, in bytes. */
export const BODY_LIMIT = 8 * 1024 * 1024;

/** A snapshot is a whole world. */
export const SNAPSHOT_LIMIT = 256 * 1024 * 1024;

/** How large the body of a request to this target may be, in bytes. */
export function bodyLimitOf(target: string): number {
  return /\/__mock\/worlds\/[^/?#]+\/snapshot(?=$|[?#])/.test(target) ? SNAPSHOT_LIMIT : BODY_LIMIT;
}

const UNREADABLE: Record<Unreadable, (limit: number) => Problem> = {
  'too-large': (limit) => new Problem(413, 'body-too-large', `The body is over ${limit / 1024 / 1024} MiB.`),
  'bad-encoding': () =>
    new Problem(
      415,
      'body-encoding',
      'The Content-Encoding of the body is not supported, or does not match it.',
    ),
  'cut-off': () => new Problem(400, 'body-cut-off', 'The body ended before its Content-Length.'),
  'too-deep': nestedTooDeep,
  'over-budget': () =>
    new Problem(
      429,
      'bodies-over-budget',
      'The bodies of all requests under way are together larger than the mock takes at a time, and this was the largest: send it again.',
      { headers: { 'Retry-After': '1' } },
    ),
  'not-read': () => new Problem(400, 'body-not-read', 'The body was not read.'),
};

function nestedTooDeep(): Problem {
  const message = `The body is nested ${MOST_LEVELS + 1} or more levels deep; ${MOST_LEVELS} is the most.`;
  return new Problem(400, 'nested-too-deep', message);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a request body. Throws a `Problem` that says why there is none. */
export function readBody(
  { body, target }: Pick<RawCall, 'body' | 'target'>,
  contentType: string | undefined,
): unknown {
  if (typeof body === 'string') throw UNREADABLE[body](bodyLimitOf(target));
  if (body.length === 0) {
    throw Problem.invalid([{ field: 'body', message: 'is required: send a JSON object', value: null }]);
  }
  if (!isJson(contentType)) {
    const got = contentType === undefined ? 'without a Content-Type' : `as "${startOf(contentType, 100)}"`;
    throw new Problem(415, 'not-json-by-type', `Send the body as application/json; it came ${got}.`);
  }
  if (isNestedTooDeep(body)) throw nestedTooDeep();
  try {
    const text = decoder.decode(body);
    const value: unknown = JSON.parse(text);
    return ESCAPED_SURROGATE.test(text) ? toWellFormed(value) : value;
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw new Problem(400, 'malformed-json', `The body is not valid JSON: ${reason}.`);
  }
}

/** Escapes alone can bring in half a surrogate pair, because the text itself is UTF-8. */
const ESCAPED_SURROGATE = /\\u[dD][89a-fA-F]/;

/** The value with U+FFFD for each half of a pair, which no other UTF-8 could tell. */
function toWellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(toWellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.toWellFormed(), toWellFormed(one)]),
  );
}

/** `application/json` or `application/…+json`; JSON is UTF-8, so no other charset will do. */
function isJson(contentType = ''): boolean {
  if (contentType === 'application/json') return true;
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?(utf-?8|us-ascii)"?$/.test(charset);
  return isUtf8 && (type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type));
}
