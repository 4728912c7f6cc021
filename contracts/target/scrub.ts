import { type Reading, readingsOf } from './readings.ts';
import { type Target, tokensOf } from './target.ts';

/** Takes secrets out of what is shown. */
export interface Scrub {
  /** A text without secrets, cut to a length. */
  text(raw: string, longest?: number): string;
  /** A line for a shell, which puts each secret back from its variable. */
  shell(raw: string): string;
  /** JSON without secrets; a text instead when it is long or deep. */
  value(raw: unknown): unknown;
}

/** A secret, and the variable that is shown for it. */
export type Secret = readonly [secret: string, variable: string];

/** The longest value that a report shows, in characters. */
const LONGEST = 4000;

/** So much of a text is looked at behind its cut, so that an encoded secret there is seen whole. */
const BEHIND_CUT = 1000;

/** Beyond this nothing of a text is ever shown. */
const LONGEST_KEPT = LONGEST + BEHIND_CUT;

/** So many characters of a secret in a row give something away, wherever they stand. */
const PIECE = 12;

/** At the end of what was cut off, so many of its first characters do. */
const PIECE_AT_END = 8;

/** A scrub for the tokens of a target and of its control plane. */
export function createScrub(target: Target): Scrub {
  const control = target.control?.token;
  return createSecretScrub([
    ...tokensOf(target).flatMap(({ first, second = '', third = '' }): Secret[] => [
      [first, '$TOKEN'],
      [second, '$SECOND_TOKEN'],
      [third, '$THIRD_TOKEN'],
    ]),
    ...(control === undefined ? [] : [[control, '$CONTROL_TOKEN'] as const]),
  ]);
}

/**
 * A scrub for secrets: whole or in pieces of twelve characters and more, in any case, without dashes, escaped, and in
 * base64.
 */
export function createSecretScrub(secrets: readonly Secret[]): Scrub {
  // Made when something is shown: every world of a case has a scrub, and most show nothing.
  let known: Pieces | undefined;
  const clean = (raw: string, show: (variable: string) => string) => {
    known ??= toPieces(secrets);
    let text = '';
    let from = 0;
    for (const { start, end, variable } of findSecrets(raw, known)) {
      text += raw.slice(from, start) + show(variable);
      from = end;
    }
    return text + raw.slice(from);
  };
  const text = (raw: string, longest = LONGEST) => {
    const isCut = raw.length > longest + BEHIND_CUT;
    const whole = clean(isCut ? raw.slice(0, longest + BEHIND_CUT) : raw, (variable) => variable);
    return copyOf(isCut ? `${whole.slice(0, longest)}… (${raw.length} characters)` : shorten(whole, longest));
  };
  return {
    text,
    shell: (raw) => clean(raw, (variable) => `'"${variable}"'`),
    value: (raw) => scrubValue(raw, text),
  };
}

/** What is to be kept of a text until a scrub shows it: its start, which keeps nothing else of it in memory. */
export function startOf(text: string): string {
  if (text.length <= LONGEST_KEPT) return text;
  return copyOf(`${text.slice(0, LONGEST_KEPT)}… (${text.length} characters)`);
}

/** A text cut to a length, with a note of what it was. */
export function shorten(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}… (${text.length} characters)`;
}

/** The pieces that give secrets away, by their length, and the variable of each. */
interface Pieces {
  readonly anywhere: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly atEnd: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** Every letter that stands in a secret, as it is written between the brackets of an expression. */
  readonly letters: string;
}

function toPieces(secrets: readonly Secret[]): Pieces {
  const anywhere = new Map<number, Map<string, string>>();
  const atEnd = new Map<number, Map<string, string>>();
  const add = (pieces: Map<number, Map<string, string>>, piece: string, variable: string) => {
    const known = pieces.get(piece.length) ?? new Map<string, string>();
    pieces.set(piece.length, known);
    if (!known.has(piece)) known.set(piece, variable);
  };
  for (const [secret, variable] of secrets) {
    for (const form of new Set([lower(secret), lower(secret).replaceAll('-', '')])) {
      const length = Math.min(PIECE, form.length);
      if (length === 0) continue;
      for (let at = 0; at + length <= form.length; at++) add(anywhere, form.slice(at, at + length), variable);
      for (let cut = PIECE_AT_END; cut < length; cut++) add(atEnd, form.slice(0, cut), variable);
    }
  }
  const all = new Set(secrets.flatMap(([secret]) => Array.from(lower(secret))));
  return { anywhere, atEnd, letters: [...all].map(toLetter).join('') };
}

/** A letter, or what stands for it, in the brackets of an expression. */
function toLetter(letter: string): string {
  return /[\w]/.test(letter) ? letter : `\\u{${letter.codePointAt(0)?.toString(16)}}`;
}

function runsOf(letters: string, least: number): RegExp {
  return new RegExp(`[${letters}]{${least},}`, 'gu');
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly variable: string;
}

/** Where secrets stand in a text, in order and apart from each other. */
function findSecrets(raw: string, pieces: Pieces): Found[] {
  const found = readingsOf(raw).flatMap((reading) => findIn(reading, pieces));
  const merged: Found[] = [];
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || one.start >= last.end) merged.push(one);
    else if (one.end > last.end) merged[merged.length - 1] = { ...last, end: one.end };
  }
  return merged;
}

function findIn({ text, starts, ends }: Reading, { anywhere, atEnd, letters }: Pieces): Found[] {
  const plain = lower(text);
  const found: Found[] = [];
  const note = (from: number, to: number, variable: string | undefined) => {
    if (variable === undefined) return;
    found.push({ start: starts[from] ?? 0, end: ends[to - 1] ?? 0, variable });
  };
  for (const [length, known] of anywhere) {
    // Few texts have so many letters of a secret in a row: only there each piece is looked up.
    for (const { 0: run, index } of plain.matchAll(runsOf(letters, length))) {
      for (let from = 0; from + length <= run.length; from++)
        note(index + from, index + from + length, known.get(run.slice(from, from + length)));
    }
  }
  for (const { index } of plain.matchAll(/…|$/g)) {
    for (const [length, known] of atEnd)
      if (length <= index) note(index - length, index, known.get(plain.slice(index - length, index)));
  }
  return found;
}

/** The same text on its own: a part of a text holds the whole of it. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

/** In lower case as far as ASCII goes: other letters may become two. */
function lower(text: string): string {
  return text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function scrubValue(raw: unknown, scrub: Scrub['text']): unknown {
  if (typeof raw === 'string') return scrub(raw);
  if (raw === undefined) return undefined;
  try {
    // Indented, so that what is deep counts as long.
    const json = JSON.stringify(raw, null, 1);
    return json.length > LONGEST ? scrub(json) : scrubWithin(JSON.parse(json), scrub);
  } catch {
    return 'a value that cannot be shown: it is nested too deeply';
  }
}

function scrubWithin(value: unknown, scrub: Scrub['text']): unknown {
  if (typeof value === 'string') return scrub(value);
  if (typeof value === 'number') {
    const text = scrub(String(value));
    return text === String(value) ? value : text;
  }
  if (Array.isArray(value)) return value.map((one) => scrubWithin(one, scrub));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [scrub(name), scrubWithin(one, scrub)]),
  );
}
