import { withoutTokens } from './client.ts';
import type { Target } from './target.ts';

/** Takes the tokens of a target out of what a report shows. */
export interface Scrub {
  text(raw: string): string;
  /** JSON without tokens; a text instead when it is long or deep. */
  value(raw: unknown): unknown;
}

/** The longest value that a report shows, in characters. */
const LONGEST = 4000;

/** A shorter piece of a token gives nothing away. */
const SHORTEST_PIECE = 8;

/** How a target may write a token that it was given. */
const SPELLINGS: readonly ((token: string) => string)[] = [
  (token) => token,
  (token) => token.toLowerCase(),
  (token) => token.toUpperCase(),
  (token) => encodeURIComponent(token),
  (token) => JSON.stringify(token).slice(1, -1),
];

/** A scrub for the tokens of a target, also where they are spelt otherwise or cut off at the end. */
export function createScrub(target: Target): Scrub {
  const spelt = SPELLINGS.map((spell) => respell(target, spell));
  const pieces = spelt.flatMap(({ tokens }) => Object.values(tokens)).flatMap(toPieces);
  const text = (raw: string) => {
    const whole = spelt.reduce((clean, one) => withoutTokens(one, clean), raw);
    const [, start = '', dots = ''] = /^(.*?)(…?)$/s.exec(whole) ?? [];
    const piece = pieces.find((one) => start.endsWith(one));
    return piece === undefined ? whole : `${start.slice(0, -piece.length)}$TOKEN${dots}`;
  };
  return {
    text,
    value: (raw) => (typeof raw === 'string' ? shorten(text(raw)) : scrubJson(raw, text)),
  };
}

/** A text cut to a length, with a note of what it was. */
export function shorten(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

function respell({ tokens, ...target }: Target, spell: (token: string) => string): Target {
  const { first, second = '', third = '' } = tokens;
  return { ...target, tokens: { first: spell(first), second: spell(second), third: spell(third) } };
}

/** The beginnings of a token, the longest first. */
function toPieces(token: string | undefined): string[] {
  const lengths = Array.from({ length: token?.length ?? 0 }, (_, cut) => (token?.length ?? 0) - cut);
  return lengths.filter((length) => length >= SHORTEST_PIECE).map((length) => token?.slice(0, length) ?? '');
}

function scrubJson(raw: unknown, scrub: (text: string) => string): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  try {
    // Indented, so that what is deep counts as long.
    const text = scrub(JSON.stringify(raw, null, 1));
    return text.length > LONGEST ? shorten(text) : JSON.parse(text);
  } catch {
    return 'a value that cannot be shown: it is nested too deeply';
  }
}
