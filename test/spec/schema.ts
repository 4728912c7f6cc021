import type { ApiDocument, Operation } from '../../spec/index.ts';

/** A JSON value of the document's examples and of bodies. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A JSON Schema, as far as the documents use it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Ruled;
}

/** What an object may not be: what it may not have, or what it may not lack all of. */
export interface Ruled {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, boolean>>;
  readonly anyOf?: readonly Ruled[];
}

/** The schema at a `$ref`, with its own references and its `allOf` resolved down to `depth` levels of nesting. */
export function schemaAt(document: ApiDocument, ref: string): Schema {
  return resolve(document, { $ref: ref }, 12);
}

/** The first example of a body in the document, or of its own making: undefined when there is none. */
export function exampleOf(document: ApiDocument, { body }: Operation): Json | undefined {
  if (body === undefined) return undefined;
  const media = document.resolve(body.replace(/\/schema$/, '')) as { examples?: object; example?: Json };
  const [first] = Object.values(media.examples ?? {});
  if (first === undefined) return media.example;
  const example = '$ref' in first ? document.resolve(first.$ref) : first;
  return (example as { value?: Json }).value;
}

function resolve(document: ApiDocument, node: Schema & { $ref?: string }, depth: number): Schema {
  if (depth === 0) return {};
  const { $ref, ...own } = node;
  const base = $ref === undefined ? {} : resolve(document, document.resolve($ref) as Schema, depth);
  const schema = merge(base, own);
  const deeper = (one: Schema) => resolve(document, one, depth - 1);
  const parts = schema.allOf?.map(deeper) ?? [];
  const { allOf: _, ...whole } = parts.reduce(merge, schema);
  const resolved: { -readonly [Name in keyof Schema]: Schema[Name] } = { ...whole };
  if (whole.items !== undefined) resolved.items = deeper(whole.items);
  if (whole.anyOf !== undefined) resolved.anyOf = whole.anyOf.map(deeper);
  if (whole.oneOf !== undefined) resolved.oneOf = whole.oneOf.map(deeper);
  if (whole.propertyNames !== undefined) resolved.propertyNames = deeper(whole.propertyNames);
  if (typeof whole.additionalProperties === 'object')
    resolved.additionalProperties = deeper(whole.additionalProperties);
  if (whole.properties !== undefined) {
    resolved.properties = Object.fromEntries(
      Object.entries(whole.properties).map(([name, one]) => [name, deeper(one)]),
    );
  }
  return resolved;
}

function merge(one: Schema, other: Schema): Schema {
  const merged = { ...one, ...other };
  if (one.required === undefined && other.required === undefined) return merged;
  const required = [...new Set([...(one.required ?? []), ...(other.required ?? [])])];
  return { ...merged, required, properties: { ...one.properties, ...other.properties } };
}
