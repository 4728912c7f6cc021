/** What no case can be: another version of the document. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { createMock } from '../../../mock/index.ts';
import { DocumentError } from '../../../spec/index.ts';
import { type Caller, createClient, expectRefusal, membersOf, TOKENS } from '../client.ts';

/** As much of a document as is edited here. */
interface Raw {
  paths: Record<string, PathItem>;
  components: Record<string, Record<string, unknown>> & {
    schemas: Record<string, { required?: string[]; properties: Record<string, object> }>;
  };
  webhooks: Record<string, PathItem>;
}
interface PathItem {
  parameters: object[];
  get: Operation;
  post: Operation;
  delete: Operation;
}
interface Operation {
  operationId?: string;
  requestBody?: object;
  responses: Record<string, object>;
}

const TEXT = readFileSync(new URL('../../../spec/openapi.yaml', import.meta.url), 'utf8');
const OURS: Raw = parse(TEXT);
const DIRECTORY = mkdtempSync(join(tmpdir(), 'wuts-document-'));
const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';
const LINKS = '/communities/{jid}/groups';

/** A file with a copy of the document in which something is edited: JSON, which takes half as long as other YAML. */
function edited(change: (raw: Raw) => void): string {
  return written(JSON.stringify(edit(change)));
}

function edit(change: (raw: Raw) => void): Raw {
  const raw = structuredClone(OURS);
  change(raw);
  return raw;
}

function written(text: string): string {
  const file = join(DIRECTORY, `${Math.random()}.yaml`);
  writeFileSync(file, text);
  return file;
}

function move<T>(table: Record<string, T>, from: string, to: string): T {
  const entry = table[from];
  if (entry === undefined) throw new Error(`The document has no "${from}".`);
  delete table[from];
  table[to] = entry;
  return entry;
}

function renameField({ components }: Raw, name: string): void {
  const child = components.schemas.ChildGroup;
  if (child === undefined) throw new Error('The document has no ChildGroup.');
  move(child.properties, 'group_jid', name);
  child.required = [name];
}

function intoPath(raw: Raw): void {
  const item = move(raw.paths, LINKS, '/communities/{jid}/subgroups/{child}');
  const schema = { $ref: '#/components/schemas/GroupJid' };
  item.parameters.push({ name: 'child', in: 'path', required: true, schema, 'x-argument': 'child_group' });
  delete item.post.requestBody;
  delete item.delete.requestBody;
}

type Call = (caller: Caller, community: string, group: string) => ReturnType<Caller['get']>;

