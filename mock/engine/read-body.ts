import { Problem } from '../problem.ts';
import type { RawCall } from './call.ts';

/** A body that the adapter could not take in. */
export type Unreadable = 'too-large' | 'bad-encoding' | 'cut-off';

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
};

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
    const got = contentType === undefined ? 'without a Content-Type' : `as "${contentType.slice(0, 100)}"`;
    throw new Problem(415, 'not-json-by-type', `Send the body as application/json; it came ${got}.`);
  }
  try {
    return JSON.parse(decoder.decode(body));
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw new Problem(400, 'malformed-json', `The body is not valid JSON: ${reason}.`);
  }
}

/** `application/json` or `application/…+json`; JSON is UTF-8, so no other charset will do. */
function isJson(contentType = ''): boolean {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((one) => one.startsWith('charset='))?.slice('charset='.length);
  const isUtf8 = charset === undefined || /^"?(utf-?8|us-ascii)"?$/.test(charset);
  return isUtf8 && (type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type));
}
