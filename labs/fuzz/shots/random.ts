import fc from 'fast-check';
import { valuesOf } from '../../../test/spec/values.ts';
import { type Chance, createChance } from '../chance.ts';
import { AT_ONCE, type Delivery, type Framing, type Message, type Scratch, type Shot } from '../shot.ts';
import { type BodyAim, HOSTILE_KEYS } from './bodies.ts';
import { HOSTILE_JSON, HOSTILE_NUMBERS, HOSTILE_TEXTS } from './hostile.ts';
import { type Aim, goodMessage } from './targets.ts';

/** Makes the shots of a round, from the seed of a run and the number of the round. */
export type RandomShots = (seed: number, round: number, count: number) => Shot[];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];
const ENDINGS = ['wait', 'wait', 'half-close', 'reset'] as const;

/** Where something good stands in a body, more often than chance would have it. */
const GOOD_TEXTS = [
  ...['{{group}}', '{{linked}}', '{{community}}', '{{announcement}}', '{{link}}', '{{private-code}}'],
  ...['5511777777777', '5511888888888@s.whatsapp.net', '5511999999999', '5500000000403'],
];

/** Values take long to make: so many of a kind are made at once, and renewed after so many rounds. */
const IN_STOCK = 100;
const ROUNDS_PER_STOCK = 250;

/** One in so many is a saved world, for those take longest. */
const SAVED = 200;

/** Values in stock. */
interface Stock {
  /** JSON texts that fit the body of an operation. */
  fitting(aim: BodyAim): readonly string[];
  readonly json: readonly string[];
  readonly queries: readonly string[];
}

/** Shots of which one cannot know what they hit: fitting, bent and scratched requests, alone and in a row. */
export function randomShots(
  aims: readonly (Aim | BodyAim)[],
  savedBy?: (chance: Chance) => Shot,
): RandomShots {
  let stock: { seed: number; values: Stock } | undefined;
  return (seed, round, count) => {
    const wanted = seed + Math.floor(round / ROUNDS_PER_STOCK);
    if (stock?.seed !== wanted) stock = { seed: wanted, values: fillStock(wanted) };
    const { values } = stock;
    // Neighbours among the seeds would share most rounds.
    const chance = createChance(Math.imul(seed, 0x9e3779b1) + round);
    return Array.from({ length: count }, () =>
      savedBy !== undefined && chance.once(SAVED) ? savedBy(chance) : shotBy(chance, aims, values),
    );
  };
}

function fillStock(seed: number): Stock {
  const some = <T>(values: fc.Arbitrary<T>) => fc.sample(values, { seed, numRuns: IN_STOCK });
  const made = new Map<BodyAim, readonly string[]>();
  return {
    fitting: (aim) => {
      const known = made.get(aim) ?? some(valuesOf(aim.schema)).map((value) => JSON.stringify(value));
      made.set(aim, known);
      return known;
    },
    json: some(fc.json({ maxDepth: 5 })),
    queries: some(fc.webQueryParameters()).map((text) => `?${text}`),
  };
}

function shotBy(chance: Chance, aims: readonly (Aim | BodyAim)[], stock: Stock): Shot {
  const kind = chance.below(16);
  const isInARow = kind < 2;
  const isScratched = kind === 2 || kind === 3;
  const aim = chance.of(aims);
  const first = messageBy(chance, aim, stock);
  const more = isInARow ? 1 + chance.below(4) : 0;
  const others = Array.from({ length: more }, () => messageBy(chance, chance.of(aims), stock));
  const delivery = isInARow || isScratched ? AT_ONCE : deliveryBy(chance);
  const scratches = isScratched ? Array.from({ length: 1 + chance.below(3) }, () => scratchBy(chance)) : [];
  const isAlone = others.length === 0 && scratches.length === 0 && delivery.upTo === 1;
  const expects = isAlone && isWrong(aim, first) ? 'refusal' : 'anything';
  return { name: 'random', messages: [first, ...others], scratches, delivery, expects };
}