describe('another version of the document is served as it is written', () => {
  it.each<[string, (raw: Raw) => void, Call, Call]>([
    [
      'another path',
      (raw) => move(raw.paths, LINKS, '/communities/{jid}/link'),
      ({ post }, community, group_jid) => post(`/communities/${community}/link`, { group_jid }),
      (caller, community, group_jid) => caller.delete(`/communities/${community}/link`, { group_jid }),
    ],
    [
      'another field',
      (raw) => renameField(raw, 'linked_group'),
      ({ post }, community, linked_group) => post(`/communities/${community}/groups`, { linked_group }),
      (caller, community, linked_group) =>
        caller.delete(`/communities/${community}/groups`, { linked_group }),
    ],
    [
      'another path and another field',
      (raw) => {
        move(raw.paths, LINKS, '/community/{jid}/children');
        renameField(raw, 'child');
      },
      ({ post }, community, child) => post(`/community/${community}/children`, { child }),
      (caller, community, child) => caller.delete(`/community/${community}/children`, { child }),
    ],
    [
      'the child in the path',
      intoPath,
      ({ post }, community, child) => post(`/communities/${community}/subgroups/${child}`),
      (caller, community, child) => caller.delete(`/communities/${community}/subgroups/${child}`),
    ],
    [
      'another method for unlinking',
      ({ paths }) => {
        const { parameters, post, delete: unlink } = move(paths, LINKS, '/link/{jid}');
        paths['/link/{jid}'] = { parameters, post } as PathItem;
        paths['/unlink/{jid}'] = { parameters, post: unlink } as PathItem;
      },
      ({ post }, community, group_jid) => post(`/link/${community}`, { group_jid }),
      ({ post }, community, group_jid) => post(`/unlink/${community}`, { group_jid }),
    ],
  ])('%s', async (_, edit, link, unlink) => {
    const first = (await createClient({ spec: edited(edit) })).as('first');
    const { jid } = await first.createGroup();
    const community = await first.createCommunity();

    expect(await link(first, community.jid, jid)).toMatchObject({ status: 200, text: '{"success":true}' });
    expect((await first.get(`/groups/${jid}`)).body.group.parent_jid).toBe(community.jid);
    expect(await membersOf(first, community.announcement)).toContain('5511777777777');

    const bad = await link(first, community.jid, 'nobody');
    expectRefusal(bad, 400, 'VALIDATION_ERROR');

    expect(await unlink(first, community.jid, jid)).toMatchObject({ status: 200 });
    expect((await first.get(`/groups/${jid}`)).body.group.parent_jid).toBeNull();
    expectRefusal(await unlink(first, community.jid, jid), 404, 'NOT_FOUND', 'not-linked-here');
  });

  it('the names that it had before are gone', async () => {
    const spec = edited((raw) => {
      move(raw.paths, LINKS, '/communities/{jid}/link');
      renameField(raw, 'child');
    });
    const { post } = (await createClient({ spec })).as('first');
    const group_jid = '120363000000000000@g.us';
    expectRefusal(
      await post(`/communities/${group_jid}/groups`, { group_jid }),
      404,
      'NOT_FOUND',
      'unknown-path',
    );
    const { body } = await post(`/communities/${group_jid}/link`, { group_jid });
    expect(body.validation).toEqual([{ field: 'child', message: 'is required', value: null }]);
  });

  it('an operation that it leaves out is 404', async () => {
    const spec = edited(({ paths }) => delete paths['/connect']);
    const { post } = (await createClient({ spec })).as('first');
    expectRefusal(await post('/connect'), 404, 'NOT_FOUND', 'unknown-path');
  });
});

describe('a document with all that OpenAPI allows', () => {
  it.each([
    ['extensions', { 'x-foo': { a: 1 }, 'x-internal': true }],
    ['formats', { format: 'int64' }],
    [
      'notes',
      { externalDocs: { url: 'https://example.com' }, xml: { name: 'a' }, example: 'a', examples: ['a'] },
    ],
    [
      'marks',
      { deprecated: true, readOnly: true, writeOnly: false, title: 'A', default: 'a', $comment: 'a' },
    ],
    ['a discriminator', { discriminator: { propertyName: 'kind' } }],
    ['a keyword of nobody', { colour: 'red' }],
  ])('is served: %s', async (_, more) => {
    const spec = edited(({ components }) => {
      for (const name of ['Name', 'Topic', 'Group', 'CreateGroup'])
        Object.assign(components.schemas[name] ?? {}, more);
    });
    const faults: unknown[] = [];
    const { post, get } = (await createClient({ spec, onFault: (error) => faults.push(error) })).as('first');
    const { status } = await post('/groups', { name: 'A', participants: ['5511888888888'] });
    expect([status, (await get('/groups')).status, faults]).toEqual([201, 200, []]);
  });
});

/** Writes what stands in a table under the components, two references away. */
function writeElsewhere({ components }: Raw, kind: string, table: object, key: string): void {
  const written = Object(table)[key];
  Object.assign(table, { [key]: { $ref: `#/components/${kind}/Near` } });
  const near = { Near: { $ref: `#/components/${kind}/Far` }, Far: written };
  components[kind] = { ...components[kind], ...near };
}

