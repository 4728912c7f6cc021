import type { ApiDocument, ControlSchema, Operation } from '../../../spec/index.ts';
import { unknownProperties } from '../../../spec/index.ts';
import type { Entry } from '../../journal/entry.ts';

/** Something that a consumer did and the contract does not promise to work. */
export interface Mistake {
  readonly kind: ControlSchema<'MistakeKind'>;
  /** What was done and what the contract says. */
  readonly says: string;
  readonly entry: Entry;
}

/** One call and what came before it. */
interface Seen {
  readonly entry: Entry;
  readonly operation: Operation | undefined;
  readonly document: ApiDocument;
  readonly before: readonly Entry[];
}

/** Each kind of mistake and how it is seen: what there is to say, or nothing. A fault of the mock's is nobody's mistake, and of a stub the contract says nothing. */
const KINDS: { readonly [Kind in Mistake['kind']]: (seen: Seen) => string | undefined } = {
  'unknown-path': ({ entry }) =>
    entry.rule === 'unknown-path'
      ? `${entry.method} ${entry.path}: the document has no such path.`
      : undefined,
  'wrong-method': ({ entry }) =>
    entry.rule === 'wrong-method' ? `${entry.path} does not take ${entry.method}: ${said(entry)}` : undefined,
  'no-valid-token': ({ entry }) => (entry.status === 401 ? `${called(entry)}: ${said(entry)}` : undefined),
  'content-type': ({ entry }) => (entry.status === 415 ? `${called(entry)}: ${said(entry)}` : undefined),
  'invalid-request': ({ entry }) =>
    entry.rule === 'does-not-fit-the-document' || entry.rule === 'malformed-json'
      ? `${called(entry)}: ${invalid(entry)}`
      : undefined,
  'unknown-parameter': ({ entry, operation }) => {
    const unknown = entry.parameters.filter((name) => operation?.query.has(name) === false);
    return unknown.length === 0
      ? undefined
      : `${called(entry)} takes no query parameter ${unknown.join(', ')}; it is ignored, here and perhaps not elsewhere.`;
  },
  'unknown-property': ({ entry, operation, document }) => {
    if (operation?.body === undefined) return undefined;
    const unknown = new Set(unknownProperties(document, { $ref: operation.body }, bodyOf(entry), ''));
    return unknown.size === 0
      ? undefined
      : `${called(entry)} knows no property ${[...unknown].join(', ')}; it is ignored, here and perhaps not elsewhere.`;
  },
  'retried-refusal': ({ entry, before }) => {
    if (entry.method === 'GET' || !isRefused(entry)) return undefined;
    const last = before.findLast(({ method, status }) => method !== 'GET' && status !== 0);
    const isSame = last !== undefined && isRefused(last) && isSameRequest(last, entry);
    return isSame
      ? `${called(entry)} was refused with ${last.status} and sent again as it was: nothing changed in between, so neither does the answer.`
      : undefined;
  },
  'read-from-outside': ({ entry }) =>
    entry.method === 'GET' && entry.rule === 'not-a-participant'
      ? `${called(entry)}: ${entry.phone} does not take part in it (any more).`
      : undefined,
};

/** What a consumer did wrong, call by call in the order of the journal. */
export function findMistakes(document: ApiDocument, entries: readonly Entry[]): Mistake[] {
  const operations = new Map(document.operations.map((operation) => [operation.id, operation]));
  return entries.flatMap((entry, index) => {
    if (entry.fault !== undefined || entry.stub !== undefined) return [];
    const operation = operations.get(entry.operation ?? '');
    const seen = { entry, operation, document, before: entries.slice(0, index) };
    return Object.entries(KINDS).flatMap(([kind, see]) => {
      const says = see(seen);
      return says === undefined ? [] : [{ kind: kind as Mistake['kind'], says, entry }];
    });
  });
}

/** Refused for good, unlike a session that is lost or a limit that is over in a while. */
function isRefused({ status, fault }: Entry): boolean {
  return fault === undefined && status >= 400 && status < 500 && ![401, 408, 412, 425, 429].includes(status);
}

function isSameRequest(one: Entry, other: Entry): boolean {
  return (
    one.method === other.method &&
    one.path === other.path &&
    one.phone === other.phone &&
    one.request.text === other.request.text
  );
}

function called({ operation, method, path }: Entry): string {
  return operation === undefined ? `${method} ${path}` : `${operation} (${method} ${path})`;
}

function said(entry: Entry): string {
  return replyOf(entry).error ?? `it answers ${entry.status}.`;
}

function invalid(entry: Entry): string {
  const { validation = [], error = '' } = replyOf(entry);
  const issues = validation.map(({ field, message }) => `${field} ${message}`);
  return issues.length === 0 ? error : `${issues.join('; ')}.`;
}

function replyOf({ reply }: Entry): { error?: string; validation?: { field: string; message: string }[] } {
  return (parse(reply.text) ?? {}) as ReturnType<typeof replyOf>;
}

function bodyOf({ request }: Entry): unknown {
  return parse(request.isBytes ? Buffer.from(request.text, 'latin1').toString() : request.text);
}

/** Undefined for what is no JSON, such as the start of a long body. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
