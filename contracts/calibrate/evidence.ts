import type { Values } from '../language/templates.ts';
import { at } from '../language/templates.ts';
import type { Sent } from '../runner/sent.ts';
import type { Scrub } from '../target/scrub.ts';
import type { Answer } from '../target/send.ts';

/** How a code of an error looks, and the name of a field. */
const WORD = /^[A-Za-z][\w.-]{0,63}$/;

/** So many digits in a row may be a number of somebody or a JID. */
const DIGITS = /\d{6}/;

/** A word of the target that holds nothing private: no token, no number, no name and no JID; undefined for any other. */
export function toWord(said: unknown, scrub: Scrub, values: Values): string | undefined {
  if (typeof said !== 'string' || !WORD.test(said) || DIGITS.test(said)) return undefined;
  if (scrub.text(said) !== said) return undefined;
  // Evidence is harmless already, and paths stand in it that words may be a part of.
  const known = Object.entries(values).filter(
    ([name, value]) => !name.endsWith(' evidence') && typeof value === 'string' && value.length >= 6,
  );
  // A word of less than six characters tells nothing private, even where it is part of a private value.
  const isPart = (value: unknown) => said.length >= 6 && String(value).includes(said);
  return known.some(([, value]) => said.includes(String(value)) || isPart(value)) ? undefined : said;
}

/** A call as evidence tells it: its method, its path as the document writes it, and how it departs from a well-formed request. */
export function showCall({ operation, request, alter = {} }: Called): string {
  const { suffix = '', contentType, bytes } = alter;
  const type = contentType === null ? ' without a Content-Type' : contentType && ` as ${contentType}`;
  return `${request.method} ${operation.path}${suffix}${type ?? ''}${bytes === undefined ? '' : ` of ${bytes} bytes`}`;
}

/** What was sent. */
type Called = Pick<Sent, 'operation' | 'request' | 'alter'>;

/**
 * One line on what was sent and what came: method, path as the document writes it, status and code, and what more is
 * said. It is made of words that are known to be harmless, never of a piece of the answer.
 */
export function toEvidence(sent: Called, answer: Answer, code?: string, more = ''): string {
  const told = code === undefined ? '' : ` {"error_code":"${code}"}`;
  return `${showCall(sent)} → ${answer.status}${told}${more === '' ? '' : ` ${more}`}`;
}

/** The field that an answer complains about: that of its list, or a word of its sentence that could be the name of one. */
export function fieldNamed(body: unknown, known: readonly string[]): string | undefined {
  const listed = at(body, 'validation[0].field');
  if (typeof listed === 'string') return listed;
  const words =
    String(at(body, 'error') ?? '').match(/\b[a-z]+(_[a-z]+)+\b|(?<=["'`])[a-z]+(?=["'`])/g) ?? [];
  return words.find((word) => !known.includes(word));
}
