import { createRequire } from 'node:module';
import type { Ajv2020, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import { choicesAt, isObject, meantBy } from './choices.ts';
import { type ApiDocument, schemasOf } from './document.ts';
import {
  type Issue,
  isVast,
  type ReplyIssue,
  toAlternatives,
  toIssues,
  toShown,
  withinReason,
} from './issues.ts';
import { MOST_LEVELS } from './nesting.ts';
import type { Operation } from './operations/operation.ts';
import { isTextTooDeep, MOST_ENTRIES, type Parameter, type Texts } from './operations/parameter.ts';

/** Checks requests and replies against the document. An empty list means that it fits. */
export interface Validator {
  /** Throws when a schema of an operation or an event cannot be compiled; the message names the place. */
  compileAll(): void;
  /** Checks the texts of parameters and gives the values that they stand for. A text without a parameter has no value. */
  parameters(
    parameters: ReadonlyMap<string, Parameter>,
    textsOf: (name: string) => Texts | undefined,
  ): ReadValues;
  /** Checks a query likewise; a text without a parameter is an issue. */
  query(operation: Operation, texts: Readonly<Record<string, string>>): ReadValues;
  body(operation: Operation, body: unknown): Issue[];
  /** Checks any value against the schema that a `$ref` of the document points at. */
  value(ref: string, value: unknown): Issue[];
  /** Checks what is sent to a webhook. An event that the document does not name has nothing to fit. */
  event(name: string, payload: unknown): ReplyIssue[];
  /** A status that the document does not list for the operation is an issue too. Where no operation was found, an error is expected. */
  reply(operation: Operation | undefined, status: number, body: unknown): ReplyIssue[];
}

/** What the texts of parameters stand for, by name, and what is wrong with them. */
interface ReadValues {
  readonly issues: Issue[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** A document does not change, so whoever validates by it can share what was compiled of it. */
const KNOWN = new WeakMap<ApiDocument['raw'], Validator>();

/** The validator of a document. A schema that was not compiled ahead is compiled at its first use; explaining a mismatch costs extra. */
export function createValidator(document: ApiDocument): Validator {
  const validator = KNOWN.get(document.raw) ?? compileValidator(document);
  KNOWN.set(document.raw, validator);
  return validator;
}

function compileValidator(document: ApiDocument): Validator {
  const test = createCompiler(document, { allErrors: false });
  const explain = createCompiler(document, { allErrors: true });

  const fitsAt = (ref: string) => document.fits?.(ref) ?? test(ref);

  const check = (ref: string, value: unknown, root: string): ReplyIssue[] => {
    if (fitsAt(ref)(value)) return [];
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

  const readAll: Validator['parameters'] = (parameters, textsOf) => {
    const issues: Issue[] = [];
    const values: Record<string, unknown> = {};
    for (const [name, parameter] of parameters) {
      const texts = textsOf(name);
      if (texts === undefined || (typeof texts !== 'string' && texts.length === 0)) {
        if (parameter.isRequired) issues.push({ field: name, message: 'is required', value: null });
        continue;
      }
      const taken = parameter.take(texts);
      const value = readTaken(parameter, taken);
      if (value === undefined) issues.push(...explainText(name, parameter, taken));
      else values[name] = value;
    }
    return { issues, values };
  };

  /** The first value that fits of those that a parameter may stand for; undefined where none does. */
  const readTaken = ({ schema, readings }: Parameter, taken: Texts): unknown => {
    if (typeof taken !== 'string' && taken.length > MOST_ENTRIES) return undefined;
    const fits = fitsAt(schema);
    for (const read of readings) {
      const value = read(taken);
      if (value !== undefined && fits(value)) return value;
    }
    return undefined;
  };

  const explainText = (name: string, { schema, readings }: Parameter, taken: Texts): Issue[] => {
    const toIssue = (message: string) => [{ field: name, message, value: toShown(taken) }];
    if (typeof taken !== 'string' && taken.length > MOST_ENTRIES)
      return toIssue(`must have at most ${MOST_ENTRIES} entries`);
    const value = readings[0]?.(taken);
    if (value !== undefined) return check(schema, value, name).map(toPlain);
    return toIssue(
      isTextTooDeep(taken) ? `must be nested at most ${MOST_LEVELS} levels deep` : 'must be JSON',
    );
  };

  return {
    compileAll() {
      for (const ref of schemasOf(document)) {
        try {
          test(ref);
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          throw new Error(`the schema at ${decodeURIComponent(ref)} cannot be used: ${why}.`);
        }
      }
    },
    parameters: readAll,
    query(operation, texts) {
      const unknown = Object.keys(texts).filter((name) => !operation.query.has(name));
      const message = `is no parameter; there is ${[...operation.query.keys()].join(', ') || 'none'}`;
      const { issues, values } = readAll(operation.query, (name) => texts[name]);
      const strange = unknown.map((name) => ({ field: name, message, value: toShown(texts[name]) }));
      return { issues: [...strange, ...issues], values };
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
      const ref = refOfReply(document, operation, status);
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

/** The schemas of errors where the request is for no operation; any other status has the schema `Error`. */
const WITHOUT_OPERATION: Readonly<Record<number, string>> = {
  401: 'UnauthorizedError',
  404: 'NotFoundError',
};

/** The schema of a reply; undefined for a status that the operation does not list. An answer for no operation is an error. */
export function refOfReply(
  document: ApiDocument,
  operation: Operation | undefined,
  status: number,
): string | undefined {
  if (operation !== undefined) return operation.replies.get(status);
  const own = WITHOUT_OPERATION[status] ?? '';
  const isThere = Object.hasOwn(document.raw.components?.schemas ?? {}, own);
  return `#/components/schemas/${isThere ? own : 'Error'}`;
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
