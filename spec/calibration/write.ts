import { createRequire } from 'node:module';
import { loadDocument } from '../document.ts';
import { calibrate } from './calibrate.ts';
import type { Calibration } from './calibration.ts';
import { toOverlay } from './overlay.ts';

/**
 * The text of a calibration file: YAML for people. What it changes of the document stands at its end as an OpenAPI overlay, for
 * other programs. Throws a `CalibrationError` where what is settled does not go together.
 */
export function writeCalibration(calibration: Calibration, document = loadDocument()): string {
  // Loaded only here, as wherever YAML is read or written.
  const { stringify }: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  const overlay = toOverlay(document, calibrate(document, calibration).document);
  return stringify({ ...calibration, overlay }, { aliasDuplicateObjects: false, lineWidth: 0 });
}
