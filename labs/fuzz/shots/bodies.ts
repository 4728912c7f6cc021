import type { Json, Schema } from '../../../test/spec/schema.ts';
import { BEYOND_SCHEMA } from '../aims.ts';
import { message, type Part, type Shot, shotOf } from '../shot.ts';
import { crossingsOf } from './crossings.ts';
import { HOSTILE_BYTES, HOSTILE_JSON, HOSTILE_NUMBERS, HOSTILE_TEXTS, ONE_OF_EACH } from './hostile.ts';
import { type Aim, goodTarget } from './targets.ts';

/** An operation with a body, its schema and a body that fits. */
export interface BodyAim extends Aim {
  readonly schema: Schema;
  readonly example: Json;
  /** Whether the document allows a body. */
  fits(body: unknown): boolean;
}

/** How deep JSON may be nested before a program that recurses gives up; 64 levels are allowed. */
const DEPTHS = [65, 3000, 100_000];

/** So many places of a body are tried with what is large. */
const LARGE_PLACES = 10;

/** Names of properties that have broken programs before. */
export const HOSTILE_KEYS: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    '$ref',
    '',
    '\u0000',
    '\ud800',
  ],
];

/** One text, for it is long. */
const UNKNOWN_KEYS = `{${Array.from({ length: 100_000 }, (_, n) => `"k${n}":0,`).join('')}`;

/** Every crossing of every limit, no JSON, hostile texts and numbers in every place, duplicate keys, deep nesting, megabytes. */
export function bodyShots({ operation, schema, example }: BodyAim): Shot[] {
  const beyond = BEYOND_SCHEMA[operation.id];
  const send = (name: string, body: readonly Part[], wanted: Shot['expects'] = 'anything') => {
    const expects = wanted === 'fit' && beyond?.test(name) ? 'anything' : wanted;
    return shotOf(
      `${operation.id}: ${name}`,
      message(operation.method, goodTarget(operation), body),
      expects,
    );
  };
  const text = JSON.stringify(example);
  return [
    ...crossingsOf(schema, example).map(({ says, body, expects }) =>
      send(says, [{ text: JSON.stringify(body) }], expects),
    ),
    ...HOSTILE_JSON.map((one) => send(`JSON ${one.slice(0, 20)}`, [{ text: one }], 'refusal')),
    ...HOSTILE_BYTES.map((base64) => send('bytes', [{ base64 }], 'refusal')),
    ...ONE_OF_EACH.filter((one) => typeof one !== 'object' || one === null || Array.isArray(one)).map((one) =>
      send('no object', [{ text: JSON.stringify(one) }], 'refusal'),
    ),
    ...placesOf(example).flatMap((place, nth) => [
      ...HOSTILE_TEXTS.map((one) =>
        send(`a hostile text at ${place.name}`, around(place, { text: JSON.stringify(one) })),
      ),
      ...HOSTILE_NUMBERS.map((one) =>
        send(`${one.slice(0, 20)} at ${place.name}`, around(place, { text: one })),
      ),
      ...(nth < LARGE_PLACES ? largeAt(place).map(([name, ...body]) => send(name, body)) : []),
    ]),
    ...keysOf(example).map((key) => send(`${key} twice`, [{ text: `{"${key}":null,${text.slice(1)}` }])),
    ...keysOf(example).map((key) =>
      send(`${key} twice, the last is null`, [{ text: `${text.slice(0, -1)},"${key}":null}` }]),
    ),
    ...HOSTILE_KEYS.map((key) =>
      send(`the key ${key}`, [{ text: `{${JSON.stringify(key)}:${text},${text.slice(1)}` }]),
    ),
    send('all in __proto__', [{ text: `{"__proto__":${text}}` }], 'refusal'),
    ...DEPTHS.map((depth) =>
      send(
        `${depth} objects`,
        nested({ name: 'body', before: '', after: '' }, '{"a":', '}', depth),
        'refusal',
      ),
    ),
    send('100 000 unknown keys', [{ text: UNKNOWN_KEYS }, { text: text.slice(1) }]),
    send(
      '8 MiB and one byte',
      [{ text: ' ', times: 8 * 1024 * 1024 + 1 - text.length }, { text }],
      'refusal',
    ),
    send('8 MiB', [{ text: ' ', times: 8 * 1024 * 1024 - text.length }, { text }], 'fit'),
    send('no bytes', [{ text: '' }], 'refusal'),
  ];
}

/** A place in a JSON value, and the text of the value before it and behind it. */
interface PlaceInJson {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Every place of a value, itself among them. */
function placesOf(value: Json, name = 'body', before = '', after = ''): PlaceInJson[] {
  const here = { name, before, after };
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length === 0) return [here];
    return [here, ...placesOf(items[0] ?? null, `${name}[0]`, `${before}[`, `]${after}`)];
  }
  if (typeof value !== 'object' || value === null) return [here];
  const entries = Object.entries(value).map(([key, one]) => ({ key, one, text: toEntry(key, one) }));
  const inside = entries.flatMap(({ key, one }, nth) => {
    const left = entries.slice(0, nth).map(({ text }) => `${text},`);
    const right = entries.slice(nth + 1).map(({ text }) => `,${text}`);
    const ahead = `${before}{${left.join('')}${JSON.stringify(key)}:`;
    return placesOf(one, `${name}.${key}`, ahead, `${right.join('')}}${after}`);
  });
  return [here, ...inside];
}

function toEntry(key: string, value: Json): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}

function largeAt(place: PlaceInJson): (readonly [string, ...Part[]])[] {
  const [quote, long] = [{ text: '"' }, { text: 'x', times: 1e6 }];
  return [
    [`1 MB at ${place.name}`, ...around(place, quote, long, quote)],
    ...DEPTHS.map(
      (depth) => [`${depth} arrays at ${place.name}`, ...nested(place, '[', ']', depth)] as const,
    ),
  ];
}

function nested(place: PlaceInJson, open: string, close: string, depth: number): Part[] {
  return around(place, { text: open, times: depth }, { text: '0' }, { text: close, times: depth });
}

function around({ before, after }: PlaceInJson, ...parts: readonly Part[]): Part[] {
  return [{ text: before }, ...parts, { text: after }];
}

function keysOf(value: Json): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
