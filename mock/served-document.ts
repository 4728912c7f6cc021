import {
  type ApiDocument,
  type Calibrated,
  type Calibration,
  calibrate,
  createValidator,
  DocumentError,
  loadDocument,
  readCalibration,
} from '../spec/index.ts';
import { operations } from './operations/index.ts';
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
  if (document.raw.components?.schemas?.Error === undefined) {
    throw new DocumentError(
      `The document ${file} has nothing at "#/components/schemas/Error", the shape of a refusal.`,
    );
  }
  try {
    createValidator(document).compileAll();
  } catch (error) {
    throw new DocumentError(`In the document ${file}, ${error instanceof Error ? error.message : error}.`);
  }
  return document;
}