/** Each part of a document that may be a reference, where it is one of its kind. */
const PARTS: readonly (readonly [kind: string, place: (raw: Raw) => [object, string]])[] = [
  ['pathItems', ({ paths }) => [paths, '/groups']],
  ['pathItems', ({ webhooks }) => [webhooks, 'group.joined']],
  ['requestBodies', ({ paths }) => [paths['/groups']?.post ?? {}, 'requestBody']],
  ['requestBodies', ({ webhooks }) => [webhooks['group.joined']?.post ?? {}, 'requestBody']],
  ['responses', ({ paths }) => [paths['/groups']?.post.responses ?? {}, '201']],
  ['responses', ({ paths }) => [paths['/groups/{jid}']?.get.responses ?? {}, '404']],
  ['parameters', ({ paths }) => [paths['/groups/{jid}']?.parameters ?? [], '0']],
  ['schemas', ({ components }) => [components.schemas, 'CreateGroup']],
  ['schemas', ({ components }) => [components.schemas.Group?.properties ?? {}, 'name']],
  ['examples', ({ components }) => [components.examples ?? {}, 'GroupCreated']],
  ['headers', ({ components }) => [headersIn(components), 'X-A']],
  ['links', ({ paths }) => [Object(paths['/groups']?.post.responses['201']).links, 'getGroup']],
];

function headersIn({ responses = {} }: Raw['components']): object {
  const headers = { 'X-A': { schema: { type: 'string' } } };
  Object.assign(responses.NotFound ?? {}, { headers });
  return headers;
}

describe('a document whose parts are written elsewhere', () => {
  it.each(PARTS)('is served: %s', async (kind, place) => {
    const spec = edited((raw) => writeElsewhere(raw, kind, ...place(raw)));
    const faults: unknown[] = [];
    const client = await createClient({ spec, onFault: (error) => faults.push(error) });
    const first = client.as('first');
    const { jid } = await first.createGroup();
    expectRefusal(await first.post('/groups', { name: 5 }), 400, 'VALIDATION_ERROR');
    expect((await first.get(`/groups/${jid}`)).status).toBe(200);
    expectRefusal(await first.get('/groups/nobody'), 400, 'VALIDATION_ERROR');
    expectRefusal(await first.get('/groups/120363999999999999@g.us'), 404, 'NOT_FOUND');
    expect(faults).toEqual([]);
  });

  it.each(PARTS)('is refused where a reference leads back to itself: %s', (kind, place) => {
    const spec = edited((raw) => {
      writeElsewhere(raw, kind, ...place(raw));
      Object.assign(raw.components[kind] ?? {}, { Far: { $ref: `#/components/${kind}/Near` } });
    });
    expect(() => createMock({ spec })).toThrow(DocumentError);
    expect(() => createMock({ spec })).toThrow(
      / At #\/.*, "#\/components\/\w+\/\w+" leads back to itself\.$/,
    );
  });

  it('adds what stands beside the reference of a path', async () => {
    const spec = edited((raw) => {
      const { parameters, ...operations } = raw.paths['/groups/{jid}'] as PathItem;
      raw.components.pathItems = { Group: operations };
      raw.paths['/groups/{jid}'] = { $ref: '#/components/pathItems/Group', parameters } as never;
    });
    const first = (await createClient({ spec })).as('first');
    const { jid } = await first.createGroup();
    expect((await first.get(`/groups/${jid}`)).status).toBe(200);
  });
});

