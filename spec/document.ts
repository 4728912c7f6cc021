import { createRequire } from 'node:module';
import type { OpenAPIV3_1 } from 'openapi-types';
import { listResponses, mustNameAll } from './operation-parts.ts';
import {
  createResolver,
  escapePointer,
  isReference,
  mustWritePaths,
  pointer,
  resolveAll,
} from './references.ts';
import { readTextFile } from './text-file.ts';

/** One operation of the document, with everything that routing and validating it needs. */
export interface Operation {
  readonly id: string;
  /** Upper case, as HTTP writes it. */
  readonly method: string;
  /** As the document writes it, for example `/groups/{jid}`. */
  readonly path: string;
  readonly tag: string;
  /** The `$ref` of each path parameter's schema, by the parameter's name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The same for the query, whose parameters are all optional. */
  readonly query: ReadonlyMap<string, string>;
  /** The `$ref` of the request body's schema, where there is a body. */
  readonly body: string | undefined;
  /** The `$ref` of the body's schema for each documented status. */
  readonly replies: ReadonlyMap<number, string>;
  /** Where to find a value by the name that the mock gives it (`x-argument`): the names on the wire may change. */
  readonly arguments: ReadonlyMap<string, { in: 'path' | 'body'; name: string }>;
}

/** An OpenAPI document, read for use. */
export interface ApiDocument {
  readonly raw: OpenAPIV3_1.Document;
  readonly operations: readonly Operation[];
  /** The `$ref` of the payload's schema for each event that is sent to a webhook, by the event's name. */
  readonly events: ReadonlyMap<string, string>;
  /** Tells whether a value fits the schema at a `$ref`, where that was compiled ahead. */
  readonly fits?: (ref: string) => ((value: unknown) => boolean) | undefined;
  /** The value that a `$ref` of the document points at. */
  resolve(ref: string): unknown;
}

/** A document that cannot be used; the message says what is wrong with it. */
export class DocumentError extends Error {
  override name = 'DocumentError';
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Where the document of WUTS is written; the only place in which it is edited. */
export const DOCUMENT_FILE = new URL('./openapi.yaml', import.meta.url);

/** What `npm run types` writes: our documents in JSON, which is read in a moment, and the checks of their schemas. */
const GENERATED = new URL('./generated/', import.meta.url);

/** Reads the document of WUTS, or another version of it in YAML or JSON. Throws a `DocumentError`. */
export function loadDocument(file?: URL | string): ApiDocument {
  if (file === undefined) return loadGenerated('openapi');
  return parseDocument(readText(file), String(file));
}

/** Reads the document of the mock's own control plane. */
export function loadControlDocument(): ApiDocument {
  return loadGenerated('control');
}

/** The text of the JSON Schema of a world file, for editors. */
export function readWorldSchema(): string {
  return readText(new URL('world.schema.json', GENERATED));
}

/** Reads a document from YAML or JSON text; `origin` names it in errors. Throws a `DocumentError`. */
export function parseDocument(text: string, origin: string): ApiDocument {
  // Loaded only here: most runs read no document but ours.
  const { parse }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  let raw: OpenAPIV3_1.Document;
  try {
    raw = parse(text);
  } catch (error) {
    throw new DocumentError(`The document ${origin} is not valid YAML: ${firstLine(reason(error))}`);
  }
  return toDocument(raw, origin);
}

/** Our own documents do not change, so each is read once in a process. */
const READ = new Map<string, ApiDocument>();

function loadGenerated(name: 'openapi' | 'control'): ApiDocument {
  const known = READ.get(name);
  if (known !== undefined) return known;
  let table: Readonly<Record<string, (value: unknown) => boolean>> | undefined;
  const fits = (ref: string) => {
    table ??= createRequire(import.meta.url)(`./generated/${name}.fits.gen.cjs`) as NonNullable<typeof table>;
    return table[ref];
  };
  const raw = JSON.parse(readText(new URL(`${name}.gen.json`, GENERATED)));
  // Where its references lead was looked at when it was written.
  const document = { ...readDocument(raw, createResolver(raw)), fits };
  READ.set(name, document);
  return document;
}

function readText(file: URL | string): string {
  try {
    return readTextFile(file);
  } catch (error) {
    throw new DocumentError(`The document ${file} cannot be read: ${reason(error)}.`);
  }
}

/** A document from its value; `origin` names it in errors. Throws a `DocumentError`. */
export function toDocument(raw: OpenAPIV3_1.Document, origin: string): ApiDocument {
  if (!String(raw?.openapi).startsWith('3.1') || typeof raw.paths !== 'object' || raw.paths === null) {
    throw new DocumentError(
      `The document ${origin} is not OpenAPI 3.1: it needs "openapi: 3.1.x" and "paths", and has openapi: ${raw?.openapi}.`,
    );
  }
  try {
    const resolve = createResolver(raw);
    resolveAll(raw, '#', resolve);
    mustWritePaths(raw);
    return readDocument(raw, resolve);
  } catch (error) {
    throw new DocumentError(`The document ${origin} cannot be used: ${reason(error)}`);
  }
}

function readDocument(raw: OpenAPIV3_1.Document, resolve: (ref: string) => unknown): ApiDocument {
  return { raw, resolve, operations: listOperations(raw, resolve), events: listEvents(raw) };
}

/** The `$ref` of every schema that a request, an answer or an event has to fit. */
export function schemasOf({ operations, events }: ApiDocument): Set<string> {
  const places = operations.flatMap(({ parameters, query, body, replies }) => [
    ...parameters.values(),
    ...query.values(),
    ...(body === undefined ? [] : [body]),
    ...replies.values(),
  ]);
  return new Set([...places, ...events.values()]);
}

function listOperations(raw: OpenAPIV3_1.Document, resolve: (ref: string) => unknown): Operation[] {
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(raw.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method];
      if (operation === undefined) continue;
      const read = readOperation(path, method, item ?? {}, operation, resolve);
      const other = operations.get(read.id);
      if (other !== undefined)
        throw new Error(
          `${read.method} ${path} has the operationId of ${other.method} ${other.path}: ${read.id}.`,
        );
      operations.set(read.id, read);
    }
  }
  return [...operations.values()];
}

