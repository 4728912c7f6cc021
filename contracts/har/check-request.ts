import {
  type ApiDocument,
  createValidator,
  type Operation,
  toShown,
  unknownProperties,
} from '../../spec/index.ts';
import { provenanceAt } from '../body-check.ts';
import { parseJson } from '../json.ts';
import type { Entry } from './archive.ts';
import { type Issue, issueMaker, unknown } from './issue.ts';
import { authorizationOf, tokenIn } from './tokens.ts';

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

  const checkParameters = (values: Readonly<Record<string, string>>, operation: Operation): Issue[] => {
    const issue = issueMaker(document, operation);
    return validator.parameters(operation, { ...values }).map(({ field, message, value }) => {
      const ref = operation.parameters.get(field);
      const known = ref === undefined ? 'documented' : provenanceAt(document, { $ref: ref }, 'body');
      return issue({ refusal: 400, known }, { path: `path.${field}`, expected: message, actual: value });
    });
  };

  const checkFields = (body: unknown, operation: Operation, ref: string): Issue[] => {
    const issue = issueMaker(document, operation);
    const root = { $ref: ref };
    const mismatches = validator.body(operation, body).map(({ field, message, value }) => {
      const known = provenanceAt(document, root, field);
      return issue({ refusal: 400, known }, { path: toPath(field), expected: message, actual: value });
    });
    const strangers = [...new Set(unknownProperties(document, root, body, ''))];
    return [...mismatches, ...strangers.map((name) => unknown(toPath(name), 'nothing', 'a property'))];
  };

  const checkBody = ({ body: text, headers }: Entry, operation: Operation): Issue[] => {
    const issue = issueMaker(document, operation);
    const ref = operation.body;
    if (ref === undefined) return text === undefined ? [] : [unknown('body', 'no body', toShown(text))];
    const none = { path: 'body', expected: 'a JSON body', actual: undefined };
    if (text === undefined) return [issue({ refusal: 400 }, none)];
    const type = headers.find(({ name }) => name === 'content-type')?.value;
    const body = parseJson(text);
    return [
      ...(JSON_TYPE.test(type ?? '')
        ? []
        : [
            issue(
              { refusal: 415 },
              { path: 'header.content-type', expected: 'application/json', actual: type },
            ),
          ]),
      ...(body === undefined
        ? [issue({ refusal: 400 }, { ...none, actual: toShown(text) })]
        : checkFields(body, operation, ref)),
    ];
  };

  const checkAuthorization = (entry: Entry, operation: Operation): Issue[] => {
    const actual = whatIsNoToken(entry, isTokenRecorded);
    if (actual === 'a token') return [];
    const expected = 'Bearer and a token, which is a UUID v4';
    return [
      issueMaker(document, operation)({ refusal: 401 }, { path: 'header.authorization', expected, actual }),
    ];
  };

  return (entry, operation, parameters) => [
    ...checkAuthorization(entry, operation),
    ...checkParameters(parameters, operation),
    ...[...new Set(entry.url.searchParams.keys())].map((name) =>
      unknown(`query.${name}`, 'nothing', 'a parameter'),
    ),
    ...checkBody(entry, operation),
  ];
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

function toPath(field: string): string {
  return field === 'body' ? 'body' : `body.${field}`;
}