describe('a parameter that only another version has', () => {
  const text = { type: 'string', minLength: 2 };
  const numbers = { type: 'array', items: { type: 'integer' } };
  const maybe = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
  const inJson = (schema: object) => ({ content: { 'application/json': { schema } } });
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  it.each<[string, object, string | object, string | object]>([
    ['in the query', { in: 'query', schema: text }, '?a=xy', '?a=x'],
    ['of a number', { in: 'query', schema: { type: 'integer' } }, '?a=5', '?a=x'],
    ['of a boolean', { in: 'query', schema: { type: 'boolean' } }, '?a=true', '?a=1'],
    ['of a text that looks like a number', { in: 'query', schema: text }, '?a=55', '?a=5'],
    ['of a list', { in: 'query', schema: numbers }, '?a=1&a=2', '?a=1&a=x'],
    ['of a list in one', { in: 'query', schema: numbers, explode: false }, '?a=1,2', '?a=1,x'],
    ['of a list that may be null', { in: 'query', schema: maybe(numbers) }, '?a=1&a=2', '?a=1&a=x'],
    ['of a list elsewhere', { in: 'query', schema: { allOf: [numbers] }, explode: false }, '?a=1,2', '?a=x'],
    ['of a list or a text', { in: 'query', schema: { oneOf: [numbers, text] } }, '?a=xy', '?a=x'],
    ['of a list of one', { in: 'query', schema: { type: 'array', maxItems: 1 } }, '?a=1,2', '?a=1&a=2'],
    ['of lists', { in: 'query', schema: numbers, explode: false }, '?a=1,2&a=3', '?a=1,2&a=3,x'],
    ['of a list with bars', { in: 'query', schema: numbers, style: 'pipeDelimited' }, '?a=1|2', '?a=1,2'],
    ['in JSON', { in: 'query', ...inJson({ type: 'object' }) }, '?a={"b":1}', '?a=[]'],
    ['in deep JSON', { in: 'query', ...inJson({}) }, `?a=${nested(64)}`, `?a=${nested(65)}`],
    ['in JSON too deep for any stack', { in: 'query', ...inJson({}) }, '?a=[]', `?a=${nested(100_000)}`],
    ['in JSON that is none', { in: 'query', ...inJson({}) }, '?a=5', '?a={'],
    ['in plain text', { in: 'query', content: { 'text/plain': { schema: text } } }, '?a=xy', '?a=x'],
    ['in a header', { in: 'header', name: 'X-A', schema: text }, { 'x-a': 'xy' }, { 'x-a': 'x' }],
    ['in a header with a list', { in: 'header', schema: numbers }, { a: '1, 2' }, { a: '1; 2' }],
    [
      'in a header of the name of a property of every object',
      { in: 'header', name: 'constructor', schema: text },
      { constructor: 'xy' },
      { constructor: 'x' },
    ],
    ['in a cookie', { in: 'cookie', schema: text }, { cookie: 'b=1; a=x=' }, { cookie: 'a=x; ab=xy' }],
  ])('is read: %s', async (_, parameter, right, wrong) => {
    const serve = (required: boolean) => {
      const parameters = [{ name: 'a', required, ...parameter }];
      const spec = edited(({ paths }) => Object.assign(paths['/groups'] ?? {}, { parameters }));
      const { fetch } = createMock({ spec });
      return async (more: string | object) => {
        const [query, headers] = typeof more === 'string' ? [more, {}] : ['', more];
        const all = { Authorization: TOKENS.first, ...headers };
        return (await fetch(`http://mock/groups${query}`, { headers: all })).json();
      };
    };
    const field = 'name' in parameter ? parameter.name : 'a';
    const ask = serve(true);
    expect(await ask(right)).toEqual({ success: true, groups: [] });
    expect(await ask('')).toMatchObject({ validation: [{ field, message: 'is required', value: null }] });
    const optional = serve(false);
    expect(await optional('')).toHaveProperty('groups');
    expect(await optional(wrong)).toMatchObject({ error_code: 'VALIDATION_ERROR' });
  });

  it('is read from the path as JSON, and as the value that an operation asks for', async () => {
    const spec = edited(({ paths }) => {
      const schema = { $ref: '#/components/schemas/GroupJid' };
      const parameters = [{ name: 'jid', in: 'path', required: true, ...inJson(schema) }];
      Object.assign(paths['/groups/{jid}'] ?? {}, { parameters });
    });
    const first = (await createClient({ spec })).as('first');
    const { jid } = await first.createGroup();
    expect((await first.get(`/groups/${encodeURIComponent(`"${jid}"`)}`)).body.group.jid).toBe(jid);
    const { body } = await first.get(`/groups/${jid}`);
    expect(body.validation).toEqual([{ field: 'jid', message: 'must be JSON', value: jid }]);
  });

  it.each<[string, object]>([
    ['an integer', { schema: { type: 'integer' } }],
    ['an integer or a text', { schema: { anyOf: [{ type: 'integer' }, { type: 'string' }] } }],
    ['a list', { schema: { type: 'array' } }],
    ['JSON', { content: { 'application/json': {} } }],
  ])('is handed on as the text that it is in the path: %s', async (_, how) => {
    const parameters = [{ name: 'jid', in: 'path', required: true, ...how }];
    const spec = edited(({ paths }) => Object.assign(paths['/groups/{jid}'] ?? {}, { parameters }));
    const { get } = (await createClient({ spec })).as('first');
    expectRefusal(await get('/groups/5'), 404, 'NOT_FOUND', 'no-such-group');
  });

  it('is no list of more than 1024 values', async () => {
    const parameters = [{ name: 'a', in: 'query', schema: { type: 'array', uniqueItems: true } }];
    const spec = edited(({ paths }) => Object.assign(paths['/groups'] ?? {}, { parameters }));
    const { fetch } = createMock({ spec });
    const ask = async (count: number) => {
      const query = Array.from({ length: count }, (_, n) => `a=${n}`).join('&');
      return (
        await fetch(`http://mock/groups?${query}`, { headers: { Authorization: TOKENS.first } })
      ).json();
    };
    expect(await ask(1024)).toHaveProperty('groups');
    expect(await ask(10_000)).toMatchObject({
      validation: [{ field: 'a', message: 'must have at most 1024 entries', value: '(10000 entries)' }],
    });
  });

  it('is ignored where it is a header that OpenAPI describes elsewhere, or none of the document', async () => {
    const parameters = [{ name: 'Accept', in: 'header', required: true, schema: { const: 'nothing' } }];
    const spec = edited(({ paths }) => Object.assign(paths['/groups'] ?? {}, { parameters }));
    expect((await (await createClient({ spec })).as('first').get('/groups?b=1')).status).toBe(200);
  });
});

