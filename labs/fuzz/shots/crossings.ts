import type { Json, Schema } from '../../../test/spec/schema.ts';
import { sampleOf } from '../../../test/spec/values.ts';
import { HOSTILE_TEXTS, ONE_OF_EACH } from './hostile.ts';

/** A value for one place of a body, and whether it is wrong there or just within its limits. */
export interface Crossing {
  /** In words, for example `participants[0] is over maxLength`. */
  readonly says: string;
  readonly body: Json;
  readonly expects: 'refusal' | 'fit';
}

type Trial = { how: string; value: Json; expects: Crossing['expects'] };

/** Every type, limit, pattern and required property of a body, crossed one at a time, and every limit just kept. `body` fits the schema. */
export function crossingsOf(schema: Schema, body: Json, field = ''): Crossing[] {
  const here = trialsOf(schema, body).map(({ how, value, expects }) => ({
    says: `${field || 'body'} ${how}`,
    body: value,
    expects,
  }));
  return [...here, ...crossingsInObject(schema, body, field), ...crossingsInArray(schema, body, field)];
}

function crossingsInObject(schema: Schema, body: Json, field: string): Crossing[] {
  if (!isObject(body)) return [];
  const properties = Object.entries(schema.properties ?? {});
  if (typeof schema.additionalProperties === 'object')
    properties.push([nameFor(schema), schema.additionalProperties]);
  const missing = (schema.required ?? []).map((name) => ({
    says: `${join(field, name)} is missing`,
    body: Object.fromEntries(Object.entries(body).filter(([other]) => other !== name)),
    expects: 'refusal' as const,
  }));
  const inside = properties.flatMap(([name, one]) =>
    crossingsOf(one, body[name] ?? sampleOf(one), join(field, name)).map((crossing) => ({
      ...crossing,
      body: { ...body, [name]: crossing.body },
    })),
  );
  return [...missing, ...inside];
}

/** A name that nobody knows, but the schema allows. */
function nameFor({ propertyNames }: Schema): string {
  if (propertyNames === undefined) return 'x-fuzz';
  // Names that it rules out beside its pattern are too few to be met by chance.
  const { not: _, ...named } = propertyNames;
  return String(sampleOf({ ...named, type: 'string' }));
}

function crossingsInArray({ items }: Schema, body: Json, field: string): Crossing[] {
  if (!Array.isArray(body) || items === undefined) return [];
  const [first = sampleOf(items), ...others] = body as readonly Json[];
  const inside = crossingsOf(items, first, `${field}[0]`);
  return inside.map((crossing) => ({ ...crossing, body: [crossing.body, ...others] }));
}

/** A value at one place, tried against everything that its schema says. */
function trialsOf(schema: Schema, value: Json): Trial[] {
  const types = typesOf(schema);
  const trials: Trial[] = [];
  const wrong = (how: string, ...values: readonly Json[]) => {
    for (const one of values) trials.push({ how, value: one, expects: 'refusal' });
  };
  const kept = (how: string, ...values: readonly Json[]) => {
    for (const one of values) trials.push({ how, value: one, expects: 'fit' });
  };

  if (types.length > 0) {
    const others = ONE_OF_EACH.filter((one) => !types.some((type) => hasType(one, type)));
    wrong('has another type', ...others);
  }
  const listed = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (listed !== undefined) {
    kept('is one of its enum', ...listed);
    const others = [...HOSTILE_TEXTS, ...ONE_OF_EACH, 1, 86_401];
    wrong('is not in its enum', ...others.filter((one) => !listed.some((known) => known === one)));
  }
  if (schema.pattern !== undefined) {
    const pattern = new RegExp(schema.pattern, 'u');
    wrong('does not match', ...HOSTILE_TEXTS.filter((text) => !pattern.test(text)));
  }
  const isFree =
    schema.type !== undefined &&
    schema.pattern === undefined &&
    schema.format === undefined &&
    listed === undefined;
  const { minLength = 0, maxLength, minItems = 0, maxItems, minimum, maximum, maxProperties } = schema;
  if (minLength > 0) wrong('is under minLength', 'a'.repeat(minLength - 1));
  if (maxLength !== undefined)
    wrong('is over maxLength', 'a'.repeat(maxLength + 1), '🦜'.repeat(maxLength + 1));
  if (types.includes('string') && isFree) {
    kept('is at minLength', 'a'.repeat(minLength));
    if (maxLength !== undefined) kept('is at maxLength', 'a'.repeat(maxLength), '🦜'.repeat(maxLength));
  }
  if (minimum !== undefined) wrong('is under minimum', minimum - 1, minimum - 0.5);
  if (maximum !== undefined) wrong('is over maximum', maximum + 1, Number.MAX_VALUE);
  if (minimum !== undefined) kept('is at minimum', minimum);
  if (maximum !== undefined) kept('is at maximum', maximum);
  if (Array.isArray(value)) {
    const [first = sampleOf(schema.items ?? {})] = value as readonly Json[];
    if (minItems > 0) wrong('is under minItems', Array(minItems - 1).fill(first));
    if (maxItems !== undefined) {
      wrong('is over maxItems', Array(maxItems + 1).fill(first));
      kept('is at maxItems', Array(maxItems).fill(first));
    }
  }
  if (maxProperties !== undefined) {
    wrong(
      'is over maxProperties',
      Object.fromEntries(Array.from({ length: maxProperties + 1 }, (_, n) => [`n${n}`, ''])),
    );
  }
  return trials;
}

/** The JSON types that a value may have; none when the schema does not say. */
function typesOf({ type, anyOf = [], oneOf = [] }: Schema): readonly string[] {
  if (type !== undefined) return typeof type === 'string' ? [type] : type;
  const branches = [...anyOf, ...oneOf].map(typesOf);
  return branches.some((types) => types.length === 0) ? [] : branches.flat();
}

function hasType(value: Json, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function isObject(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
