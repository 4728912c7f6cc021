import type { Phone } from '../world/index.ts';
import { copyOf, type Whose, withoutTokens } from './body.ts';

/** Headers by name, as they came or went out. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** So many characters of headers are kept as they are. */
export const LONGEST_KEPT = 4096;
const MOST_HEADERS = 40;
const LONGEST_VALUE = 80;

/** These are never told: whose token it was says `phone`. */
const SECRET_HEADERS = /^(authorization|proxy-authorization|cookie|set-cookie|.*-(token|key|secret))$/i;
const SECRET_PARAMETERS = /token|key|secret|signature|password|auth/i;

/** What is told instead of a secret. */
const HIDDEN = '…';

/** How many characters headers have, with their names. */
export function lengthOf(headers: Headers): number {
  let length = 0;
  for (const name in headers) length += name.length + String(headers[name] ?? '').length;
  return length;
}

/** Headers of so many characters, if they are no longer than can be kept; of others the start of the first. */
export function keepHeaders(headers: Headers, length: number): Headers {
  if (length <= LONGEST_KEPT) return headers;
  const first = Object.entries(headers).slice(0, MOST_HEADERS);
  return Object.fromEntries(
    first.map(([name, value]) => [
      copyOf(name, LONGEST_VALUE),
      SECRET_HEADERS.test(name) ? HIDDEN : copyOf(String(value), LONGEST_VALUE),
    ]),
  );
}

/** Headers as they are told, each as one text: without tokens, and of secrets nothing but whose they are. */
export function tellHeaders(
  headers: Headers,
  phone: Phone | undefined,
  whose: Whose,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (name.toLowerCase() === 'authorization' && phone !== undefined) return [[name, `Bearer ${phone}`]];
      const text = typeof value === 'string' ? value : value.join(', ');
      return [[name, SECRET_HEADERS.test(name) ? HIDDEN : withoutTokens(text, whose).toWellFormed()]];
    }),
  );
}

/** A query as it is told, without tokens and without what parameters of such names may hold. */
export function tellQuery(query: string, whose: Whose): string {
  const told = query
    .split('&')
    .map((one) =>
      SECRET_PARAMETERS.test(one.split('=', 1)[0] ?? '') ? one.replace(/=.*/s, `=${HIDDEN}`) : one,
    );
  return withoutTokens(told.join('&'), whose).toWellFormed();
}
