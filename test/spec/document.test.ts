import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_FILE, DocumentError, loadDocument, parseDocument } from '../../spec/document.ts';
import { createValidator } from '../../spec/validate.ts';
import { operation, wuts } from './wuts.ts';

type Tree = Record<string, unknown>;

const TAGS = {
  Groups: [
    'listGroups',
    'createGroup',
    'getGroup',
    'updateGroup',
    'addGroupParticipants',
    'removeGroupParticipants',
    'getGroupInviteLink',
    'resetGroupInviteLink',
    'joinGroup',
    'leaveGroup',
    'setGroupEphemeral',
    'setGroupPicture',
  ],
  Communities: [
    'linkGroup',
    'unlinkGroup',
    'createCommunity',
    'addCommunityParticipants',
    'removeCommunityParticipants',
  ],
  Supporting: [
    'getStatus',
    'connectDevice',
    'disconnectDevice',
    'getWebhook',
    'setWebhook',
    'listWebhookEvents',
  ],
};

describe('the document of WUTS', () => {
  it.each(Object.entries(TAGS))('has the operations of %s', (tag, ids) => {
    const found = wuts.operations.filter((one) => one.tag === tag).map(({ id }) => id);
    expect(found.sort()).toEqual([...ids].sort());
  });

  it('has no other operations, and each once', () => {
    expect(wuts.operations.map(({ id }) => id).sort()).toEqual(Object.values(TAGS).flat().sort());
  });

  it.each(wuts.operations)('lists every status of $id, and one success', ({ replies, path, method }) => {
    const written = Object.keys(tree(tree(tree(tree(wuts.raw.paths)[path])[method.toLowerCase()]).responses));
    expect(written).toEqual([...replies.keys()].map(String));
    for (const status of written) expect(status).toMatch(/^[1-5]\d\d$/);
    expect(written.filter((status) => status.startsWith('2'))).toHaveLength(1);
    expect(written).toContain('401');
  });
});

describe('the examples', () => {
  const validator = createValidator(wuts);

  it.each(wuts.operations)('show the request and every answer of $id', (one) => {
    const bodies = one.body === undefined ? [] : examplesOf(one.body);
    if (one.body !== undefined) expect(bodies, 'of the request').not.toEqual([]);
    for (const body of bodies) expect(validator.body(one, body), JSON.stringify(body)).toEqual([]);

    for (const [status, ref] of one.replies) {
      expect(examplesOf(ref), `of ${status}`).not.toEqual([]);
      for (const body of examplesOf(ref)) {
        expect(validator.reply(one, status, body), `${status} ${JSON.stringify(body)}`).toEqual([]);
      }
    }
  });

  it('fit their schemas, wherever they stand', () => {
    const examples = [...listExamples(wuts.raw, '#')];
    expect(examples.map(({ schema }) => schema)).toEqual(
      expect.arrayContaining([
        '#/paths/~1groups/post/requestBody/content/application~1json/schema',
        '#/components/responses/Gone/content/application~1json/schema',
        '#/components/parameters/GroupJidInPath/schema',
        '#/components/schemas/UserJid',
      ]),
    );
    for (const { schema, value } of examples) {
      const issues = validator.body({ ...operation('createGroup'), body: schema }, value);
      expect(issues, `${schema} ${JSON.stringify(value)}`).toEqual([]);
    }
  });

  it('are all in use', () => {
    const text = JSON.stringify(wuts.raw);
    for (const name of Object.keys(wuts.raw.components?.examples ?? {})) {
      expect(text).toContain(`"#/components/examples/${name}"`);
    }
  });

  // Without this, a validator that accepts everything would pass all of the above.
  it('would not fit, were they wrong', () => {
    const wrong = validator.reply(operation('createGroup'), 201, { success: true, group: { name: 5 } });
    expect(wrong.map(({ field }) => field)).toContain('group.jid');
  });
});

describe('an operation', () => {
  it('says where its parts are described', () => {
    const { parameters, replies, ...rest } = operation('createGroup');
    expect(rest).toMatchObject({ method: 'POST', path: '/groups', tag: 'Groups' });
    expect(parameters.size).toBe(0);
    expect(wuts.resolve(String(rest.body))).toBe(wuts.resolve('#/components/schemas/CreateGroup'));
    expect(wuts.resolve(String(replies.get(201)))).toMatchObject({ required: ['success', 'group'] });
    expect(replies.get(404)).toBe('#/components/responses/NotFound/content/application~1json/schema');
  });

  it('has the parameters that its path writes', () => {
    const ref = operation('getGroup').parameters.get('jid')?.schema;
    expect(wuts.resolve(String(ref))).toBe(wuts.resolve('#/components/schemas/GroupJid'));
  });

  it('calls values by the names of the mock where the document gives one', () => {
    expect(Object.fromEntries(operation('linkGroup').arguments)).toEqual({
      jid: { in: 'path', name: 'jid' },
      child_group: { in: 'body', name: 'group_jid' },
    });
  });
});

