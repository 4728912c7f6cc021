import type { ApiDocument } from './document.ts';
import { type Known, PROVENANCES, type Provenance } from './facts/index.ts';

/** What a fact is about. */
export type FactKind = keyof typeof ROWS;

/** One thing that the document says, and how it is known. */
export interface Fact {
  readonly kind: FactKind;
  /** For example `createGroup`, `createGroup 201`, `Participant.add_request.code` or `CONFLICT`. */
  readonly name: string;
  /** As the document writes it; `lintFacts` tells whether it is a `Provenance`. */
  readonly provenance: unknown;
  /** As the document writes it, for example `docs: Create group`. */
  readonly source: unknown;
}

/** How many facts of each kind are known in which way. The total counts those of no known provenance too. */
export type Ledger = Record<FactKind, Record<Provenance | 'total', number>>;

type Tree = Record<string, unknown>;

/** A fact, the object in which the document says how it is known, and for a property the schema that has it. */
interface PlacedFact extends Fact {
  readonly written: Tree;
  readonly owner: Tree | undefined;
}

const ROWS = {
  operation: 'operations',
  status: 'statuses',
  field: 'fields',
  code: 'codes',
  schema: 'schemas',
} as const;

/**
 * Every fact of the document, kind by kind. A status stands once for each operation that lists it; a field
 * stands once where it is written, however often that place is referred to.
 */
export function listFacts(document: ApiDocument): Fact[] {
  return listPlaces(document).map(({ written: _, owner: __, ...fact }) => fact);
}

/** Where the document says how each fact is known, by its kind and name, such as `status createGroup 201`. */
export function placesOf(document: ApiDocument): Map<string, Pick<PlacedFact, 'written' | 'owner'>> {
  return new Map(listPlaces(document).map((fact) => [`${fact.kind} ${fact.name}`, fact]));
}

function listPlaces(document: ApiDocument): PlacedFact[] {
  const components = tree(document.raw.components);
  const schemas = tree(components.schemas);
  const operations = document.operations.map(({ id, path, method }) => ({
    id,
    written: tree(tree(tree(document.raw.paths)[path])[method.toLowerCase()]),
  }));
  return [
    ...operations.map(({ id, written }) => toFact('operation', id, written)),
    ...operations.flatMap(({ id, written }) =>
      Object.entries(tree(written.responses)).map(([status, response]) =>
        // A calibrated document says beside the `$ref` how this operation is known to answer so.
        toFact('status', `${id} ${status}`, response, { ...target(document, response), ...tree(response) }),
      ),
    ),
    ...Object.entries(schemas).flatMap(([name, schema]) => schemaFields(name, schema)),
    ...Object.entries(tree(components.parameters)).flatMap(([name, one]) =>
      parameterFields(`${name} parameter`, one),
    ),
    ...Object.entries(tree(components.requestBodies)).flatMap(([name, body]) =>
      contentFields(`${name} request`, body),
    ),
    ...Object.entries(tree(components.responses)).flatMap(([name, response]) =>
      contentFields(`${name} response`, response),
    ),
    ...Object.entries(tree(document.raw.paths)).flatMap(([path, item]) => parametersFields(path, item)),
    ...operations.flatMap(({ id, written }) => operationFields(id, written)),
    ...list(tree(schemas.ErrorCode).enum).map((code) =>
      toFact('code', String(code), tree(tree(schemas.ErrorCode)['x-codes'])[String(code)]),
    ),
    ...Object.entries(schemas).map(([name, schema]) => toFact('schema', name, schema)),
  ];
}

/** How each fact of the document is known, by its kind and name, such as `status createGroup 201`. */
export function documentFacts(document: ApiDocument): Map<string, Known> {
  return new Map(
    listFacts(document).map(({ kind, name, provenance, source }) => [
      `${kind} ${name}`,
      { provenance, ...(source !== undefined && { source }) } as Known,
    ]),
  );
}

/** What is wrong with the facts of the document, a sentence for each; an empty list means nothing. */
export function lintFacts(document: ApiDocument): string[] {
  const sources = Object.keys(tree(tree(document.raw)['x-sources']));
  return listFacts(document).flatMap((fact) => {
    const problem = toProblem(fact, sources);
    return problem === undefined ? [] : [`The ${fact.kind} "${fact.name}" ${problem}.`];
  });
}