/** Whether the body is none that the document allows; of one with a good text in it nobody can say before it is fired. */
function isWrong(aim: Aim | BodyAim, { method, body, framing }: Message): boolean {
  const [part] = body;
  if (!('schema' in aim) || method !== aim.operation.method || typeof framing === 'number') return false;
  if (part === undefined || !('text' in part)) return part === undefined;
  if (part.text.includes('{{')) return false;
  try {
    return !aim.fits(JSON.parse(part.text));
  } catch {
    return true;
  }
}

function messageBy(chance: Chance, aim: Aim | BodyAim, stock: Stock): Message {
  const good = goodMessage(aim, chance.below(6));
  const method = chance.once(10) ? chance.of(METHODS) : good.method;
  const query = chance.once(6) ? chance.of(stock.queries) : '';
  const who = chance.once(4) ? '{{second}}' : '{{first}}';
  const headers = good.headers.map(([name, value]) => [name, value.replace('{{first}}', who)] as const);
  const sent = { ...good, method, target: good.target + query, headers };
  if (!('schema' in aim)) return sent;
  return { ...sent, body: [{ text: bodyBy(chance, aim, stock) }], framing: framingBy(chance) };
}

function framingBy(chance: Chance): Framing {
  const kind = chance.below(11);
  if (kind === 0) return chance.below(200);
  return kind < 3 ? { chunks: 1 + chance.below(20) } : 'length';
}

function deliveryBy(chance: Chance): Delivery {
  if (!chance.once(9)) return AT_ONCE;
  return {
    pieces: 1 + chance.below(20),
    pause: chance.below(3),
    upTo: chance.of([1, 1, 0.5, 0.99]),
    ending: chance.of(ENDINGS),
  };
}

function scratchBy(chance: Chance): Scratch {
  const bytes = Array.from({ length: chance.below(5) }, () => chance.below(256));
  return {
    at: chance.below(10_000) / 10_000,
    drop: chance.below(5),
    put: Buffer.from(bytes).toString('base64'),
  };
}

/** The text of a body: a fitting one, or one that was bent at one place or more. */
function bodyBy(chance: Chance, aim: BodyAim, stock: Stock): string {
  const kind = chance.below(17);
  const fitting = chance.of(stock.fitting(aim));
  if (kind < 4) return fitting;
  if (kind < 8) return replaceToken(fitting, chance.below(100), JSON.stringify(chance.of(GOOD_TEXTS)));
  if (kind === 8) return chance.of(stock.json);
  let bent = fitting;
  for (let bends = 1 + chance.below(3); bends > 0; bends -= 1)
    bent = chance.of(BENDS)(bent, chance, hostileBy(chance, stock));
  return bent;
}

/** What can be done to the text of a JSON value. */
const BENDS: readonly ((text: string, chance: Chance, value: string) => string)[] = [
  (text, chance, value) => replaceToken(text, chance.below(100), value),
  (text, chance, value) => text.replace(/^\{/, () => `{${JSON.stringify(chance.of(HOSTILE_KEYS))}:${value},`),
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text, chance) => text + chance.of(HOSTILE_JSON),
  (text, chance) => {
    const depth = 2 + chance.below(1500);
    return '['.repeat(depth) + text + ']'.repeat(depth);
  },
];

const HOSTILE_VALUES = ['null', 'true', '[]', '{}', '[[]]', '[null]'];

function hostileBy(chance: Chance, stock: Stock): string {
  const kind = chance.below(5);
  if (kind === 0) return JSON.stringify(chance.of(HOSTILE_TEXTS));
  if (kind === 1) return chance.of(HOSTILE_NUMBERS);
  if (kind === 2) return chance.of(HOSTILE_VALUES);
  return kind === 3 ? JSON.stringify(textBy(chance)) : chance.of(stock.json);
}

/** Any characters there may be, halves of them among them. */
function textBy(chance: Chance): string {
  const end = chance.of([0x80, 0x10000, 0x110000]);
  return String.fromCodePoint(...Array.from({ length: chance.below(100) }, () => chance.below(end)));
}

/** The nth text, number or word of a JSON text replaced, keys not among them. */
function replaceToken(text: string, nth: number, value: string): string {
  const tokens = [...text.matchAll(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d[\d.eE+-]*|true|false|null/g)];
  const token = tokens[nth % Math.max(1, tokens.length)];
  if (token === undefined) return value;
  return text.slice(0, token.index) + value + text.slice(token.index + token[0].length);
}
