import { BEYOND_SCHEMA } from '../aims.ts';
import { message, type Part, type Shot, shotOf } from '../shot.ts';
import { crossingsOf } from './crossings.ts';
import { HOSTILE_BYTES, HOSTILE_JSON, HOSTILE_NUMBERS, HOSTILE_TEXTS, ONE_OF_EACH } from './hostile.ts';
import type { Json, Schema } from './schema.ts';
import { type Aim, goodTarget } from './targets.ts';

/** An operation with a body, its schema and a body that fits. */
export interface BodyAim extends Aim {
  readonly schema: Schema;
  readonly example: Json;
}

/** How deep JSON may be nested before a parser that recurses gives up. */
const DEPTHS = [100, 10_000, 1_000_000];

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
    ...placesOf(example).flatMap((place) => [
      ...HOSTILE_TEXTS.map((one) =>
        send(`a hostile text at ${place.name}`, [{ text: place.put(JSON.stringify(one)) }]),
      ),
      ...HOSTILE_NUMBERS.map((one) =>
        send(`${one.slice(0, 20)} at ${place.name}`, [{ text: place.put(one) }]),
      ),
      send(`1 MB at ${place.name}`, [{ text: place.put(JSON.stringify('x'.repeat(1_000_000))) }]),
      ...DEPTHS.map((depth) => send(`${depth} arrays at ${place.name}`, nested(place.put, '[', ']', depth))),
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
        nested((inner) => inner, '{"a":', '}', depth),
        'refusal',
      ),
    ),
    send('100 000 unknown keys', [
      { text: `{${Array.from({ length: 100_000 }, (_, n) => `"k${n}":0`).join()},${text.slice(1)}` },
    ]),
    send(
      '8 MiB and one byte',
      [{ text: ' ', times: 8 * 1024 * 1024 + 1 - text.length }, { text }],
      'refusal',
    ),
    send('8 MiB', [{ text: ' ', times: 8 * 1024 * 1024 - text.length }, { text }], 'fit'),
    send('no bytes', [{ text: '' }], 'refusal'),
  ];
}

/** A place in a JSON value, and the text of the value with something else there. */
interface PlaceInJson {
  readonly name: string;
  put(json: string): string;
}

/** Every place of a value, itself among them. */
function placesOf(value: Json, name = 'body', put: PlaceInJson['put'] = (json) => json): PlaceInJson[] {
  const here = { name, put };
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    return items.length === 0
      ? [here]
      : [here, ...placesOf(items[0] ?? null, `${name}[0]`, (json) => put(`[${json}]`))];
  }
  if (typeof value !== 'object' || value === null) return [here];
  const entries = Object.entries(value);
  const inside = entries.flatMap(([key, one]) =>
    placesOf(one, `${name}.${key}`, (json) => {
      const parts = entries.map(
        ([other, kept]) => `${JSON.stringify(other)}:${other === key ? json : JSON.stringify(kept)}`,
      );
      return put(`{${parts.join()}}`);
    }),
  );
  return [here, ...inside];
}

function nested(put: PlaceInJson['put'], open: string, close: string, depth: number): Part[] {
  const [before = '', after = ''] = put('\u0001').split('\u0001');
  return [
    { text: before },
    { text: open, times: depth },
    { text: '0' },
    { text: close, times: depth },
    { text: after },
  ];
}

function keysOf(value: Json): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
