import { CalibrationError, loadDocument, readCalibration } from '../../spec/index.ts';
import type { Case } from '../language/case.ts';
import { suite } from '../suite.ts';
import { CannotRun, type RunOptions } from '../target/target.ts';
import { calibrateSuite } from './calibrated-cases.ts';

/** The cases whose id matches what is asked for. `*` in a pattern stands for anything; a theme stands for all its cases. */
export function chooseCases(options: RunOptions): readonly Case[] {
  const { only = [], skip: unwanted = [], cases = suite } = withCalibration(options);
  const matches = (patterns: readonly string[], { id }: Case) =>
    patterns.some((pattern) => toRegExp(pattern).test(id));
  return cases.filter((one) => (only.length === 0 || matches(only, one)) && !matches(unwanted, one));
}

/** The same options, with the document and the cases of their calibration once that is read. Throws `CannotRun` when it cannot be used. */
export function withCalibration(options: RunOptions): RunOptions {
  const { calibration: given, ...rest } = options;
  if (given === undefined) return options;
  const held = options.document ?? loadDocument(options.spec);
  try {
    const calibration = typeof given === 'string' ? readCalibration(given, held) : given;
    return { ...rest, ...calibrateSuite(suite, calibration, held) };
  } catch (error) {
    if (error instanceof CalibrationError) throw new CannotRun(error.message);
    throw error;
  }
}

function toRegExp(pattern: string): RegExp {
  const literal = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${literal.join('.*')}(/.*)?$`);
}
