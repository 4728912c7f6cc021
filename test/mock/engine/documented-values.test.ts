/** What no case sends: values of every kind, of which the documents say whether they are taken. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMock } from '../../../mock/index.ts';
import { operations } from '../../../mock/operations/index.ts';
import { SCENARIOS } from '../../../mock/scenarios/scenarios.ts';
import { EVENT_NAMES } from '../../../mock/world/index.ts';
import { RULINGS, type Ruling } from '../../../spec/facts/index.ts';
import {
  type ApiDocument,
  createValidator,
  loadControlDocument,
  loadDocument,
  type Operation,
} from '../../../spec/index.ts';
import { type Json, type Schema, schemaAt } from '../../spec/schema.ts';
import { valuesOf } from '../../spec/values.ts';

const DOCUMENTS = [loadDocument(), loadControlDocument()];
const control = loadControlDocument();

/** A stream has no end. */
const ENDLESS = ['streamWorld'];

/** What is wrong with a body that fits its schema, which no schema can say. */
const BEYOND_SCHEMA: Readonly<Record<string, (body: Record<string, Json>) => boolean>> = {
  updateGroup: ({ topic, description }) =>
    topic !== undefined && description !== undefined && topic !== description,
};

/** Values that would take long or wait: nothing is known of them but their type. */
const SHORT: Readonly<Record<string, (value: number) => number>> = {
  wait_for: (value) => value / 1e6,
  settled_within: (value) => value / 1e6,
  groups: (value) => value % 20,
  communities: (value) => value % 3,
};

/** How many requests are made, where few of 40 would fit: an act has its own fields for each of what it does. */
const RUNS: Readonly<Record<string, number>> = { actAsPerson: 400, askRules: 400 };

/** A value that is seldom right. */
const odd = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    -1,
    0,
    1.5,
    1e16,
    '',
    ' ',
    'x',
    'all',
    '2026-02-30T00:00:00Z',
    {},
    [],
  ),
  fc.string({ maxLength: 40 }),
);

const read = DOCUMENTS.flatMap((document) =>
  document.operations
    .filter(({ id }) => !ENDLESS.includes(id))
    .map((operation) => ({ id: operation.id, document, operation })),
);

