import type { OpenAPIV3_1 } from 'openapi-types';

/** What stands somewhere in a document, and the `$ref` of the place where it is written. */
interface Found<T> {
  readonly value: T;
  readonly ref: string;
}

/** Follows what may be a `$ref` to its end; `at` is the `$ref` of what is none. */
export type Find = <T>(place: T | OpenAPIV3_1.ReferenceObject, at: string) => Found<T>;

/** Follows the references of a document. Throws where one leads to nothing, or comes back to itself. */
export function createFind(raw: OpenAPIV3_1.Document): Find {
  const known = new Map<string, Found<unknown>>();
  const follow = (ref: string, before: readonly string[]): Found<unknown> => {
    const found = known.get(ref);
    if (found !== undefined) return found;
    if (before.includes(ref)) throw new Error(`"${ref}" leads back to itself.`);
    const value = pointAt(raw, ref);
    const end = isReference(value) ? follow(value.$ref, [...before, ref]) : { value, ref };
    known.set(ref, end);
    return end;
  };
  return <T>(place: T | OpenAPIV3_1.ReferenceObject, at: string) =>
    (isReference(place) ? follow(place.$ref, []) : { value: place, ref: at }) as Found<T>;
}

/** What a `$ref` itself leads to. Throws where that is nothing. */
function pointAt(raw: OpenAPIV3_1.Document, ref: string): unknown {
  if (ref !== '#' && !ref.startsWith('#/'))
    throw new Error(`"${ref}" is no path in it: names by $anchor are not followed, write #/ and the path.`);
  let value: unknown = raw;
  for (const step of ref.split('/').slice(1)) {
    const key = keyOf(step);
    const table = Object(value) as Record<string, unknown>;
    value = Object.hasOwn(table, key) ? table[key] : undefined;
  }
  if (value === undefined) throw new Error(`"${ref}" points at nothing in it.`);
  return value;
}

/** The name that a step of a `$ref` stands for. What is no percent-encoding stands for itself. */
function keyOf(step: string): string {
  const isEncoded = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(step);
  return (isEncoded ? decodeURIComponent(step) : step).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What holds data, in which a `$ref` is a name like any other. */
const DATA = ['example', 'value', 'default', 'enum', 'const'];

/** What holds values by names of its own, which are no keywords. */
const NAMED = [
  ...['properties', 'patternProperties', '$defs', 'dependentSchemas'],
  ...['schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'links', 'callbacks'],
  ...['pathItems', 'paths', 'webhooks', 'content'],
];

/** References that nobody can follow without running the document. */
const DYNAMIC = ['$dynamicRef', '$recursiveRef'];

const SCHEMA_2020 = 'https://json-schema.org/draft/2020-12/schema';

/** The dialect of JSON Schema that is read, as OpenAPI 3.1 and as JSON Schema call it. */
const DIALECT = new RegExp(`^(${SCHEMA_2020}|https://spec\\.openapis\\.org/oas/3\\.1/dialect/[\\w-]+)#?$`);

/** Throws when a `$ref` anywhere in a document leads nowhere or to another file, or a schema is of another dialect; the message says at which place. */
export function resolveAll(raw: OpenAPIV3_1.Document, find: Find): void {
  const { jsonSchemaDialect } = raw;
  if (jsonSchemaDialect !== undefined) mustBeRead('jsonSchemaDialect', jsonSchemaDialect, '#');
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isReference(value)) mustLead(value.$ref, at, find);
    for (const [key, one] of Object.entries(value)) {
      const here = `${at}/${escapePointer(key)}`;
      if (DYNAMIC.includes(key) && typeof one === 'string')
        throw new Error(`"${key}" at ${at} is not followed: write $ref and the path.`);
      if (key === '$schema' && at !== '#') mustBeRead(key, one, at);
      if (NAMED.includes(key) && !Array.isArray(one))
        for (const [name, inner] of Object.entries(one ?? {})) walk(inner, `${here}/${escapePointer(name)}`);
      else if (!DATA.includes(key) && !key.startsWith('x-') && key !== 'examples') walk(one, here);
    }
  };
  walk(raw, '#');
}

function mustLead(ref: string, at: string, find: Find): void {
  if (!ref.startsWith('#'))
    throw new Error(
      `"${ref}" at ${at} leads to another file, which is not read: put its text into this one.`,
    );
  try {
    find({ $ref: ref }, at);
  } catch (error) {
    throw new Error(`At ${at}, ${error instanceof Error ? error.message : error}`);
  }
}

function mustBeRead(key: string, dialect: unknown, at: string): void {
  if (typeof dialect === 'string' && DIALECT.test(dialect)) return;
  throw new Error(
    `"${key}" at ${at} is ${JSON.stringify(dialect)}, a dialect that is not read: write its schemas in ${SCHEMA_2020}.`,
  );
}

/** The document with its paths and webhooks where they are used, where one is a `$ref`. Throws for a path that has nothing in it. */
export function writePaths(raw: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const { paths = {}, webhooks } = raw;
  for (const [path, item] of Object.entries(paths)) {
    if (!path.startsWith('/')) throw new Error(`the path ${path} does not begin with a slash.`);
    if (typeof item !== 'object' || item === null)
      throw new Error(`the path ${path} has no operations: write them there, or a $ref to where they are.`);
  }
  const write = <Item>(item: Item): Item => {
    if (!isReference(item)) return item;
    const { $ref, ...own } = item;
    return { ...write(pointAt(raw, $ref) as Item), ...own };
  };
  const writeAll = <Item>(items: Record<string, Item>) =>
    Object.fromEntries(Object.entries(items).map(([name, item]) => [name, write(item)]));
  return { ...raw, paths: writeAll(paths), ...(webhooks && { webhooks: writeAll(webhooks) }) };
}

/** The `$ref` of a place in the document. */
export function pointer(...steps: string[]): string {
  return `#/${steps.map(escapePointer).join('/')}`;
}

/** A step of a JSON pointer, as it stands in a URI fragment. */
export function escapePointer(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Whether a value is a `$ref`. */
export function isReference(value: unknown): value is OpenAPIV3_1.ReferenceObject {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string';
}
