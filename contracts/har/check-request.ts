import { weaker } from '../../spec/facts/index.ts';
import {
  type ApiDocument,
  createValidator,
  type Operation,
  toShown,
  unknownProperties,
} from '../../spec/index.ts';
import type { Provenance } from '../language/case.ts';
import type { Difference } from '../language/patterns.ts';
import { provenanceAt } from '../runner/body-check.ts';
import { parseJson } from '../target/json.ts';
import type { Entry } from './archive.ts';
import { authorizationOf, tokenIn } from './tokens.ts';

/**
 * One thing about a call that the contract does not say, and how what it says instead is known. `path` is such as
 * `body.participants[0]`, `header.authorization` or `query.page`; of an answer, the place in its body.
 */
export interface Issue extends Difference {
  readonly provenance: Provenance;
}

/** Everything that a request does which the document does not let it, or knows nothing of. */
export type CheckRequest = (
  entry: Entry,
  operation: Operation,
  parameters: Readonly<Record<string, string>>,
) => Issue[];

/** A token is a UUID v4. Source: `docs: Authentication`. */
const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const JSON_TYPE = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/**
 * A check of requests. `isTokenRecorded` says whether the recording shows Authorization headers at all: browsers leave
 * them out unless asked.
 */
export function createRequestCheck(document: ApiDocument, isTokenRecorded: boolean): CheckRequest {
  const validator = createValidator(document);
  return (entry, operation, parameters) => {
    const { headers, body: text, url } = entry;
    /** Weighs as much as what is least certain of the rule, the status that refuses who breaks it, and the operation. */
    const refused = (
      status: number,
      path: string,
      expected: string,
      actual: unknown,
      $ref?: string,
    ): Issue => {
      const rule = $ref === undefined ? 'documented' : provenanceAt(document, { $ref }, bodyPath(path));
      const known = [markOfStatus(document, operation, status), markOf(document, operation)];
      return { path, expected, actual, provenance: known.reduce<Provenance>(weaker, rule) };
    };
    const checkBody = ($ref: string): Issue[] => {
      if (text === undefined) return [refused(400, 'body', 'a JSON body', undefined)];
      const type = headers.find(({ name }) => name === 'content-type')?.value;
      const body = parseJson(text);
      const strangers = new Set(unknownProperties(document, { $ref }, body, ''));
      return [
        ...(JSON_TYPE.test(type ?? '')
          ? []
          : [refused(415, 'header.content-type', 'application/json', type)]),
        ...(body === undefined
          ? [refused(400, 'body', 'a JSON body', toShown(text))]
          : validator
              .body(operation, body)
              .map(({ field, message, value }) =>
                refused(400, field === 'body' ? field : `body.${field}`, message, value, $ref),
              )),
        ...[...strangers].map((name) => unknown(`body.${name}`, 'nothing', 'a property')),
      ];
    };
    const token = whatIsNoToken(entry, isTokenRecorded);
    const names = [...new Set(url.searchParams.keys())].filter((name) => !operation.query.has(name));
    const noBody = text === undefined ? [] : [unknown('body', 'no body', toShown(text))];
    return [
      ...(token === 'a token'
        ? []
        : [refused(401, 'header.authorization', 'Bearer and a token, which is a UUID v4', token)]),
      ...validator
        .parameters(operation.parameters, (name) => parameters[name])
        .issues.map(({ field, message, value }) =>
          refused(400, `path.${field}`, message, value, operation.parameters.get(field)?.schema),
        ),
      ...names.map((name) => unknown(`query.${name}`, 'nothing', 'a parameter')),
      ...(operation.body === undefined ? noBody : checkBody(operation.body)),
    ];
  };
}

/** What the document does not know may be ignored or not: all about it is assumed. */
export function unknown(path: string, expected: string, actual: unknown): Issue {
  return { path, expected, actual, provenance: 'assumed' };
}

/** What stands where the token should; `a token` when all is well. Its value may be a secret all the same. */
function whatIsNoToken(entry: Entry, isTokenRecorded: boolean): string | undefined {
  const authorization = authorizationOf(entry);
  if (authorization === undefined) {
    // A recording that shows no tokens says nothing; an answer does.
    return isTokenRecorded || entry.answer?.status === 401 ? undefined : 'a token';
  }
  const token = tokenIn(authorization);
  if (TOKEN.test(token)) return 'a token';
  return token === '' ? 'no token' : `something else, of ${authorization.length} characters`;
}

/** The place in its schema of what stands at a path: a parameter is the whole of its own. */
function bodyPath(path: string): string {
  return path.startsWith('body.') ? path.slice('body.'.length) : 'body';
}

/** How the status is known that an operation refuses with; that it has one at all is assumed where it lists none. */
function markOfStatus(document: ApiDocument, { replies }: Operation, status: number): unknown {
  const response = replies.get(status)?.replace(/\/content\/.*$/, '');
  return response === undefined ? 'assumed' : provenanceIn(document.resolve(response));
}

function markOf({ raw }: ApiDocument, { path, method }: Operation): unknown {
  const item: Readonly<Record<string, unknown>> = { ...raw.paths?.[path] };
  return provenanceIn(item[method.toLowerCase()]);
}

function provenanceIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'x-provenance' in value
    ? value['x-provenance']
    : undefined;
}