describe.each(read)('$id', ({ document, operation }) => {
  const requests = requestsOf(document, operation);

  it('takes what its document allows, and refuses what it refuses', async () => {
    const validator = createValidator(document);
    const seen = { taken: 0, refused: 0 };
    const mock = createMock({ seed: 1 });
    const [account] = mock.accounts;
    await fc.assert(
      fc.asyncProperty(requests, async ({ path, query, body }) => {
        const texts = Object.fromEntries(
          Object.entries(query).map(([name, value]) => [
            name,
            typeof value === 'string' ? value : String(value),
          ]),
        );
        const says = [
          ...validator.parameters(operation.parameters, (name) => path[name]).issues,
          ...Object.entries(query).flatMap(([name, value]) =>
            validator.value(String(operation.query.get(name)?.schema), value),
          ),
          ...(operation.body === undefined ? [] : validator.body(operation, body)),
        ];
        const isMore = BEYOND_SCHEMA[operation.id]?.(body as Record<string, Json>) ?? false;
        const at = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(path[name])));
        const response = await mock.fetch(`http://mock${at}?${new URLSearchParams(texts)}`, {
          method: operation.method,
          headers: { Authorization: `Bearer ${account?.token}`, 'Content-Type': 'application/json' },
          ...(operation.body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const answer = await response.text();
        const isRefused = says.length > 0 || isMore;
        seen[isRefused ? 'refused' : 'taken'] += 1;
        expect(response.status === 400, `${response.status} ${answer} ${JSON.stringify(says)}`).toBe(
          isRefused,
        );
        expect(response.status, answer).toBeLessThan(500);
      }),
      { seed: 1, numRuns: RUNS[operation.id] ?? 40 },
    );
    expect(seen.taken).toBeGreaterThan(0);
  });
});

describe('the document of the control plane', () => {
  const schemas = control.raw.components?.schemas ?? {};
  const choices = (name: string) => [...((schemas[name] as Schema).enum ?? [])].sort();

  it('names what there is', () => {
    expect(choices('ScenarioName')).toEqual(Object.keys(SCENARIOS).sort());
    expect(choices('OperationName')).toEqual(Object.keys(operations).sort());
    expect(choices('EventName')).toEqual([...EVENT_NAMES].sort());
  });

  it('lets everything but reading be answered as if it were done', () => {
    const validator = createValidator(control);
    const refused = loadDocument().operations.filter(({ id }) => {
      const fault = { operation: id, carried_out: false };
      return validator.value('#/components/schemas/NewFault', fault).length > 0;
    });
    expect(refused.map(({ method }) => method)).toContain('GET');
    expect(refused).toEqual(loadDocument().operations.filter(({ method }) => method === 'GET'));
  });

  it('has every ruling, with its choices as text, and as numbers where they are some', () => {
    const { properties = {} } = schemaAt(control, '#/components/schemas/Rulings');
    expect(Object.keys(properties)).toEqual(Object.keys(RULINGS));
    for (const [name, { choices: known }] of Object.entries<Ruling>(RULINGS)) {
      const { enum: choices, anyOf: [number] = [] } = properties[name] ?? {};
      if ('byDefault' in known) expect(number).toMatchObject({ minimum: known.from, maximum: known.to });
      else expect(new Set(choices?.map(String))).toEqual(new Set(known));
    }
  });
});

interface Request {
  readonly path: Record<string, string>;
  readonly query: Record<string, Json>;
  readonly body: Json;
}

/** Requests for an operation, of which some fit its document. */
function requestsOf(document: ApiDocument, { parameters, query, body }: Operation): fc.Arbitrary<Request> {
  const part = (ref: string) => valuesOf(schemaAt(document, ref));
  const path = Object.fromEntries(
    [...parameters].map(([name, { schema }]) => [
      name,
      name === 'world' ? fc.constant('default') : (part(schema) as fc.Arbitrary<string>),
    ]),
  );
  const wanted = Object.fromEntries(
    [...query].map(([name, { schema }]) => [
      name,
      fc.oneof({ weight: 9, arbitrary: part(schema) }, { weight: 1, arbitrary: odd.filter(isFlat) }),
    ]),
  );
  return fc.record({
    path: fc.record(path),
    query: few(fc.record(wanted, { requiredKeys: [] }) as fc.Arbitrary<Record<string, Json>>),
    body: body === undefined ? fc.constant(null) : bodiesOf(schemaAt(document, body)),
  });
}

/** A text of the query has no type: what looks like another value is read as that. */
function isFlat(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && Number.isNaN(Number(value)));
}

/** Bodies with few of their properties, of which one is odd at times. */
function bodiesOf(schema: Schema): fc.Arbitrary<Json> {
  const { properties = {} } = schema;
  const names = [...Object.keys(properties), 'no_such'];
  const bodies = few(valuesOf(schema), schema.required);
  return fc.oneof(
    { weight: 4, arbitrary: bodies },
    { weight: 2, arbitrary: valuesOf(schema).map((value) => quick(value)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(bodies, fc.constantFrom(...names), odd)
        .map(([one, name, value]) => ({ ...(one as object), [name]: value })),
    },
    { weight: 1, arbitrary: odd },
  );
}

/** Up to three properties beside those that are required: most of many contradict each other. */
function few<Value extends Json>(values: fc.Arbitrary<Value>, required: readonly string[] = []) {
  return fc.tuple(values, fc.nat(), fc.integer({ min: 1, max: 3 })).map(([value, from, count]) => {
    const others = Object.keys(value ?? {}).filter((name) => !required.includes(name));
    const isKept = (name: string) => (others.indexOf(name) + from) % others.length < count;
    return quick(value, (name) => required.includes(name) || isKept(name)) as Value;
  });
}

/** The same value with these of its properties, without what takes long. */
function quick(value: Json, isKept: (name: string) => boolean = () => true): Json {
  const entries = Object.entries(value ?? {}).filter(([name]) => isKept(name));
  return Object.fromEntries(
    entries.map(([name, one]) => [name, typeof one === 'number' ? (SHORT[name]?.(one) ?? one) : one]),
  );
}
