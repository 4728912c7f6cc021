import type { ApiDocument } from './document.ts';

/** Which version of OpenAPI an edition for client generators is written in. */
export type EditionName = keyof typeof VERSIONS;

type Tree = Record<string, unknown>;
type Resolve = (ref: string) => unknown;

const VERSIONS = { clients: '3.1.0', '3.0': '3.0.3' } as const;

/** The editions that there are. */
export const EDITIONS = Object.keys(VERSIONS) as EditionName[];

/** Schemas, parameters and the like that nothing refers to are left out, which can leave out others. */
const PRUNED = ['schemas', 'responses', 'parameters', 'examples', 'pathItems'];

/** What not every generator or version of OpenAPI knows. */
const LEFT_OUT = ['links', 'propertyNames'];

/** What holds data and no schemas. */
const DATA = ['example', 'default', 'enum', 'required'];

/**
 * The document as client generators take it: the same operations, without webhooks, links, extensions and what narrows a value
 * down to one boolean; `allOf` merged, and nothing beside a `$ref`. It checks less than the document itself.
 */
export function toEdition({ raw, resolve }: ApiDocument, name: EditionName): Tree {
  const { openapi: _, webhooks: __, info, tags = [], components, ...rest } = raw as unknown as Tree;
  const isUsed = new Set(
    Object.values(tree(rest.paths)).flatMap((item) => Object.values(tree(item)).flatMap(tagsOf)),
  );
  const edition: Tree = {
    openapi: VERSIONS[name],
    info: name === '3.0' ? withoutIdentifier(tree(info)) : info,
    ...rest,
    tags: (tags as Tree[]).filter((tag) => isUsed.has(tag.name)),
    components,
  };
  return prune(tree(convert(edition, name, resolve)));
}

function convert(value: unknown, name: EditionName, resolve: Resolve): unknown {
  if (Array.isArray(value)) return value.map((one) => convert(one, name, resolve));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref } = value as Tree;
  if (typeof $ref === 'string') return { $ref };
  const { allOf, anyOf, not: _, const: only, examples, ...rest } = value as Tree;
  if (Array.isArray(allOf)) return convert(merge([...allOf, rest], resolve), name, resolve);
  const [some, none] = Array.isArray(anyOf) ? anyOf : [];
  if (none?.type === 'null') return convert({ ...nullable(some, resolve), ...rest }, name, resolve);
  const converted: Tree = {};
  for (const [key, one] of Object.entries(rest)) {
    if (key.startsWith('x-') || LEFT_OUT.includes(key)) continue;
    converted[key] = DATA.includes(key)
      ? one
      : key === 'properties'
        ? toProperties(one, name, resolve)
        : convert(one, name, resolve);
  }
  // A generator that has a type of its own for a format would hold that to the pattern of the text.
  if (converted.format !== undefined) delete converted.pattern;
  if (anyOf !== undefined) converted.anyOf = convert(anyOf, name, resolve);
  if (typeof only === 'string') converted.enum = [only];
  if (examples !== undefined) Object.assign(converted, toExamples(examples, name));
  return name === '3.0' ? toOld(converted) : converted;
}

/** The names of properties may be those of keywords. */
function toProperties(properties: unknown, name: EditionName, resolve: Resolve): Tree {
  return Object.fromEntries(
    Object.entries(tree(properties)).map(([key, one]) => [key, convert(one, name, resolve)]),
  );
}

/** Those of a schema are a list, of which OpenAPI 3.0 takes one; those of a body have names and stay as they are. */
function toExamples(examples: unknown, name: EditionName): Tree {
  if (!Array.isArray(examples) || name === 'clients') return { examples };
  return { example: examples[0] };
}

/** A schema as OpenAPI 3.0 writes it. Integers are plain: not every generator of 3.0 compiles where their values are listed. */
function toOld({ type, ...schema }: Tree): Tree {
  if (type === 'integer') delete schema.enum;
  if (!Array.isArray(type)) return type === undefined ? schema : { type, ...schema };
  return { type: type.find((one) => one !== 'null'), ...schema, nullable: true };
}

/** A schema or null. What a `$ref` leads to is written out: no version of OpenAPI says it in a way that all generators take. */
function nullable(schema: Tree, resolve: Resolve): Tree {
  const whole = typeof schema.$ref === 'string' ? tree(resolve(schema.$ref)) : schema;
  return { ...whole, type: [whole.type, 'null'] };
}

/** One object with the properties of all parts; a later part says more about what an earlier one has. */
function merge(parts: readonly Tree[], resolve: Resolve): Tree {
  const merged: Tree = { type: 'object' };
  const required = new Set<unknown>();
  const properties: Tree = {};
  for (const part of parts) {
    const { $ref } = part;
    const { allOf, ...flat } = typeof $ref === 'string' ? tree(resolve($ref)) : part;
    const whole = Array.isArray(allOf) ? merge([...allOf, flat], resolve) : flat;
    for (const name of list(whole.required)) required.add(name);
    Object.assign(properties, whole.properties);
    Object.assign(merged, whole, { type: 'object', required: [...required], properties });
  }
  return merged;
}

function prune(document: Tree): Tree {
  const components = tree(document.components);
  const isMeant = (text: string, kind: string, name: string) =>
    text.includes(`"#/components/${kind}/${name}"`);
  const text = JSON.stringify(document);
  const kept = Object.fromEntries(
    Object.entries(components).flatMap(([kind, entries]) => {
      if (!PRUNED.includes(kind)) return [[kind, entries]];
      const meant = Object.entries(tree(entries)).filter(([name]) => isMeant(text, kind, name));
      return meant.length === 0 ? [] : [[kind, Object.fromEntries(meant)]];
    }),
  );
  const pruned = { ...document, components: kept };
  return JSON.stringify(pruned).length === text.length ? pruned : prune(pruned);
}

/** OpenAPI 3.0 knows no identifiers of licences. */
function withoutIdentifier({ license, ...info }: Tree): Tree {
  const { identifier, ...named } = tree(license);
  return { ...info, license: { ...named, url: `https://spdx.org/licenses/${identifier}.html` } };
}

function tagsOf(operation: unknown): unknown[] {
  return list(tree(operation).tags);
}

function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
