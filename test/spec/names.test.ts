/** What a client generator needs: a name for every body, and a sentence for everything that it writes down. */
import { describe, expect, it } from 'vitest';
import { type ApiDocument, loadControlDocument } from '../../spec/index.ts';
import { wuts } from './wuts.ts';

type Tree = Record<string, unknown>;

const BOTH: [string, ApiDocument][] = [
  ['that of WUTS', wuts],
  ['that of the control plane', loadControlDocument()],
];
const schemas = tree(wuts.raw.components?.schemas);

describe('the document, as a client generator reads it', () => {
  it.each(BOTH)('%s names the schema of every body', (_, { raw }) => {
    const bodies = places(raw, 'content').flatMap(({ path, value }) =>
      Object.values(value).map((media) => ({
        at: path.join('/'),
        named: '$ref' in tree(tree(media).schema),
      })),
    );
    expect(bodies.length).toBeGreaterThan(20);
    expect(bodies.filter(({ named }) => !named)).toEqual([]);
  });

  // The facts of these three are called by where they stand.
  it.each([
    [
      'that of WUTS',
      wuts,
      ['Participant/properties/add_request', 'CreateGroup/properties/options', 'GroupInfo/properties/delete'],
    ],
    ['that of the control plane', loadControlDocument(), []],
  ])('%s names every other object that has properties', (_, { raw }, unnamed: string[]) => {
    const inline = places(raw, 'properties').map(({ path }) =>
      path.join('/').replace(/^components\/schemas\//, ''),
    );
    // What a rule says of an object is no schema of it.
    expect(inline.filter((at) => /\//.test(at.replace(/\/(allOf|if|then)\b.*/, '')))).toEqual(unnamed);
  });

  it('describes every operation, schema and property', () => {
    const bare = [...undescribed()];
    expect(bare).toEqual([]);
  });

  it('names each operation, and what a webhook receives', () => {
    const ids = places(wuts.raw, 'operationId')
      .filter(({ path }) => !path.includes('links'))
      .map(({ value }) => String(value));
    expect(new Set(ids).size).toBe(ids.length);
    for (const item of Object.values(wuts.raw.webhooks ?? {})) {
      const { operationId, tags } = tree(tree(item).post);
      expect(operationId).toMatch(/^receive[A-Z]/);
      expect(tags).toEqual(['Webhooks']);
    }
  });

  it.each(BOTH)('%s answers 400 wherever something of a request can be wrong', (_, { operations }) => {
    const takes = operations.filter(
      ({ parameters, query, body }) => parameters.size + query.size > 0 || body,
    );
    expect(takes.filter(({ replies }) => !replies.has(400)).map(({ id }) => id)).toEqual([]);
  });

  it.each(BOTH)(
    '%s gives no parameter the name of a schema, and no schema that of a type of a language',
    (_, { raw }) => {
      const { parameters = {}, schemas: own } = raw.components ?? {};
      for (const name of [...Object.keys(parameters), 'True', 'False', 'None', 'Object', 'String', 'Map'])
        expect(own).not.toHaveProperty(name);
      expect(raw.info.contact).toBeDefined();
    },
  );

  it('chooses between named schemas, and lists codes as values of an enum', () => {
    for (const { path, value } of places(wuts.raw, 'oneOf')) {
      expect(
        (value as Tree[]).map((one) => Object.keys(one)),
        path.join('/'),
      ).toEqual(value.map(() => ['$ref']));
    }
    for (const { path, value } of places(wuts.raw, 'error_code').filter(
      ({ path }) => path[1] === 'schemas',
    )) {
      if ('$ref' in value) continue;
      expect(value, path.join('/')).toMatchObject({ type: 'string', enum: expect.any(Array) });
    }
    expect(places(wuts.raw, 'const').filter(({ value }) => typeof value !== 'boolean')).toHaveLength(2);
  });

  it('leads from what makes an id to what takes it', () => {
    const ids = wuts.operations.map(({ id }) => id);
    const links = places(wuts.raw, 'links').flatMap(({ value }) => Object.values(value).map(tree));
    expect(links.length).toBeGreaterThan(8);
    for (const { operationId } of links) expect(ids).toContain(operationId);
  });
});

// Python's `re.match` anchors at the start alone, Java's `@Pattern` at both ends, and RE2 looks neither ahead nor behind.
describe('the patterns', () => {
  const patterns = [wuts, loadControlDocument()].flatMap(({ raw }) =>
    places(raw, 'pattern').map(({ value }) => String(value)),
  );

  it.each([...new Set(patterns)])('mean the same in every engine: %s', (pattern) => {
    expect(pattern).toMatch(/^\^.*\$$/s);
    expect(pattern).not.toMatch(/\(\?(?!:)|\\[pPkbB1-9]/);
    expect(() => new RegExp(pattern, 'u')).not.toThrow();
  });
});

function* undescribed(): Generator<string> {
  for (const { id, path, method } of wuts.operations) {
    if (!tree(tree(tree(wuts.raw.paths)[path])[method.toLowerCase()]).description) yield `operation ${id}`;
  }
  for (const [name, schema] of Object.entries(schemas)) {
    if (!tree(schema).description) yield `schema ${name}`;
    yield* undescribedIn(schema, name);
  }
}

function* undescribedIn(schema: unknown, name: string): Generator<string> {
  const { properties, allOf } = tree(schema);
  for (const [key, property] of Object.entries(tree(properties))) {
    const { $ref, description } = tree(property);
    const inherited = typeof $ref === 'string' ? tree(wuts.resolve($ref)).description : undefined;
    if (!description && !inherited) yield `property ${name}.${key}`;
    yield* undescribedIn(property, `${name}.${key}`);
  }
  if (Array.isArray(allOf)) for (const part of allOf) yield* undescribedIn(part, name);
}

/** Every value under this key, wherever it stands, except in examples and in what may not be. */
function places(
  here: unknown,
  key: string,
  path: string[] = [],
): { path: string[]; value: Tree[] & string }[] {
  return Object.entries(tree(here)).flatMap(([step, value]) => [
    ...(step === key ? [{ path, value: value as Tree[] & string }] : []),
    ...(['examples', 'example', 'not'].includes(step) ? [] : places(value, key, [...path, step])),
  ]);
}

function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}
