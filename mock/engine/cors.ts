import { headerOf, type Outcome, type RawCall, type RawReply, type StreamReply } from './call.ts';

/** Which web pages of other origins may read what is answered: those of every origin, or those of the ones that are named, such as `http://localhost:5173`. */
export type Cors = boolean | string | readonly string[];

/** An origin that no browser sends. */
export class CorsError extends Error {
  override name = 'CorsError';
}

type Answer = (call: RawCall) => Outcome;

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';

/** What a page may read beside the few headers that it always may. */
const EXPOSED = 'Allow, Retry-After, WWW-Authenticate, X-Mock-Fault, X-Mock-Rule';

/** How long a browser need not ask again, in seconds. */
const MOST_AGE = '600';

/**
 * Answers as before, and lets web pages of other origins read it where a call `isOpen` to them: preflights are answered,
 * and every answer says who may read it. Throws a `CorsError`. Source: the Fetch standard, CORS protocol.
 */
export function withCors(answer: Answer, cors: Cors, isOpen: (call: RawCall) => boolean): Answer {
  const origins = cors === true || cors === '*' ? undefined : new Set([cors || []].flat().map(toOrigin));
  const allowed = (call: RawCall): Readonly<Record<string, string>> => {
    if (origins === undefined) return { 'Access-Control-Allow-Origin': '*' };
    const origin = headerOf(call, 'origin') ?? '';
    return { Vary: 'Origin', ...(origins.has(origin) ? { 'Access-Control-Allow-Origin': origin } : {}) };
  };
  return (call) => {
    if (!isOpen(call)) return answer(call);
    if (isPreflight(call))
      return { status: 204, headers: { ...allowed(call), ...permitted(call) }, body: '' };
    const headers = { ...allowed(call), 'Access-Control-Expose-Headers': EXPOSED };
    const add = (reply: RawReply | StreamReply) => ({ ...reply, headers: { ...reply.headers, ...headers } });
    const outcome = answer(call);
    return outcome instanceof Promise ? outcome.then(add) : add(outcome);
  };
}

function toOrigin(text: string): string {
  if (text === 'null' || (URL.canParse(text) && new URL(text).origin === text)) return text;
  throw new CorsError(`The origin "${text}" of --cors is none that a browser sends: ${hintFor(text)}.`);
}

function hintFor(text: string): string {
  if (text === '*') return '--cors alone, or cors: true, means every origin';
  const several = text.split(/[\s,;]+/).filter((one) => one !== '');
  if (several.length > 1) return `give each by itself: ${several.map((one) => `--cors ${one}`).join(' ')}`;
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  return origin === 'null' ? 'write one such as http://localhost:5173' : `write ${origin}`;
}

function isPreflight(call: RawCall): boolean {
  const asked = ['origin', 'access-control-request-method'];
  return call.method === 'OPTIONS' && asked.every((name) => headerOf(call, name) !== undefined);
}

function permitted(call: RawCall): Record<string, string> {
  const isLocal = headerOf(call, 'access-control-request-private-network') === 'true';
  return {
    'Access-Control-Allow-Methods': METHODS,
    'Access-Control-Allow-Headers':
      headerOf(call, 'access-control-request-headers') ?? 'Authorization, Content-Type',
    'Access-Control-Max-Age': MOST_AGE,
    ...(isLocal ? { 'Access-Control-Allow-Private-Network': 'true' } : {}),
  };
}
