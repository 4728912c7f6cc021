import type { OpenAPIV3_1 } from 'openapi-types';
import { propertiesOf, type SchemaNode } from '../properties.ts';
import { escapePointer, type Find, pointer } from '../references.ts';
import { type Parameter, schemaIn, toParameter } from './parameter.ts';

/** One operation of the document, with everything that routing and validating it needs. */
export interface Operation {
  readonly id: string;
  /** Upper case, as HTTP writes it. */
  readonly method: string;
  /** As the document writes it, for example `/groups/{jid}`. */
  readonly path: string;
  readonly tag: string;
  /** The parameters of the path by name. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly query: ReadonlyMap<string, Parameter>;
  readonly headers: ReadonlyMap<string, Parameter>;
  readonly cookies: ReadonlyMap<string, Parameter>;
  /** The `$ref` of the request body's schema, where there is a body. */
  readonly body: string | undefined;
  readonly isBodyRequired: boolean;
  /** The `$ref` of the body's schema for each documented status. */
  readonly replies: ReadonlyMap<number, string>;
  /** Where to find a value by the name that the mock gives it (`x-argument`): the names on the wire may change. */
  readonly arguments: ReadonlyMap<string, { in: 'path' | 'body'; name: string }>;
}

/** What is read of an operation when it is first asked for: most runs call few of those that a document has. */
const LATER = [
  ...['parameters', 'query', 'headers', 'cookies'],
  ...['body', 'isBodyRequired', 'replies', 'arguments'],
] as const satisfies readonly (keyof Operation)[];
type Later = Pick<Operation, (typeof LATER)[number]>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** OpenAPI describes these headers elsewhere. */
const NO_PARAMETERS = ['accept', 'content-type', 'authorization'];