function listEvents(raw: OpenAPIV3_1.Document): Map<string, string> {
  const events = new Map<string, string>();
  for (const [name, item] of Object.entries(raw.webhooks ?? {})) {
    const hasPayload = 'post' in item && item.post?.requestBody !== undefined;
    const steps = ['post', 'requestBody', 'content', 'application/json', 'schema'];
    if (hasPayload) events.set(name, pointer('webhooks', name, ...steps));
  }
  return events;
}

function readOperation(
  path: string,
  method: string,
  item: OpenAPIV3_1.PathItemObject,
  operation: OpenAPIV3_1.OperationObject,
  resolve: (ref: string) => unknown,
): Operation {
  const at = pointer('paths', path, method);
  const id = operation?.operationId;
  if (id === undefined) throw new Error(`${method.toUpperCase()} ${path} has no operationId.`);
  const found = <T>(place: T | OpenAPIV3_1.ReferenceObject, ref: string): { value: T; ref: string } =>
    isReference(place) ? { value: resolve(place.$ref) as T, ref: place.$ref } : { value: place, ref };

  const parameters = new Map<string, string>();
  const query = new Map<string, string>();
  const names = new Map<string, { in: 'path' | 'body'; name: string }>();
  const sources = [
    { list: item.parameters ?? [], from: pointer('paths', path, 'parameters') },
    { list: operation.parameters ?? [], from: `${at}/parameters` },
  ];
  for (const { list, from } of sources) {
    for (const [index, entry] of list.entries()) {
      const parameter = found(entry, `${from}/${index}`);
      if (parameter.value.in === 'query') query.set(parameter.value.name, `${parameter.ref}/schema`);
      if (parameter.value.in !== 'path') continue;
      parameters.set(parameter.value.name, `${parameter.ref}/schema`);
      names.set(argumentName(parameter.value, parameter.value.name), {
        in: 'path',
        name: parameter.value.name,
      });
    }
  }

  mustNameAll(path, parameters);
  let body: string | undefined;
  if (operation.requestBody !== undefined) {
    const request = found<OpenAPIV3_1.RequestBodyObject>(operation.requestBody, `${at}/requestBody`);
    body = `${request.ref}/${escapePointer('content')}/${escapePointer('application/json')}/schema`;
    const schema = found(resolve(body) as OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject, body).value;
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      names.set(argumentName(property, name), { in: 'body', name });
    }
  }

  const replies = new Map<number, string>();
  for (const { status, statuses, entry } of listResponses(operation.responses)) {
    const response = found<OpenAPIV3_1.ResponseObject>(entry, `${at}/responses/${escapePointer(status)}`);
    const json = `${response.ref}/content/${escapePointer('application/json')}/schema`;
    if (response.value.content?.['application/json'] === undefined) continue;
    for (const one of statuses) if (!replies.has(one)) replies.set(one, json);
  }
  return {
    id,
    method: method.toUpperCase(),
    path,
    tag: operation.tags?.[0] ?? '',
    parameters,
    query,
    body,
    replies,
    arguments: names,
  };
}

function argumentName(place: object, fallback: string): string {
  const given = (place as Record<string, unknown>)['x-argument'];
  return typeof given === 'string' ? given : fallback;
}

/** A YAML error goes on with a drawing of the place. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/:$/, '.');
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
