import { describe, expect, it } from 'vitest';
import { type ApiDocument, parseDocument } from '../../spec/document.ts';
import { type FactKind, formatLedger, lintFacts, listFacts, toLedger } from '../../spec/provenance.ts';
import { wuts } from './wuts.ts';

type Tree = { [key: string]: Tree };

const PAGE = { name: 'page', in: 'query', schema: {} };

describe('the facts of WUTS', () => {
  it('all say how they are known', () => {
    expect(lintFacts(wuts)).toEqual([]);
  });

  it.each([
    ['operation', 'createGroup', 'documented', 'docs: Create group'],
    ['operation', 'linkGroup', 'assumed', undefined],
    ['status', 'createGroup 201', 'documented', 'docs: Create group'],
    ['status', 'createGroup 503', 'assumed', undefined],
    ['field', 'Group.members_count', 'documented', 'docs: List groups'],
    ['field', 'CreateGroup.options.parent_jid', 'documented', 'docs: Create group'],
    ['field', 'Participant.add_request.code', 'assumed', undefined],
    ['field', 'GroupWithParticipants.participants', 'documented', 'docs: Get group'],
    ['field', 'CreateGroupAnswer.group', 'documented', 'docs: Create group'],
    ['field', 'ConflictError.error_code', 'assumed', undefined],
    ['field', 'GroupJidInPath parameter.jid', 'documented', 'docs: Identifiers'],
    ['code', 'CONFLICT', 'assumed', undefined],
    ['schema', 'Group', 'documented', 'docs: List groups'],
  ])('hold the %s %s', (kind, name, provenance, source) => {
    expect(listFacts(wuts)).toContainEqual({ kind, name, provenance, source });
  });

  it('have a name each', () => {
    const names = listFacts(wuts).map(({ kind, name }) => `${kind} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('leave nothing of the document out', () => {
    const raw = changed([], {});
    const statuses = places(raw, 'responses').flatMap(({ path, value }) =>
      path[0] === 'paths' ? Object.keys(value) : [],
    );
    const parameters = Object.keys(raw.components?.parameters ?? {});
    const properties = places(raw, 'properties').flatMap(({ value }) => Object.keys(value));
    expect(countKinds(wuts)).toEqual({
      operation: places(raw, 'operationId').filter(
        ({ path }) => path[0] === 'paths' && !path.includes('links'),
      ).length,
      status: statuses.length,
      field: properties.length + parameters.length,
      code: Object.keys(raw.components?.schemas?.ErrorCode?.enum ?? {}).length,
      schema: Object.keys(raw.components?.schemas ?? {}).length,
    });
  });
});

describe('the lint', () => {
  const operation = ['paths', '/groups', 'post'];
  const status = [...operation, 'responses', '201'];
  const schemas = ['components', 'schemas'];
  const add = [...schemas, 'Participant', 'properties', 'add_request'];
  const name = [...schemas, 'Group', 'properties', 'name'];
  const unsaid = { 'x-provenance': undefined, 'x-source': undefined };
  const say = 'has no x-provenance: say documented, measured, inferred, assumed';

  it.each([
    ['an operation', operation, `operation "createGroup" ${say}`],
    ['a status', status, `status "createGroup 201" ${say}`],
    ['a field', name, `field "Group.name" ${say}`],
    ['a nested field', [...add, 'properties', 'code'], `field "Participant.add_request.code" ${say}`],
    [
      'a field in an allOf',
      [...schemas, 'GroupWithParticipants', 'allOf', '1', 'properties', 'participants'],
      `field "GroupWithParticipants.participants" ${say}`,
    ],
    [
      'a field of an answer',
      [...schemas, 'CreateGroupAnswer', 'properties', 'group'],
      `field "CreateGroupAnswer.group" ${say}`,
    ],
    [
      'a parameter',
      ['components', 'parameters', 'GroupJidInPath'],
      `field "GroupJidInPath parameter.jid" ${say}`,
    ],
    ['a code', [...schemas, 'ErrorCode', 'x-codes', 'CONFLICT'], `code "CONFLICT" ${say}`],
    ['a schema', [...schemas, 'Group'], `schema "Group" ${say}`],
  ])('finds %s without provenance', (_, path, problem) => {
    expect(lintFacts(parsed(changed(path, unsaid)))).toEqual([`The ${problem}.`]);
  });

  it('finds a shared response without provenance at each operation that answers it', () => {
    const problems = lintFacts(parsed(changed(['components', 'responses', 'Gone'], unsaid)));
    expect(problems).toEqual([`The status "joinGroup 410" ${say}.`]);
    const everywhere = lintFacts(parsed(changed(['components', 'responses', 'Unauthorized'], unsaid)));
    expect(everywhere).toHaveLength(wuts.operations.length);
  });

  const sources =
    'it must begin with one of "docs: ", "whatsmeow: ", "whatsapp-web: ", "faq: ", "guide: ", "gateway: "';
  it.each([
    [
      'an unknown provenance',
      { 'x-provenance': 'guessed' },
      'has the unknown x-provenance "guessed": say documented, measured, inferred, assumed',
    ],
    [
      'a documented fact without source',
      { 'x-source': undefined },
      'is documented and has no x-source: say where it comes from',
    ],
    [
      'an inferred fact without source',
      { 'x-provenance': 'inferred', 'x-source': undefined },
      'is inferred and has no x-source: say where it comes from',
    ],
    [
      'an unknown source',
      { 'x-source': 'hearsay: a friend' },
      `has the x-source "hearsay: a friend": ${sources}`,
    ],
    ['a source that names no place', { 'x-source': 'docs' }, `has the x-source "docs": ${sources}`],
    [
      'a source that leaves the place open',
      { 'x-source': 'docs: ' },
      `has the x-source "docs: ": ${sources}`,
    ],
    ['a source that is no text', { 'x-source': 7 }, `has the x-source "7": ${sources}`],
    [
      'an assumed fact with a source',
      { 'x-provenance': 'assumed' },
      'is assumed and has the x-source "docs: List groups": it can only be one of them',
    ],
  ])('finds %s', (_, change, problem) => {
    expect(lintFacts(parsed(changed(name, change)))).toEqual([`The field "Group.name" ${problem}.`]);
  });

  it('finds a property of whatever is added, however deep', () => {
    const found = changed(['components', 'schemas', 'Group', 'properties', 'name'], {
      items: { properties: { inner: { anyOf: [{ additionalProperties: { properties: { leaf: true } } }] } } },
    });
    expect(lintFacts(parsed(found))).toEqual([
      `The field "Group.name[].inner" ${say}.`,
      `The field "Group.name[].inner.*.leaf" ${say}.`,
    ]);
  });

  const inner = { content: { 'application/json': { schema: { properties: { inner: {} } } } } };
  it.each([
    ['an operation', operation, { parameters: [PAGE] }, 'createGroup.page'],
    ['a path', ['paths', '/groups'], { parameters: [PAGE] }, '/groups.page'],
    [
      'the schema of a parameter',
      ['components', 'parameters', 'GroupJidInPath'],
      { schema: { properties: { inner: {} } } },
      'GroupJidInPath parameter.jid.inner',
    ],
    ['a request', operation, { requestBody: inner }, 'createGroup request.inner'],
    ['a shared request', ['components'], { requestBodies: { Shared: inner } }, 'Shared request.inner'],
    ['a shared response', ['components', 'responses', 'Gone'], inner, 'Gone response.inner'],
  ])('finds a field that %s writes itself', (_, path, change, field) => {
    expect(lintFacts(parsed(changed(path, change)))).toEqual([`The field "${field}" ${say}.`]);
  });
});

describe('the ledger', () => {
  const facts = [
    { kind: 'operation', name: 'createGroup', provenance: 'documented', source: 'docs: Create group' },
    { kind: 'field', name: 'Group.name', provenance: 'inferred', source: 'docs: List groups' },
    { kind: 'field', name: 'Group.owner', provenance: 'assumed', source: undefined },
    { kind: 'field', name: 'Group.topic', provenance: undefined, source: undefined },
  ] as const;

  it('counts facts by kind and provenance, in a Markdown table', () => {
    expect(formatLedger(toLedger(facts))).toBe(
      [
        '| facts      | documented | inferred | assumed | total |',
        '| ---------- | ---------: | -------: | ------: | ----: |',
        '| operations |          1 |        0 |       0 |     1 |',
        '| statuses   |          0 |        0 |       0 |     0 |',
        '| fields     |          0 |        1 |       1 |     3 |',
        '| codes      |          0 |        0 |       0 |     0 |',
        '| schemas    |          0 |        0 |       0 |     0 |',
      ].join('\n'),
    );
  });

  it('adds up for WUTS', () => {
    for (const { total, documented, measured, inferred, assumed } of Object.values(
      toLedger(listFacts(wuts)),
    )) {
      expect(documented + measured + inferred + assumed).toBe(total);
    }
  });
});

/** The document as written, with one place of it changed. */
function changed(path: readonly string[], change: object): Tree {
  const raw = structuredClone(wuts.raw) as unknown as Tree;
  const place = path.reduce<Tree | undefined>((here, step) => here?.[step], raw);
  if (place === undefined) throw new Error(`The document has no ${path.join(' / ')}.`);
  Object.assign(place, change);
  return raw;
}

function parsed(raw: Tree): ApiDocument {
  return parseDocument(JSON.stringify(raw), 'the changed document');
}

/** Every value under this key, wherever it stands, except in examples and in what may not be. */
function places(here: unknown, key: string, path: string[] = []): { path: string[]; value: object }[] {
  if (typeof here !== 'object' || here === null) return [];
  return Object.entries(here).flatMap(([step, value]) => [
    ...(step === key ? [{ path, value }] : []),
    ...(step === 'examples' || step === 'not' ? [] : places(value, key, [...path, step])),
  ]);
}

function countKinds(document: ApiDocument): Record<FactKind, number> {
  const { operation, status, field, code, schema } = toLedger(listFacts(document));
  return {
    operation: operation.total,
    status: status.total,
    field: field.total,
    code: code.total,
    schema: schema.total,
  };
}
