import { createRequire } from 'node:module';
import type { Calibration } from './calibration.ts';

/** The text of a calibration file: YAML for people. */
export function writeCalibration(calibration: Calibration): string {
  // Loaded only here, as wherever YAML is read or written.
  const { stringify }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  return stringify(calibration, { aliasDuplicateObjects: false, lineWidth: 0 });
}
