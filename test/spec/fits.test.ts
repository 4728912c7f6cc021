import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadControlDocument, loadDocument, schemasOf, toDocument } from '../../spec/document.ts';
import { createAjv } from '../../spec/validate.ts';
import { exampleOf, type Json, schemaAt } from './schema.ts';
import { valuesOf } from './values.ts';

const NAMES = { wuts: loadDocument(), control: loadControlDocument() };

/** What stands in the place of any part of a value. */
const STRANGE: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 1e9, Number.NaN, '', 'x', '5511999999999', '😀'.repeat(70)],
  ...['x'.repeat(5000), '2026-02-30T12:00:00Z', 'http://[', [], ['x', 'x'], {}, { '': 1, unknown: {} }],
];

describe.each(Object.entries(NAMES))('what was compiled ahead of %s', (_, document) => {
  const names = Object.keys(document.raw.components?.schemas ?? {}).map(
    (name) => `#/components/schemas/${name}`,
  );
  const refs = new Set([...names, ...schemasOf(document)]);
  const ajv = createAjv(document.raw, {});
  const examples = document.operations.map((operation) => exampleOf(document, operation));

  it('is every schema that is asked for, and no other', () => {
    expect([...refs].filter((ref) => document.fits?.(ref) === undefined)).toEqual([]);
    expect(document.fits?.('#/info')).toBeUndefined();
  });

  it.each([...refs].map((ref) => [decodeURIComponent(ref), ref]))('fits what ajv lets fit: %s', (_, ref) => {
    const [fits, check] = [document.fits?.(ref), ajv.compile({ $ref: `document${ref}` })];
    const samples = fc.sample(valuesOf(schemaAt(document, ref)), { seed: 1, numRuns: 1 });
    const all = [...examples, ...samples, ...samples.flatMap((value) => [...strangersOf(value)])];
    const wrong = all.filter((value) => fits?.(value) !== check(value));
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(all.some((value) => check(value))).toBe(true);
  });
});

it('is nothing of a document that is not ours', () => {
  expect(toDocument(structuredClone(NAMES.wuts.raw), 'of somebody').fits).toBeUndefined();
});

/** The value with each of its parts replaced, left out or joined by a stranger, one at a time. */
function* strangersOf(value: Json): Generator<unknown> {
  yield* STRANGE;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const { [key]: part = null, ...rest } = value as Record<string, Json>;
    const joined = (other: unknown) =>
      Array.isArray(value) ? value.with(Number(key), other as Json) : { ...value, [key]: other };
    yield Array.isArray(value) ? [...value, part] : rest;
    for (const other of strangersOf(part)) yield joined(other);
  }
  if (!Array.isArray(value)) yield { ...value, unknown: 1 };
}
