import { readFileSync } from 'node:fs';
import { setInterval } from '../real-timers.ts';

/** How often files are looked at, in milliseconds. */
const INTERVAL = 200;

/**
 * Tells, once it is given somebody to tell, when these files are otherwise than now and stay so for a moment: one that is
 * being written is not yet whole. They are read again and again, which works where the system tells of no changes: in a
 * mounted folder, behind a link, after a rename.
 */
export function watchFiles(files: readonly string[]): (onChange: () => void) => void {
  const look = () => files.map(readIfThere).join('\0');
  let told = look();
  let before = told;
  return (onChange) => {
    setInterval(() => {
      const now = look();
      if (now === before && now !== told) {
        told = now;
        onChange();
      }
      before = now;
    }, INTERVAL).unref();
  };
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    return String(error);
  }
}
