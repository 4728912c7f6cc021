import fc from 'fast-check';
import type { Json, Ruled, Schema } from './schema.ts';

/** Texts for the formats that the documents use. */
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uri: fc.stringMatching(/^https:\/\/[a-z]{1,9}\.example(\/[a-z0-9._~-]{0,9}){0,3}$/),
  uuid: fc.uuid(),
  'date-time': fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
    .map((date) => date.toISOString()),
};

/** Lists and texts are no longer than this, where nothing asks for more. */
const FEW = 4;

/** A value that fits a schema, the same one in every run. */
export function sampleOf(schema: Schema): Json {
  const [value = null] = fc.sample(valuesOf(schema), { seed: 1, numRuns: 1 });
  return value;
}

const made = new WeakMap<Schema, fc.Arbitrary<Json>>();

/** Values that fit a schema. */
export function valuesOf(schema: Schema): fc.Arbitrary<Json> {
  const values = made.get(schema) ?? makeValues(schema);
  made.set(schema, values);
  return values;
}

function makeValues(schema: Schema): fc.Arbitrary<Json> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const branches = schema.oneOf ?? (schema.properties === undefined ? schema.anyOf : undefined);
  if (branches !== undefined) return fc.oneof(...branches.map(valuesOf));
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object']);
  return fc.oneof(...types.map((type) => (TYPES[type] ?? objects)(schema)));
}

const TYPES: Readonly<Record<string, (schema: Schema) => fc.Arbitrary<Json>>> = {
  null: () => fc.constant(null),
  boolean: () => fc.boolean(),
  integer: ({ minimum = -1000, maximum = minimum + 10_000 }) => fc.integer({ min: minimum, max: maximum }),
  number: ({ minimum = -1000, maximum = minimum + 10_000 }) =>
    fc.double({ min: minimum, max: maximum, noNaN: true }),
  string: texts,
  array: ({ items = {}, minItems = 0, maxItems = minItems + FEW }) =>
    fc.array(valuesOf(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + FEW) }),
  object: objects,
};

function texts({ pattern, format, minLength = 0, maxLength = minLength + 50 }: Schema): fc.Arbitrary<string> {
  const formatted = format === undefined ? undefined : FORMATS[format];
  if (formatted !== undefined) return formatted;
  if (pattern === undefined) {
    const limits = { minLength, maxLength: Math.min(maxLength, minLength + 50) };
    return onceFor(JSON.stringify(limits), () => fc.string({ unit: 'grapheme', ...limits }));
  }
  const matching = onceFor(pattern, () => fc.stringMatching(toKnown(pattern), { size: 'small' }));
  return matching.filter((text) => text.length >= minLength && text.length <= maxLength);
}

/** fast-check prepares texts for long, and many are alike. */
const prepared = new Map<string, fc.Arbitrary<string>>();

function onceFor(what: string, make: () => fc.Arbitrary<string>): fc.Arbitrary<string> {
  const texts = prepared.get(what) ?? make();
  prepared.set(what, texts);
  return texts;
}

/** fast-check knows no \p: one letter stands for all. */
function toKnown(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('\\p{L}', 'b').replaceAll('\\p{N}', '\\d'));
}

/** With all required properties and some of the others; one of `anyOf` says what else is required. */
function objects(schema: Schema): fc.Arbitrary<Json> {
  const { properties = {}, required = [], anyOf = [{}], additionalProperties } = schema;
  const parts = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one)]));
  const chosen = anyOf.map((branch) => {
    const requiredKeys = [...new Set([...required, ...(branch.required ?? [])])].filter(
      (name) => name in parts,
    );
    return schema.not === undefined ? fc.record(parts, { requiredKeys }) : fewOf(parts, requiredKeys);
  });
  const described = fc.oneof(...chosen);
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY, propertyNames } = schema;
  const fits = (one: object) => {
    const count = Object.keys(one).length;
    return count >= minProperties && count <= maxProperties && !isRuledOut(schema.not, one);
  };
  if (typeof additionalProperties !== 'object') return described.filter(fits);
  const names = propertyNames === undefined ? fc.string({ maxLength: 20 }) : texts(propertyNames);
  const limits = { minKeys: Math.min(minProperties, 3), maxKeys: 3 };
  const others = fc.dictionary(names, valuesOf(additionalProperties), limits);
  return fc
    .tuple(described, others)
    .map(([one, more]) => ({ ...more, ...one }))
    .filter(fits);
}

/** With a few at most of those that are not required: many would contradict each other. */
function fewOf(parts: Record<string, fc.Arbitrary<Json>>, required: readonly string[]) {
  const optional = Object.keys(parts).filter((name) => !required.includes(name));
  return fc.subarray(optional, { maxLength: Math.min(optional.length, FEW) }).chain((some) => {
    const isKept = (name: string) => required.includes(name) || some.includes(name);
    return fc.record(Object.fromEntries(Object.entries(parts).filter(([name]) => isKept(name))));
  });
}

function isRuledOut(not: Ruled | undefined, one: object): boolean {
  if (not === undefined) return false;
  if (not.anyOf !== undefined) return not.anyOf.some((branch) => isRuledOut(branch, one));
  const lacksAll = Object.entries(not.properties ?? {}).every(([name, may]) => may || !(name in one));
  return lacksAll && (not.required ?? []).every((name) => name in one);
}