describe('a document that does not list every error', () => {
  it.each<[string, (responses: Record<string, object>) => void]>([
    ['but a range', (responses) => move(responses, '404', '4XX')],
    ['but all others', (responses) => move(responses, '404', 'default')],
    ['and no range', (responses) => delete responses['404']],
    ['as JSON', (responses) => Object.assign(responses, { 404: { description: 'Nobody is here.' } })],
  ])('is served: %s', async (_, edit) => {
    const spec = edited(({ paths }) => edit(paths['/groups/{jid}']?.get.responses ?? {}));
    const { get } = (await createClient({ spec })).as('first');
    expectRefusal(await get('/groups/120363999999999999@g.us'), 404, 'NOT_FOUND', 'no-such-group');
  });
});

it('what only another version refuses is answered as every other error', async () => {
  const content = { 'application/json': { schema: { type: 'object' } } };
  const requestBody = { content, required: true };
  const text = stringify(edit(({ paths }) => Object.assign(paths['/connect']?.post ?? {}, { requestBody })));
  const mock = createMock({ spec: written(text.replaceAll(/(Unauthorized|NotFound)Error/g, 'Our$1Error')) });
  mock.stub({ method: 'GET', path: '/messages' });
  const ask = async (path: string, init: RequestInit = {}) =>
    (await mock.fetch(`http://mock${path}`, init)).status;
  expect(await ask('/messages')).toBe(401);
  expect(await ask('/nowhere')).toBe(404);
  const connect = { method: 'POST', headers: { Authorization: TOKENS.first, 'Content-Type': 'text/plain' } };
  expect(await ask('/connect', connect)).toBe(400);
  expect(await ask('/connect', { ...connect, body: '{}' })).toBe(415);
});

