import {
  type ApiDocument,
  type Calibrated,
  type Calibration,
  calibrate,
  createValidator,
  DocumentError,
  loadDocument,
  type Operation,
  readCalibration,
  refOfReply,
} from '../spec/index.ts';
import { envelope } from './engine/error-reply.ts';
import { operations } from './operations/index.ts';
import { isElsewhere } from './served-paths.ts';
import { AS_IT_IS, createWireForm, type WireForm } from './wire/wire-form.ts';

/** What a mock serves. */
export interface ServedDocument extends Pick<Calibrated, 'document'>, Partial<Pick<Calibrated, 'rulings'>> {
  readonly form: WireForm;
  /** What is in force of a calibration. */
  readonly calibration?: CalibrationInForce;
}

/** What a mock follows of a calibration. */
export interface CalibrationInForce {
  /** Where it was read; undefined when it was given as it is. */
  readonly file: string | undefined;
  /** On which day it was made. */
  readonly day: string;
  /** How many facts it settles. */
  readonly settled: number;
  /** The names of those that are otherwise, and that the mock does not follow. */
  readonly notFollowed: readonly string[];
}

/** Our document or another version of it, as a live gateway was seen to keep it where there is a calibration. Throws a `DocumentError` or a `CalibrationError`. */
export function loadServed({
  spec,
  calibration,
}: {
  spec?: string | undefined;
  calibration?: string | Calibration | undefined;
}): ServedDocument {
  const document = spec === undefined ? loadDocument() : loadOther(spec);
  if (calibration === undefined) return { document, form: AS_IT_IS };
  const read = typeof calibration === 'string' ? readCalibration(calibration, document) : calibration;
  const calibrated = calibrate(document, read);
  const inForce: CalibrationInForce = {
    file: typeof calibration === 'string' ? calibration : undefined,
    day: read.day,
    settled: Object.keys(read.settled).length,
    notFollowed: calibrated.notFollowed,
  };
  return { ...calibrated, form: createWireForm(calibrated), calibration: inForce };
}

/** Another version of the document, as far as the handlers can serve it. Throws a `DocumentError`. */
function loadOther(file: string): ApiDocument {
  const document = loadDocument(file);
  const own = new Map(loadDocument().operations.map((operation) => [operation.id, operation]));
  for (const operation of document.operations) {
    if (isElsewhere(operation.path)) {
      throw new DocumentError(
        `The document ${file} has ${operation.path}, where the mock serves something of its own: it would never be asked.`,
      );
    }
    const known = own.get(operation.id);
    if (known === undefined || !Object.hasOwn(operations, operation.id)) {
      throw new DocumentError(
        `The document ${file} has the operation "${operation.id}", which the mock does not know. It knows: ${Object.keys(operations).join(', ')}.`,
      );
    }
    for (const status of known.replies.keys()) {
      if (status < 300 && !operation.replies.has(status)) {
        throw new DocumentError(
          `In the document ${file}, ${operation.id} has no JSON answer for the status ${status}, with which the mock answers: give it one.`,
        );
      }
    }
    for (const [name, place] of known.arguments) {
      const isAskedFor = place.in === 'path' || place.name !== name;
      if (isAskedFor && !operation.arguments.has(name)) {
        throw new DocumentError(
          `In the document ${file}, ${operation.id} has no parameter or property for "${name}": give the one that stands for it "x-argument: ${name}".`,
        );
      }
    }
  }
  const { schemas = {} } = document.raw.components ?? {};
  if (schemas.Error === undefined) {
    throw new DocumentError(
      `The document ${file} has nothing at "#/components/schemas/Error", the shape of a refusal.`,
    );
  }
  const whole = {
    ...document,
    operations: document.operations.map((operation) => withErrors(operation, own.get(operation.id))),
  };
  try {
    createValidator(whole).compileAll();
    mustAllowErrors(whole);
  } catch (error) {
    throw new DocumentError(`In the document ${file}, ${error instanceof Error ? error.message : error}`);
  }
  for (const operation of whole.operations) mustAllowExamples(whole, operation, file);
  return { ...whole, operations: whole.operations.map((operation) => withRefusal(whole, operation)) };
}

/** The shape of every error that a document says nothing about. */
const ERROR = '#/components/schemas/Error';

/** How a request is refused that does not fit its operation: for its body, and for a parameter. */
const REFUSED = { body: [400, 413, 415, 429], parameter: [400] };

/** An operation that may answer each error that the mock knows: one that it does not list is as every other. */
function withErrors(operation: Operation, known: Operation | undefined): Operation {
  const errors = [...(known?.replies.keys() ?? [])].filter((status) => status >= 400);
  const unlisted = [...errors, ...refusedWith(operation)].map((status): [number, string] => [status, ERROR]);
  // The mock needs the bodies that our document has.
  const isBodyRequired = operation.isBodyRequired || known?.body !== undefined;
  return { ...operation, isBodyRequired, replies: new Map([...unlisted, ...operation.replies]) };
}

/** An operation that may refuse what does not fit it, also where its own schema of such an answer does not take that. */
function withRefusal(document: ApiDocument, operation: Operation): Operation {
  const { reply } = createValidator(document);
  const strange = refusedWith(operation).filter(
    (status) => reply(operation, status, refusal(status)).length > 0,
  );
  const usual = strange.map((status): [number, string] => [status, ERROR]);
  return usual.length === 0
    ? operation
    : { ...operation, replies: new Map([...operation.replies, ...usual]) };
}

/** What the mock answers with a status where no operation has a part in it. */
function refusal(status: number): object {
  const validation = [{ field: 'path', message: 'is wrong', value: 'a' }];
  return { ...envelope(status, 'Refused.', 0), ...(status === 400 && { validation }) };
}

/** Throws unless a request of no operation may be answered as it is: its path, its method and its token are refused. */
function mustAllowErrors(document: ApiDocument): void {
  for (const status of [400, 401, 404, 405]) {
    const at = refOfReply(document, undefined, status);
    const [issue] = createValidator(document).reply(undefined, status, refusal(status));
    if (issue !== undefined)
      throw new Error(
        `${at} does not allow what the mock answers with ${status} to a request of no operation: ${issue.field} ${JSON.stringify(issue.value)}, which ${issue.message}.`,
      );
  }
}

function refusedWith({ body, parameters, query, headers, cookies }: Operation): number[] {
  if (body !== undefined) return REFUSED.body;
  return [parameters, query, headers, cookies].some(({ size }) => size > 0) ? REFUSED.parameter : [];
}

/** Throws a `DocumentError` unless an operation may answer as our document shows it. */
function mustAllowExamples(document: ApiDocument, operation: Operation, file: string): void {
  const ours = loadDocument();
  const known = ours.operations.find(({ id }) => id === operation.id);
  for (const [status, ref] of known?.replies ?? []) {
    for (const answer of examplesAt(ours, ref)) {
      const [issue] = createValidator(document).reply(operation, status, answer);
      if (issue === undefined) continue;
      throw new DocumentError(
        `The document ${file} does not allow what the mock answers to ${operation.id} with ${status}: ${issue.field} ${JSON.stringify(issue.value)}, which ${issue.message}.`,
      );
    }
  }
}

/** The examples beside the schema of a body. */
function examplesAt({ resolve }: ApiDocument, schema: string): unknown[] {
  const { examples = {} } = resolve(schema.replace(/\/schema$/, '')) as {
    examples?: Record<string, Example>;
  };
  return Object.values(examples).map(
    (one) => (one.$ref === undefined ? one : (resolve(one.$ref) as Example)).value,
  );
}

interface Example {
  readonly $ref?: string;
  readonly value?: unknown;
}
