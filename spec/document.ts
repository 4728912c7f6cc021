import { createRequire } from 'node:module';
import type { OpenAPIV3_1 } from 'openapi-types';
import { listEvents, listOperations, type Operation } from './operations/operation.ts';
import { createFind, resolveAll, writePaths } from './references.ts';
import { readTextFile } from './text-file.ts';

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
  const document = { ...readDocument(raw), fits };
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
    resolveAll(raw, createFind(raw));
    const document = readDocument(writePaths(raw));
    // Whatever in it cannot be served is told now.
    return { ...document, operations: document.operations.map((operation) => ({ ...operation })) };
  } catch (error) {
    throw new DocumentError(`The document ${origin} cannot be used: ${reason(error)}`);
  }
}

function readDocument(raw: OpenAPIV3_1.Document): ApiDocument {
  const find = createFind(raw);
  const resolve = (ref: string) => find({ $ref: ref }, ref).value;
  return { raw, resolve, operations: listOperations(raw, find), events: listEvents(raw, find) };
}

/** The `$ref` of every schema that a request, an answer or an event has to fit. */
export function schemasOf({ operations, events }: ApiDocument): Set<string> {
  const places = operations.flatMap(({ parameters, query, headers, cookies, body, replies }) => [
    ...[parameters, query, headers, cookies].flatMap((some) =>
      Array.from(some.values(), ({ schema }) => schema),
    ),
    ...(body === undefined ? [] : [body]),
    ...replies.values(),
  ]);
  return new Set([...places, ...events.values()]);
}

/** A YAML error goes on with a drawing of the place. */
function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/:$/, '.');
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
