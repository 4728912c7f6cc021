export { whatItTakes } from './answers.ts';
export { type Calibrated, calibrate } from './calibrate.ts';
export {
  type Answer,
  type Calibration,
  CalibrationError,
  type Contradicted,
  markOf,
  type Observed,
  type Settled,
  type Unsettled,
} from './calibration.ts';
export { createErrors, type ToError } from './errors.ts';
export { heldOf, isAsHeld, showAnswer } from './held.ts';
export { parseCalibration, readCalibration } from './read.ts';
export { answersAt } from './replies.ts';
export { writeCalibration } from './write.ts';