/** Counts facts by kind and provenance. */
export function toLedger(facts: readonly Fact[]): Ledger {
  const count = (kind: FactKind) => {
    const known = facts.filter((fact) => fact.kind === kind);
    const as = (provenance: Provenance) => known.filter((fact) => fact.provenance === provenance).length;
    return {
      documented: as('documented'),
      measured: as('measured'),
      inferred: as('inferred'),
      assumed: as('assumed'),
      total: known.length,
    };
  };
  return {
    operation: count('operation'),
    status: count('status'),
    field: count('field'),
    code: count('code'),
    schema: count('schema'),
  };
}

/** The ledger as a Markdown table, a row for each kind of fact. Without a calibration nothing is measured, and there is no column for it. */
export function formatLedger(ledger: Ledger): string {
  const isShown = (column: Provenance) =>
    column !== 'measured' || kinds().some((kind) => ledger[kind][column] > 0);
  const columns = [...PROVENANCES.filter(isShown), 'total'] as const;
  const row = (title: string, cell: (column: (typeof columns)[number]) => string) =>
    `| ${[title.padEnd(10), ...columns.map((column) => cell(column).padStart(column.length))].join(' | ')} |`;
  return [
    row('facts', (column) => column),
    row('-'.repeat(10), (column) => `${'-'.repeat(column.length - 1)}:`),
    ...kinds().map((kind) => row(ROWS[kind], (column) => String(ledger[kind][column]))),
  ].join('\n');
}

function operationFields(id: string, operation: Tree): PlacedFact[] {
  return [
    ...parametersFields(id, operation),
    ...contentFields(`${id} request`, operation.requestBody),
    ...Object.entries(tree(operation.responses)).flatMap(([status, response]) =>
      contentFields(`${id} ${status}`, response),
    ),
  ];
}

/** The parameters that a path or an operation writes itself. */
function parametersFields(name: string, place: unknown): PlacedFact[] {
  return list(tree(place).parameters).flatMap((one) => parameterFields(name, one));
}

function parameterFields(name: string, parameter: unknown): PlacedFact[] {
  const written = tree(parameter);
  if ('$ref' in written) return [];
  const path = `${name}.${written.name}`;
  return [toFact('field', path, written), ...schemaFields(path, written.schema)];
}

function contentFields(name: string, body: unknown): PlacedFact[] {
  return Object.values(tree(tree(body).content)).flatMap((media) => schemaFields(name, tree(media).schema));
}

/** The properties of a schema and of all within it. What a `$ref` leads to is written elsewhere. */
function schemaFields(name: string, schema: unknown): PlacedFact[] {
  if (schema === undefined) return [];
  const { properties, items, additionalProperties, ...written } = tree(schema);
  return [
    ...Object.entries(tree(properties)).flatMap(([key, property]) => [
      toFact('field', `${name}.${key}`, property, property, tree(schema)),
      ...schemaFields(`${name}.${key}`, property),
    ]),
    ...schemaFields(`${name}[]`, items),
    ...schemaFields(`${name}.*`, additionalProperties),
    ...[written.allOf, written.anyOf, written.oneOf].flatMap(list).flatMap((one) => schemaFields(name, one)),
  ];
}

function toProblem({ provenance, source }: Fact, sources: string[]): string | undefined {
  if (provenance === undefined) return `has no x-provenance: say ${PROVENANCES.join(', ')}`;
  if (!PROVENANCES.some((known) => known === provenance)) {
    return `has the unknown x-provenance "${provenance}": say ${PROVENANCES.join(', ')}`;
  }
  if (provenance === 'assumed') {
    return source === undefined
      ? undefined
      : `is assumed and has the x-source "${source}": it can only be one of them`;
  }
  if (source === undefined) return `is ${provenance} and has no x-source: say where it comes from`;
  const [, prefix] = /^([^:]+): *\S/.exec(String(source)) ?? [];
  if (prefix !== undefined && sources.includes(prefix)) return undefined;
  return `has the x-source "${source}": it must begin with one of ${sources.map((known) => `"${known}: "`).join(', ')}`;
}

function toFact(
  kind: FactKind,
  name: string,
  written: unknown,
  known: unknown = written,
  owner?: Tree,
): PlacedFact {
  const { 'x-provenance': provenance, 'x-source': source } = tree(known);
  return { kind, name, provenance, source, written: tree(written), owner };
}

function target(document: ApiDocument, place: unknown): Tree {
  const { $ref } = tree(place);
  return tree(typeof $ref === 'string' ? document.resolve($ref) : place);
}

function kinds(): FactKind[] {
  return Object.keys(ROWS) as FactKind[];
}

function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
