import fc from 'fast-check';
import type { Json, Schema } from './schema.ts';

/** Texts for the formats that the documents use. */
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uri: fc.webUrl({ validSchemes: ['https'] }),
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

/** Values that fit a schema. */
export function valuesOf(schema: Schema): fc.Arbitrary<Json> {
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
  const known = format === undefined ? undefined : FORMATS[format];
  if (known !== undefined) return known;
  if (pattern === undefined) {
    return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 50) });
  }
  const matching = fc.stringMatching(new RegExp(pattern), { size: 'small' });
  return matching.filter((text) => text.length >= minLength && text.length <= maxLength);
}

/** With all required properties and some of the others; one of `anyOf` says what else is required. */
function objects(schema: Schema): fc.Arbitrary<Json> {
  const { properties = {}, required = [], anyOf = [{}], additionalProperties } = schema;
  const parts = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valuesOf(one)]));
  const chosen = anyOf.map((branch) => {
    const requiredKeys = [...new Set([...required, ...(branch.required ?? [])])].filter(
      (name) => name in parts,
    );
    return fc.record(parts, { requiredKeys });
  });
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  const described = fc.oneof(...chosen).filter((one) => {
    const count = Object.keys(one).length;
    return count >= minProperties && count <= maxProperties;
  });
  if (typeof additionalProperties !== 'object') return described;
  const others = fc.dictionary(fc.string({ maxLength: 20 }), valuesOf(additionalProperties), { maxKeys: 3 });
  return fc.tuple(described, others).map(([one, more]) => ({ ...more, ...one }));
}
