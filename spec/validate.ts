import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import { choicesAt, isObject, meantBy } from './choices.ts';
import { type ApiDocument, type Operation, schemasOf } from './document.ts';
import {
  type Issue,
  isVast,
  type ReplyIssue,
  toAlternatives,
  toIssues,
  toShown,
  withinReason,
} from './issues.ts';

/** Checks requests and replies against the document. An empty list means that it fits. */
export interface Validator {
  /** Throws when a schema of an operation or an event cannot be compiled; the message names the place. */
  compileAll(): void;
  parameters(operation: Operation, values: Record<string, string>): Issue[];
  /** Checks the query and gives its values their types: numbers and booleans come as text. An unknown parameter is an issue. */
  query(operation: Operation, values: Readonly<Record<string, string>>): { issues: Issue[]; values: object };
  body(operation: Operation, body: unknown): Issue[];
  /** Checks any value against the schema that a `$ref` of the document points at. */
  value(ref: string, value: unknown): Issue[];
  /** Checks what is sent to a webhook. An event that the document does not name has nothing to fit. */
  event(name: string, payload: unknown): ReplyIssue[];
  /** A status that the document does not list for the operation is an issue too. Where no operation was found, an error is expected. */
  reply(operation: Operation | undefined, status: number, body: unknown): ReplyIssue[];
}

/** A document does not change, so whoever validates by it can share what was compiled of it. */
const KNOWN = new WeakMap<ApiDocument, Validator>();

/** The validator of a document. A schema that was not compiled ahead is compiled at its first use; explaining a mismatch costs extra. */
export function createValidator(document: ApiDocument): Validator {
  const validator = KNOWN.get(document) ?? compileValidator(document);
  KNOWN.set(document, validator);
  return validator;
}

function compileValidator(document: ApiDocument): Validator {
  const test = createCompiler(document, { allErrors: false });
  const explain = createCompiler(document, { allErrors: true });

  const check = (ref: string, value: unknown, root: string): ReplyIssue[] => {
    const fits = document.fits?.(ref) ?? test(ref);
    if (fits(value)) return [];
    const choices = choicesAt(document, ref);
    if (choices.length > 0) {
      const meant = meantBy(choices, value);
      if (meant !== undefined) return check(meant.$ref, value, root);
      const { 'x-provenance': provenance } = document.resolve(ref) as Record<string, unknown>;
      const message = isObject(value) ? toAlternatives(choices) : 'must be an object';
      return [{ field: root || 'body', message, value: toShown(value), provenance }];
    }
    const explained = explain(ref);
    // When there is too much to explain, or all that is wrong was cut off, the first error that the test met has to do.
    if (!isVast(value) && !explained(withinReason(value)))
      return toIssues(explained.errors ?? [], value, root);
    const tested = test(ref);
    tested(value);
    return toIssues(tested.errors ?? [], value, root);
  };

  return {
    compileAll() {
      for (const ref of schemasOf(document)) {
        try {
          test(ref);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          throw new Error(`the schema at ${decodeURIComponent(ref)} cannot be used: ${why}`);
        }
      }
    },
    parameters(operation, values) {
      const issues: Issue[] = [];
      for (const [name, ref] of operation.parameters) {
        issues.push(...check(ref, values[name], name).map(toPlain));
      }
      return issues;
    },
    query(operation, texts) {
      const issues: Issue[] = [];
      const values: Record<string, unknown> = {};
      for (const [name, text] of Object.entries(texts)) {
        const ref = operation.query.get(name);
        if (ref === undefined) {
          const message = `is no parameter; there is ${[...operation.query.keys()].join(', ') || 'none'}`;
          issues.push({ field: name, message, value: toShown(text) });
          continue;
        }
        values[name] = typed(text);
        const found = check(ref, values[name], name);
        // A text that looks like a number may be meant as a text.
        if (found.length > 0 && values[name] !== text) {
          values[name] = text;
          if (check(ref, text, name).length === 0) continue;
        }
        issues.push(...found.map(toPlain));
      }
      return { issues, values };
    },
    body(operation, body) {
      return operation.body === undefined ? [] : check(operation.body, body, '').map(toPlain);
    },
    value: (ref, value) => check(ref, value, '').map(toPlain),
    event(name, payload) {
      const ref = document.events.get(name);
      return ref === undefined ? [] : check(ref, payload, '');
    },
    reply(operation, status, body) {
      const ref = refOfReply(operation, status);
      if (ref !== undefined) return check(ref, body, '');
      return [
        {
          field: 'status',
          message: `must be one of ${[...(operation?.replies.keys() ?? [])].join(', ')}`,
          value: status,
          provenance: undefined,
        },
      ];
    },
  };
}

/** The errors of a request that is for no operation; any other is an error of no kind. */
const WITHOUT_OPERATION: Readonly<Record<number, string>> = {
  401: 'UnauthorizedError',
  404: 'NotFoundError',
};

/** The schema of a reply; undefined for a status that the operation does not list. An answer for no operation is an error. */
export function refOfReply(operation: Operation | undefined, status: number): string | undefined {
  if (operation !== undefined) return operation.replies.get(status);
  return `#/components/schemas/${WITHOUT_OPERATION[status] ?? 'Error'}`;
}

function typed(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}

/** What a request does not fit is for the error envelope, which has no place for more. */
function toPlain({ field, message, value }: ReplyIssue): Issue {
  return { field, message, value };
}

function createCompiler({ raw }: ApiDocument, options: Options) {
  let ajv: Ajv2020 | undefined;
  const compiled = new Map<string, ValidateFunction>();
  return (ref: string): ValidateFunction & { errors?: ErrorObject[] | null } => {
    const known = compiled.get(ref);
    if (known !== undefined) return known;
    ajv ??= createAjv(raw, { ...options, verbose: true });
    const validate = ajv.compile({ $ref: `document${ref}` });
    compiled.set(ref, validate);
    return validate;
  };
}

/** An ajv that knows a document by the name `document`. */
export function createAjv(raw: ApiDocument['raw'], options: Options): Ajv2020 {
  // Loaded only here: most runs meet nothing that does not fit, in no document but ours.
  const require = createRequire(import.meta.url);
  const { Ajv2020 }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js');
  const addFormats: typeof import('ajv-formats').default = require('ajv-formats');
  const ajv = new Ajv2020({
    ...options,
    // A document may use any extension, keyword or format of OpenAPI: what is none of JSON Schema checks nothing.
    strict: false,
    // NaN and Infinity are no numbers of JSON.
    strictNumbers: true,
    logger: false,
    // Compiling the schema of schemas takes twice as long as all that a first answer needs, and would check a `$ref` alone.
    meta: false,
    validateSchema: false,
  });
  addFormats.default(ajv, ['date-time', 'uri', 'uuid']);
  ajv.addSchema(raw, 'document', false, false);
  return ajv;
}