it('a body that only another version takes may be missing, unless it is required there', async () => {
  const spec = edited(({ paths }) => {
    const error = { 'application/json': { schema: { type: 'object', required: ['why'] } } };
    const own = { description: 'Its own', content: error };
    const responses = { ...paths['/connect']?.post.responses, 400: own, 413: own, 415: own };
    const requestBody = { content: { 'application/json': { schema: { type: 'object' } } } };
    Object.assign(paths['/connect']?.post ?? {}, { requestBody, responses });
    Object.assign(paths['/groups']?.post.requestBody ?? {}, { required: false });
  });
  const { fetch } = createMock({ spec });
  const ask = async (path: string, type: string, body?: string) => {
    const headers = { Authorization: TOKENS.first, 'Content-Type': type };
    return (await fetch(`http://mock${path}`, { method: 'POST', headers, ...(body && { body }) })).status;
  };
  expect(await ask('/connect', 'text/plain')).toBe(200);
  expect(await ask('/connect', 'application/json', '[]')).toBe(400);
  expect(await ask('/connect', 'text/plain', '{}')).toBe(415);
  expect(await ask('/groups', 'application/json')).toBe(400);
});

it.each<[string, object, unknown]>([
  ['another type', { properties: { group_jid: { type: 'integer' } } }, 5],
  ['no need of it', { required: [] }, undefined],
])('an argument in the body that has %s is refused with 400', async (_, change, group_jid) => {
  const spec = edited(({ components }) => {
    const child = components.schemas.ChildGroup;
    const argument = { group_jid: { 'x-argument': 'child_group' } };
    Object.assign(child ?? {}, { properties: argument }, change);
    Object.assign(child?.properties.group_jid ?? {}, argument.group_jid);
  });
  const first = (await createClient({ spec })).as('first');
  const { jid } = await first.createCommunity();
  const { body } = await first.post(`/communities/${jid}/groups`, { group_jid });
  expect(body.validation).toMatchObject([{ field: 'group_jid', value: group_jid ?? null }]);
});

