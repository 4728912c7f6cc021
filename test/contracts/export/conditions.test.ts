import { isDeepStrictEqual } from 'node:util';
import { runInNewContext } from 'node:vm';
import { type JsonValue, query } from 'jsonpath-rfc9535';
import { describe, expect, it } from 'vitest';
import { type Dialect, toConditions } from '../../../contracts/export/conditions.ts';
import { createJavaScript, toPick } from '../../../contracts/export/javascript.ts';
import { createJsonPath } from '../../../contracts/export/jsonpath.ts';
import { createVocabulary, Inexpressible } from '../../../contracts/export/vocabulary.ts';
import type { Case } from '../../../contracts/index.ts';
import { compare } from '../../../contracts/language/patterns.ts';
import { at } from '../../../contracts/language/templates.ts';
import { loadDocument } from '../../../spec/index.ts';

const one: Case = { id: 'a/b', promise: 'Nothing.', provenance: 'assumed', steps: [] };
const vocabulary = createVocabulary(loadDocument(), one, 1);
const javaScript = createJavaScript(vocabulary);
const jsonPath = createJsonPath(vocabulary);

const ana = { jid: 'a@x', is_admin: true, error: null };
const bob = { jid: 'b@x', is_admin: false, n: 3 };
const bodies = [
  { success: true, list: [ana, bob], name: 'A "quoted" name', n: 2, none: null },
  { success: false, list: [bob], name: 'other', n: 3 },
  { success: 'true', list: [], name: ['A'], n: '2', none: 0 },
  { list: 'a@x' },
  {},
];

/** Every row of the matchers, alone and in each other. */
const PATTERNS: unknown[] = [
  { success: true },
  { none: null },
  { name: 'A "quoted" name' },
  { n: { $atLeast: 3 } },
  { name: { $type: 'string' } },
  { success: { $type: 'boolean' } },
  { n: { $type: 'number' } },
  { none: { $type: 'null' } },
  { name: { $matches: '^A "\\w+' } },
  { list: { $length: 2 } },
  { list: [{ jid: 'b@x' }] },
  { list: [{ jid: 'a@x', error: null }, { n: 3 }] },
  { list: [{ n: 3 }, { jid: 'a@x' }] },
  { list: { $inOrder: [{ jid: 'a@x' }, { n: 3 }] } },
  { list: { $inOrder: [{ n: 3 }, { jid: 'a@x' }] } },
  { list: { $contains: { jid: 'a@x', is_admin: true } } },
  { list: { $contains: { jid: 'a@x', is_admin: false } } },
  { list: { $lacks: { jid: 'a@x' } } },
  { list: { $keeps: [{ jid: 'b@x' }] } },
  { list: { $keeps: [{ jid: 'b@x' }, { jid: 'a@x' }] } },
  { list: { $each: { is_admin: false } } },
  { list: { $each: { is_admin: { $type: 'boolean' }, jid: { $matches: '@x$' } } } },
  { list: { $all: [{ $length: 2 }, { $contains: { n: 3 } }, { $lacks: { jid: 'c@x' } }] } },
  { name: { $oneOf: ['other', { $matches: 'quoted' }] } },
  { name: { $not: 'other' } },
  { list: { $contains: { $all: [{ jid: 'b@x' }, { error: { $absent: true } }] } } },
  { none: { $absent: true } },
  { list: [{ error: { $absent: true } }] },
];

describe.each<[string, Dialect, (condition: string, body: unknown) => boolean]>([
  ['JavaScript of Postman', javaScript, runJavaScript],
  [
    'JSONPath of Arazzo',
    jsonPath,
    (condition, body) => query([body as JsonValue], `$[?${condition}]`).length > 0,
  ],
])('a pattern in the %s', (_, dialect, holds) => {
  it.each(PATTERNS.map((pattern) => [JSON.stringify(pattern), pattern]))(
    'means what it means in a run: %s',
    (_, pattern) => {
      const conditions = toConditions(pattern, dialect);
      const told = bodies.map((body) => conditions.every((condition) => holds(condition, body)));
      expect(told).toEqual(bodies.map((body) => compare(pattern, body).length === 0));
    },
  );
});

describe('what a format cannot say', () => {
  it.each<[unknown, string]>([
    [{ community: { $type: 'object' } }, 'asks whether a value is of type object'],
    [{ list: { $contains: {} } }, 'asks for an entry of any kind'],
    [{ n: { $integer: true } }, 'asks for a whole number'],
    [{ n: { $atMost: 3 } }, 'asks for a number that is not above another'],
    [{ name: { $hoursAfter: ['2026-01-01T00:00:00Z', 72] } }, 'counts hours between two times'],
    [{ list: { $keeps: '{{listed}}' } }, 'compares a list with one that was told before'],
    [{ headers: { 'X-Contract': 'one' } }, 'a hyphen in its name'],
    [{ owner: '{{first.phone}}@s.whatsapp.net' }, 'compares with a text that is put together'],
    [{ name: '{{nothing}}' }, 'needs {{nothing}}, which no earlier step captures'],
  ])('is told for %j', (pattern, message) => {
    const tell = () => toConditions(pattern, jsonPath);
    expect(tell).toThrow(Inexpressible);
    expect(tell).toThrow(message);
  });
});

it.each(['list[1].jid', 'list[jid=b@x,is_admin=false].n', 'list[jid=c@x].n', 'name'])(
  'a script picks what a run captures: %s',
  (path) => {
    for (const body of bodies) expect(runJavaScript(toPick(path, javaScript), body)).toEqual(at(body, path));
  },
);

/** With as much of lodash as the scripts use. */
function runJavaScript(script: string, body: unknown) {
  const _ = {
    isEqual: (a: unknown, b: unknown) => isDeepStrictEqual(a, b),
    isString: (value: unknown) => typeof value === 'string',
    size: (list: unknown[] | string | undefined) => list?.length ?? 0,
    some: (list: unknown, says: (entry: unknown) => boolean) => Array.isArray(list) && list.some(says),
    find: (list: unknown, says: (entry: unknown) => boolean) =>
      Array.isArray(list) ? list.find(says) : undefined,
  };
  return runInNewContext(script, { body, _ });
}
