import { withoutTokens } from './client.ts';
import { type Target, type Tokens, tokensOf } from './target.ts';

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
  const spelt = tokensOf(target).flatMap((tokens) => spellOut(target, tokens));
  const tokens = [...new Set(spelt.flatMap((one) => Object.values({ ...one.tokens }).map(String)))];
  const text = (raw: string) => {
    const whole = spelt.reduce((clean, one) => withoutTokens(one, clean), raw);
    const [, start = '', dots = ''] = /^(.*?)(…?)$/s.exec(whole) ?? [];
    const piece = tokens.map((token) => pieceAtEnd(start, token)).find((one) => one !== '');
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

/** The target with a set of its tokens, once for each way in which they may be spelt. */
function spellOut(target: Target, { first, second = '', third = '' }: Tokens): Target[] {
  const written = SPELLINGS.map((spell) => [first, second, third].map(spell));
  const distinct = new Map(written.map((spelt) => [spelt.join('\n'), spelt]));
  return [...distinct.values()].map(([one = '', two = '', three = '']) => ({
    ...target,
    tokens: { first: one, second: two, third: three },
  }));
}

/** The longest beginning of a token with which a text ends; '' when it would be too short to give anything away. */
function pieceAtEnd(text: string, token: string): string {
  const head = token.slice(0, SHORTEST_PIECE);
  if (head.length < SHORTEST_PIECE) return '';
  for (
    let from = text.indexOf(head, Math.max(0, text.length - token.length));
    from >= 0;
    from = text.indexOf(head, from + 1)
  ) {
    const piece = text.slice(from);
    if (token.startsWith(piece)) return piece;
  }
  return '';
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