describe('a document that cannot be used', () => {
  it('is missing', () => {
    const load = () => loadDocument('/nowhere/openapi.yaml');
    expect(load).toThrow(DocumentError);
    expect(load).toThrow(/^The document \/nowhere\/openapi\.yaml cannot be read: ENOENT/);
  });

  it('is named when it was loaded', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'wuts-')), 'old.yaml');
    writeFileSync(file, 'openapi: 3.0.3\npaths: {}\n');
    expect(() => loadDocument(file)).toThrow(`The document ${file} is not OpenAPI 3.1`);
    expect(() => loadDocument(new URL('./none.yaml', DOCUMENT_FILE))).toThrow(
      /spec\/none\.yaml cannot be read/,
    );
  });

  it.each([
    ['is not YAML', 'openapi: [3.1', /is not valid YAML: .*line 1/],
    ['says something twice', 'openapi: 3.1.0\nopenapi: 3.1.0', /is not valid YAML: Map keys must be unique/],
    ['is empty', '', /is not OpenAPI 3\.1: it needs .* has openapi: undefined\.$/],
    ['is a list', '- openapi', /is not OpenAPI 3\.1/],
    ['is OpenAPI 3.0', 'openapi: 3.0.3\npaths: {}', /has openapi: 3\.0\.3\.$/],
    ['has no paths', 'openapi: 3.1.0', /it needs "openapi: 3\.1\.x" and "paths"/],
    [
      'has an operation without a name',
      'openapi: 3.1.0\npaths: { /groups: { get: { responses: {} } } }',
      /cannot be used: GET \/groups has no operationId\.$/,
    ],
    [
      'refers to a response that is not there',
      "openapi: 3.1.0\npaths: { /a: { get: { operationId: a, responses: { '404': { $ref: '#/components/responses/None' } } } } }",
      /cannot be used: At #\/paths\/~1a\/get\/responses\/404, "#\/components\/responses\/None" points at nothing in it\.$/,
    ],
    [
      'refers to a schema that is not there, in a schema',
      "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { items: { $ref: '#/components/schemas/B' } } } }",
      /cannot be used: At #\/components\/schemas\/A\/items, "#\/components\/schemas\/B" points at nothing in it\.$/,
    ],
    [
      'goes round in circles',
      "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } }",
      /cannot be used: At #\/components\/schemas\/A, "#\/components\/schemas\/B" leads back to itself\.$/,
    ],
    [
      'refers to a name',
      "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { $anchor: a }, B: { $ref: '#a' } } }",
      /At #\/components\/schemas\/B, "#a" is no path in it: names by \$anchor are not followed/,
    ],
    [
      'refers with a percent sign',
      "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { $ref: '#/components/schemas/%zz' } } }",
      /At #\/components\/schemas\/A, "#\/components\/schemas\/%zz" points at nothing in it\.$/,
    ],
    [
      'has one name for two operations',
      'openapi: 3.1.0\npaths: { /a: { get: { operationId: a }, put: { operationId: a } } }',
      /cannot be used: PUT \/a has the operationId of GET \/a: a\.$/,
    ],
    [
      'has an operation without anything',
      'openapi: 3.1.0\npaths: { /a: { get: } }',
      /cannot be used: GET \/a has no operationId\.$/,
    ],
    ['has paths without anything', 'openapi: 3.1.0\npaths:', /it needs "openapi: 3\.1\.x" and "paths"/],
    [
      'refers to another file',
      "openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { $ref: 'other.yaml#/A' } } }",
      /cannot be used: "other\.yaml#\/A" at #\/components\/schemas\/A leads to another file, which is not read: put its text into this one\.$/,
    ],
    [
      'refers to itself by a path',
      "openapi: 3.1.0\npaths: { /a: { $ref: '#/paths/~1b' }, /b: { $ref: '#/paths/~1a' } }",
      /cannot be used: At #\/paths\/~1a, "#\/paths\/~1b" leads back to itself\.$/,
    ],
    ...['properties: { default', 'properties: { value', 'patternProperties: { x-a', '$defs: { example'].map(
      (place): [string, string, RegExp] => [
        `refers to nothing by ${place}`,
        `openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { ${place}: { $ref: '#/components/schemas/B' } } } } }`,
        /, "#\/components\/schemas\/B" points at nothing in it\.$/,
      ],
    ),
    [
      'refers to nothing by the response for all others',
      "openapi: 3.1.0\npaths: { /a: { get: { operationId: a, responses: { default: { $ref: '#/components/responses/B' } } } } }",
      /At #\/paths\/~1a\/get\/responses\/default, "#\/components\/responses\/B" points at nothing in it\.$/,
    ],
    [
      'has a path without anything',
      'openapi: 3.1.0\npaths: { /a: }',
      /cannot be used: the path \/a has no operations: write them there, or a \$ref to where they are\.$/,
    ],
  ])('%s', (_, text, message) => {
    const parse = () => parseDocument(text, 'given');
    expect(parse).toThrow(DocumentError);
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^The document given /);
  });
});