describe('a document that cannot be served is refused', () => {
  it.each<[string, () => string, RegExp]>([
    ['no file', () => join(DIRECTORY, 'none.yaml'), /The document .*none\.yaml cannot be read: ENOENT/],
    ['a directory', () => DIRECTORY, /The document .* cannot be read: EISDIR/],
    ['no YAML', () => written('a: [b\nc: d'), /The document .* is not valid YAML: /],
    ['an empty file', () => written(''), /is not OpenAPI 3\.1/],
    [
      'another version of OpenAPI',
      () => written(TEXT.replace('openapi: 3.1.0', 'openapi: 3.0.3')),
      /is not OpenAPI 3\.1: it needs .* and has openapi: 3\.0\.3/,
    ],
    [
      'a reference to nothing',
      () => edited(({ components }) => delete components.schemas.ChildGroup),
      /cannot be used: At .*, "#\/components\/schemas\/ChildGroup" points at nothing/,
    ],
    [
      'a document without the schema of errors',
      () => written('openapi: 3.1.0\npaths: {}\n'),
      /The document .*#\/components\/schemas\/Error/,
    ],
    [
      'an operation without a name',
      () => edited(({ paths }) => delete paths[LINKS]?.post.operationId),
      /POST \/communities\/\{jid\}\/groups has no operationId/,
    ],
    [
      'an operation that the mock does not know',
      () => written(TEXT.replace('operationId: linkGroup\n', 'operationId: attachGroup\n')),
      /The document .* has the operation "attachGroup", which the mock does not know\. It knows: listGroups, /,
    ],
    [
      'an operation of the name of a property of every object',
      () => written(TEXT.replace('operationId: linkGroup\n', 'operationId: constructor\n')),
      /has the operation "constructor", which the mock does not know/,
    ],
    [
      'a schema with a pattern that is none',
      () => written(TEXT.replace("pattern: '^[0-9]+$'", "pattern: '['")),
      /In the document .*, the schema at #\/.* cannot be used: /,
    ],
    [
      'a schema with a type that is none',
      () => edited(({ components }) => Object.assign(components.schemas.PictureId ?? {}, { type: 'text' })),
      /In the document .*, the schema at #\/.* cannot be used: /,
    ],
    [
      'an argument that is nowhere',
      () => written(TEXT.replace('x-argument: child_group', 'x-other: child_group')),
      /In the document .*, linkGroup has no parameter or property for "child_group": give the one that stands for it "x-argument: child_group"/,
    ],
    [
      'an operation without the answer that the mock gives',
      () => edited(({ paths }) => delete paths['/groups']?.post.responses['201']),
      /In the document .*, createGroup has no JSON answer for the status 201, with which the mock answers/,
    ],
    [
      'a path without its parameter',
      () => edited((raw) => move(raw.paths, LINKS, '/link').parameters.splice(0)),
      /linkGroup has no parameter or property for "jid"/,
    ],
    [
      'a path that names another parameter',
      () => edited((raw) => move(raw.paths, LINKS, '/link/{id}')),
      /the path \/link\/\{id\} has no parameter for "\{id\}"/,
    ],
    [
      'a parameter that its path does not name',
      () => edited((raw) => move(raw.paths, LINKS, '/link')),
      /the path \/link has no "\{jid\}", which is a parameter of it/,
    ],
    [
      'a path without a slash',
      () => edited((raw) => move(raw.paths, '/connect', 'connect')),
      /the path connect does not begin with a slash/,
    ],
    ...['/docs', '/__mock/connect'].map((path): [string, () => string, RegExp] => [
      `the path ${path}`,
      () => edited((raw) => move(raw.paths, '/connect', path)),
      /where the mock serves something of its own: it would never be asked/,
    ]),
    [
      'a reference that moves',
      () => edited(({ components }) => Object.assign(components.schemas.Topic ?? {}, { $dynamicRef: '#a' })),
      /"\$dynamicRef" at #\/components\/schemas\/Topic is not followed/,
    ],
    [
      'another dialect for all schemas',
      () => edited((raw) => Object.assign(raw, { jsonSchemaDialect: DRAFT_7 })),
      /"jsonSchemaDialect" at # is "http:.*draft-07\/schema#", a dialect that is not read/,
    ],
    [
      'another dialect for one schema',
      () => edited(({ components }) => Object.assign(components.schemas.Topic ?? {}, { $schema: DRAFT_7 })),
      /"\$schema" at #\/components\/schemas\/Topic is "http:.*draft-07\/schema#", a dialect that is not read/,
    ],
    ...[
      ['style', { in: 'query', style: 'deepObject', schema: { type: 'object' } }],
      ['style', { in: 'query', style: 'constructor', schema: { type: 'array' } }],
      ['type', { in: 'header', schema: { type: ['object', 'null'] } }],
      ['type', { in: 'query', schema: { anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }] } }],
      ['type', { in: 'query', schema: { oneOf: [{ $ref: '#/components/schemas/CreateGroup' }] } }],
    ].map(([what, parameter]): [string, () => string, RegExp] => [
      `a parameter whose ${what} is not read`,
      () =>
        edited(({ paths }) =>
          Object.assign(paths['/groups'] ?? {}, { parameters: [{ name: 'a', ...Object(parameter) }] }),
        ),
      /the parameter "a" at #\/paths\/~1groups\/parameters\/0 has the style .* which is not read: give it "content"/,
    ]),
    ...(
      [
        ['a parameter in another place', [{ name: 'a', in: 'body' }], /0 has in: body, which is not read: /],
        ['a parameter in no place', [{ name: 'a', schema: {} }], /0 has in: undefined, which is not read: /],
        [
          'a parameter in the name of a property of every object',
          [{ name: 'a', in: 'constructor' }],
          /0 has in: constructor, which is not read: /,
        ],
        ['a parameter without a name', [{ in: 'query', schema: {} }], /0 has no name/],
        ['a parameter without anything', [null], /0 is null: it has to be an object/],
        ['parameters that are no list', { name: 'a' }, /\/parameters is \{"name":"a"\}: it has to be a list/],
        [
          'a parameter that is a reference to an object itself',
          [{ $ref: '#/constructor' }],
          /points at nothing/,
        ],
      ] as const
    ).map(([what, parameters, message]): [string, () => string, RegExp] => [
      what,
      () => edited(({ paths }) => Object.assign(paths['/groups'] ?? {}, { parameters })),
      message,
    ]),
    [
      'a parameter that no object can have',
      () =>
        edited((raw) => {
          const item = move(raw.paths, '/groups/{jid}/leave', '/groups/{__proto__}/leave');
          Object.assign(item.parameters[0] ?? {}, { name: '__proto__', 'x-argument': 'jid' });
          item.parameters = [
            { name: '__proto__', in: 'path', required: true, schema: {}, 'x-argument': 'jid' },
          ];
        }),
      /the path \/groups\/\{__proto__\}\/leave has a parameter "__proto__", .*: give it another name/,
    ],
    [
      'two paths for one request',
      () =>
        edited(({ paths }) => {
          const schema = { type: 'string' };
          const parameters = [{ name: 'code', in: 'path', required: true, schema, 'x-argument': 'jid' }];
          const { get } = move(paths, '/groups/{jid}/invite', '/groups/{code}');
          paths['/groups/{code}'] = { parameters, get } as PathItem;
        }),
      /GET \/groups\/\{code\} takes the requests of GET \/groups\/\{jid\}: /,
    ],
    ...[null, []].map((responses): [string, () => string, RegExp] => [
      `responses that are ${JSON.stringify(responses)}`,
      () => edited(({ paths }) => Object.assign(paths['/groups']?.get ?? {}, { responses })),
      /\/responses is (null|\[\]): it has to be an object/,
    ]),
    [
      'a response without anything',
      () => edited(({ paths }) => Object.assign(paths['/groups']?.get.responses ?? {}, { 418: null })),
      /\/responses\/418 is null: it has to be an object/,
    ],
    [
      'a parameter within a step of a path',
      () => edited((raw) => move(raw.paths, '/groups/{jid}/leave', '/groups/{jid}:leave')),
      /the path \/groups\/\{jid\}:leave has a parameter within "\{jid\}:leave"/,
    ],
    ...['text/plain', '*/*', 'application/*'].map((type): [string, () => string, RegExp] => [
      `a body of the type ${type}`,
      () =>
        edited(({ paths }) =>
          Object.assign(paths['/groups']?.post.requestBody ?? {}, { content: { [type]: {} } }),
        ),
      /the body at #\/paths\/~1groups\/post\/requestBody has no content of the type application\/json/,
    ]),
    ...['NotFoundError', 'Error', 'UnauthorizedError'].map((name): [string, () => string, RegExp] => [
      `another ${name} than the mock answers`,
      () => {
        const own = `#/components/schemas/${name}`;
        const raw: Raw = JSON.parse(JSON.stringify(edit(() => {})).replaceAll(`"${own}"`, `"${own}2"`));
        move(raw.components.schemas, name, `${name}2`);
        Object.assign(raw.components.schemas, { [name]: { type: 'object', required: ['why'] } });
        return written(JSON.stringify(raw));
      },
      RegExp(
        `In the document .*, #/components/schemas/${name} does not allow what the mock answers with \\d+ to a request of no operation: why null, which is required`,
      ),
    ]),
    [
      'an error that is null',
      () => edited(({ components }) => Object.assign(components.schemas, { NotFoundError: null })),
      /the schema at .*NotFound.* cannot be used: /,
    ],
    [
      'another type of what the mock answers',
      () =>
        edited(({ components }) =>
          Object.assign(components.schemas.Group?.properties.name ?? {}, { type: 'integer' }),
        ),
      /does not allow what the mock answers to listGroups with 200: groups\[0\]\.name "WUTS Launch", which must be an integer/,
    ],
    [
      'more than the mock answers',
      () => edited(({ components }) => components.schemas.Group?.required?.push('colour')),
      /does not allow what the mock answers to listGroups with 200: groups\[0\]\.colour null, which is required/,
    ],
  ])('%s', (_, file, message) => {
    const spec = file();
    expect(() => createMock({ spec })).toThrow(DocumentError);
    expect(() => createMock({ spec })).toThrow(message);
  });
});
