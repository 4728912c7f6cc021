export {
  type Answer,
  answersAt,
  type Calibrated,
  type Calibration,
  CalibrationError,
  type Contradicted,
  calibrate,
  createErrors,
  heldOf,
  isAsHeld,
  markOf,
  type Observed,
  parseCalibration,
  readCalibration,
  type Settled,
  showAnswer,
  type ToError,
  type Unsettled,
  whatItTakes,
  writeCalibration,
} from './calibration/index.ts';
export {
  type ApiDocument,
  DOCUMENT_FILE,
  DocumentError,
  loadControlDocument,
  loadDocument,
  parseDocument,
  readWorldSchema,
} from './document.ts';
export { EDITIONS, toEdition } from './edition.ts';
export type { components, operations, paths } from './generated/types.gen.ts';
export { type Issue, orRather, type ReplyIssue, toIssues, toShown } from './issues.ts';
export { isNestedTooDeep, MOST_LEVELS } from './nesting.ts';
export type { Operation } from './operations/operation.ts';
export { payloadName } from './payload.ts';
export { itemsOf, propertiesOf, type SchemaNode } from './properties.ts';
export {
  documentFacts,
  type Fact,
  formatLedger,
  lintFacts,
  listFacts,
  toLedger,
} from './provenance.ts';
export { createRouter, type Route, type Router } from './router.ts';
export { type Signing, toSignature, toUnsigned } from './signature.ts';
export { startOf } from './text.ts';
export { encodingOf, readTextFile } from './text-file.ts';
export type {
  ControlBody,
  ControlId,
  ControlQuery,
  ControlSchema,
  ControlSuccess,
  OperationId,
  Reply,
  RequestBody,
  Schema,
  Success,
} from './types.ts';
export { unknownProperties } from './unknown-properties.ts';
export { createValidator, refOfReply, type Validator } from './validate.ts';
export { readVersion } from './version.ts';