describe('a document that can be used', () => {
  it.each([
    [
      'data',
      "example: { $ref: a }, examples: [{ $ref: 'b.yaml', $schema: c }], default: { $ref: 5 }, enum: [{ $ref: d }]",
    ],
    ['an extension', 'x-from: { $ref: other.yaml, $schema: mine }'],
    [
      'names',
      'properties: { $ref: { type: string }, $schema: { type: string }, $dynamicRef: {}, value: {} }',
    ],
    ['the dialect of OpenAPI', '$schema: https://spec.openapis.org/oas/3.1/dialect/base'],
    ['the dialect that it follows', "$schema: 'https://json-schema.org/draft/2020-12/schema#'"],
  ])('has %s that look like references', (_, schema) => {
    const text = `openapi: 3.1.0\npaths: {}\ncomponents: { schemas: { A: { ${schema} } } }`;
    expect(parseDocument(text, 'given').operations).toEqual([]);
  });

  it('has paths and webhooks that are written elsewhere', () => {
    const text = `openapi: 3.1.0
paths: { /a: { $ref: '#/components/pathItems/A' } }
webhooks: { a: { $ref: '#/components/pathItems/B' }, b: { post: { requestBody: { $ref: '#/components/requestBodies/B' } } } }
components:
  pathItems:
    A: { $ref: '#/components/pathItems/B', summary: a }
    B: { summary: b, post: { operationId: a, requestBody: { $ref: '#/components/requestBodies/A' } } }
  requestBodies:
    A: { $ref: '#/components/requestBodies/B' }
    B: { content: { application/problem+json: { schema: true }, text/plain: {} } }`;
    const { raw, operations, events, resolve } = parseDocument(text, 'given');
    const schema = '#/components/requestBodies/B/content/application~1problem%2Bjson/schema';
    expect(operations).toMatchObject([{ id: 'a', method: 'POST', path: '/a', body: schema }]);
    expect([...events]).toEqual([
      ['a', schema],
      ['b', schema],
    ]);
    expect(resolve(schema)).toBe(true);
    expect(raw.paths?.['/a']).toMatchObject({ summary: 'a', post: { operationId: 'a' } });
  });
});

/** The values of the examples that stand beside a body's schema. */
function examplesOf(schema: string): unknown[] {
  const media = tree(wuts.resolve(schema.replace(/\/schema$/, '')));
  return Object.values(tree(media.examples)).map(exampleValue);
}

/** Every example of the document, with the schema that it is an example of. */
function* listExamples(place: unknown, at: string): Generator<{ schema: string; value: unknown }> {
  const { example, examples, ...rest } = tree(place);
  const schema = 'schema' in rest ? `${at}/schema` : at;
  if (example !== undefined) yield { schema, value: example };
  if (Array.isArray(examples)) for (const value of examples) yield { schema, value };
  else if ('schema' in rest)
    for (const one of Object.values(tree(examples))) yield { schema, value: exampleValue(one) };
  for (const [key, inner] of Object.entries(rest)) {
    const step = encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
    yield* listExamples(inner, `${at}/${step}`);
  }
}

function exampleValue(example: unknown): unknown {
  const { $ref, value } = tree(example);
  return typeof $ref === 'string' ? tree(wuts.resolve($ref)).value : value;
}

function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}

describe('the events of webhooks', () => {
  const validator = createValidator(wuts);

  it('are those that a webhook can receive, each with an example that fits', () => {
    const names = [
      'device.connected',
      'device.disconnected',
      'device.logged_out',
      'group.info',
      'group.joined',
    ];
    expect([...wuts.events.keys()].sort()).toEqual(names);
    for (const [name, ref] of wuts.events) {
      expect(examplesOf(ref), name).not.toEqual([]);
      for (const payload of examplesOf(ref)) expect(validator.event(name, payload)).toEqual([]);
    }
  });

  it('fit nothing else', () => {
    const [payload] = examplesOf(String(wuts.events.get('group.info')));
    expect(validator.event('group.joined', payload).map(({ field }) => field)).toContain('event');
    const empty = { ...tree(payload), data: { jid: '120363039000000000@g.us', sender: null } };
    expect(validator.event('group.info', empty).map(({ field }) => field)).toEqual([
      'data',
      'data.timestamp',
    ]);
  });

  it('of which the document knows nothing have nothing to fit', () => {
    expect(validator.event('message.received', {})).toEqual([]);
  });
});