/** Every operation under the paths of a document. Throws where one cannot be served, and says which; of `LATER`, when it is first asked for. */
export function listOperations({ paths = {} }: OpenAPIV3_1.Document, find: Find): Operation[] {
  const operations = new Map<string, Operation>();
  const requests = new Map<string, string>();
  for (const [path, item = {}] of Object.entries(paths)) {
    for (const method of METHODS) {
      if (item[method] === undefined) continue;
      const read = readOperation(path, method, item, find);
      const other = operations.get(read.id);
      if (other !== undefined)
        throw new Error(
          `${read.method} ${path} has the operationId of ${other.method} ${other.path}: ${read.id}.`,
        );
      operations.set(read.id, read);
      const request = `${read.method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
      const before = requests.get(request);
      if (before !== undefined)
        throw new Error(
          `${read.method} ${path} takes the requests of ${read.method} ${before}: the names of parameters tell no paths apart.`,
        );
      requests.set(request, path);
    }
  }
  return [...operations.values()];
}

/** The `$ref` of the payload's schema for each event that the webhooks of a document are sent. */
export function listEvents({ webhooks = {} }: OpenAPIV3_1.Document, find: Find): Map<string, string> {
  return new Map(
    Object.entries(webhooks).flatMap(([name, item]) => {
      const body = 'post' in item ? item.post?.requestBody : undefined;
      return body === undefined ? [] : [[name, bodyOf(find, body, pointer('webhooks', name, 'post')).body]];
    }),
  );
}

function readOperation(
  path: string,
  method: (typeof METHODS)[number],
  item: OpenAPIV3_1.PathItemObject,
  find: Find,
): Operation {
  const at = pointer('paths', path, method);
  const operation: Partial<OpenAPIV3_1.OperationObject> = item[method] ?? {};
  const id = operation.operationId;
  if (id === undefined) throw new Error(`${method.toUpperCase()} ${path} has no operationId.`);
  const now = { id, method: method.toUpperCase(), path, tag: operation.tags?.[0] ?? '' };
  let known: Later | undefined;
  const read = () => {
    known ??= readLater(path, at, item.parameters, operation, find);
    return known;
  };
  const later = LATER.map((name): [string, PropertyDescriptor] => [
    name,
    { enumerable: true, get: () => read()[name] },
  ]);
  return Object.defineProperties(now, Object.fromEntries(later)) as typeof now & Later;
}

function readLater(
  path: string,
  at: string,
  shared: OpenAPIV3_1.PathItemObject['parameters'],
  operation: Partial<OpenAPIV3_1.OperationObject>,
  find: Find,
): Later {
  const places = { query: new Map(), header: new Map(), path: new Map(), cookie: new Map() };
  const names = new Map<string, { in: 'path' | 'body'; name: string }>();
  const sources = [
    { written: shared, from: pointer('paths', path, 'parameters') },
    { written: operation.parameters, from: `${at}/parameters` },
  ];
  for (const { written, from } of sources) {
    const list = written ?? [];
    if (!Array.isArray(list)) throw new Error(`${from} is ${JSON.stringify(list)}: it has to be a list.`);
    for (const [index, entry] of list.entries()) {
      mustBeObject(entry, `${from}/${index}`);
      const { value, ref } = find(entry, `${from}/${index}`);
      const { name, in: place } = value;
      if (typeof name !== 'string') throw new Error(`the parameter at ${ref} has no name: give it one.`);
      if (!isPlace(place, places))
        throw new Error(
          `the parameter "${name}" at ${ref} has in: ${place}, which is not read: it can be in ${Object.keys(places).join(', ')}.`,
        );
      if (place === 'header' && NO_PARAMETERS.includes(name.toLowerCase())) continue;
      places[place].set(name, toParameter(value, ref, find));
      if (place === 'path') names.set(argumentName(value, name), { in: 'path', name });
    }
  }
  mustNameAll(path, places.path);

  const { body, isRequired: isBodyRequired } = operation.requestBody
    ? bodyOf(find, operation.requestBody, at)
    : NO_BODY;
  if (body !== undefined) {
    const resolve = (ref: string) => find({ $ref: ref }, ref).value;
    for (const [name, property] of propertiesOf({ resolve }, Object(resolve(body)) as SchemaNode))
      names.set(argumentName(property, name), { in: 'body', name });
  }

  return {
    parameters: places.path,
    query: places.query,
    headers: places.header,
    cookies: places.cookie,
    body,
    isBodyRequired,
    replies: readReplies(operation.responses, at, find),
    arguments: names,
  };
}

const NO_BODY = { body: undefined, isRequired: false };

/** A body is read as JSON alone, so a range of types promises more. */
const BODY_TYPE = /^application\/(json|[\w.-]+\+json)\s*(;.*)?$/i;

/** The `$ref` of the schema of a JSON body. Throws where no JSON is taken. */
function bodyOf(
  find: Find,
  entry: OpenAPIV3_1.RequestBodyObject | OpenAPIV3_1.ReferenceObject,
  at: string,
): { body: string; isRequired: boolean } {
  const { value, ref } = find(entry, `${at}/requestBody`);
  const body = schemaIn(value.content, ref, BODY_TYPE);
  if (body === undefined) throw new Error(`the body at ${ref} has no content of the type application/json.`);
  return { body, isRequired: value.required === true };
}

/** Throws for a place of the document in which something else stands. */
function mustBeObject(value: unknown, at: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${at} is ${JSON.stringify(value)}: it has to be an object.`);
}

function isPlace<Places extends object>(place: string, places: Places): place is string & keyof Places {
  return Object.hasOwn(places, place);
}

/** The `$ref` of the schema of each JSON answer by its status: of one status, of a range, of all others. */
function readReplies(
  responses: OpenAPIV3_1.ResponsesObject = {},
  at: string,
  find: Find,
): Map<number, string> {
  const replies = new Map<number, string>();
  // The keys of an object that are numbers come first; what is for all others counts last.
  const isLast = (key: string) => Number(key === 'default');
  mustBeObject(responses, `${at}/responses`);
  const keys = Object.keys(responses).filter((key) => !key.startsWith('x-'));
  for (const key of keys.sort((one, other) => isLast(one) - isLast(other))) {
    const here = `${at}/responses/${escapePointer(key)}`;
    mustBeObject(responses[key], here);
    const { value, ref } = find(responses[key] ?? {}, here);
    const schema = schemaIn((value as OpenAPIV3_1.ResponseObject).content, ref);
    if (schema === undefined) continue;
    for (const status of statusesOf(key)) if (!replies.has(status)) replies.set(status, schema);
  }
  return replies;
}

/** Throws when a path and its parameters do not name the same, or one of them is not a whole step of it. */
function mustNameAll(path: string, parameters: ReadonlyMap<string, unknown>): void {
  const part = path.split('/').find((step) => /.\{|\}./.test(step));
  if (part !== undefined)
    throw new Error(
      `the path ${path} has a parameter within "${part}": it has to be all between two slashes.`,
    );
  const names = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name = '']) => name);
  if (names.includes('__proto__'))
    throw new Error(
      `the path ${path} has a parameter "__proto__", which JavaScript keeps for itself: give it another name.`,
    );
  const [missing] = names.filter((name) => !parameters.has(name));
  if (missing !== undefined) throw new Error(`the path ${path} has no parameter for "{${missing}}".`);
  const [idle] = [...parameters.keys()].filter((name) => !names.includes(name));
  if (idle !== undefined) throw new Error(`the path ${path} has no "{${idle}}", which is a parameter of it.`);
}

/** The statuses that a key of responses stands for, such as `404`, `4XX` or `default`, which is for what goes wrong. */
function statusesOf(key: string): number[] {
  if (Number.isInteger(Number(key))) return [Number(key)];
  const [from, count] = key === 'default' ? [400, 200] : [Number(key.replaceAll(/x/gi, '0')), 100];
  return Array.from({ length: count }, (_, index) => from + index);
}

function argumentName(place: object, fallback: string): string {
  const given = (place as Record<string, unknown>)['x-argument'];
  return typeof given === 'string' ? given : fallback;
}
