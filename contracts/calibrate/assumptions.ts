import type { Answer } from '../../spec/index.ts';

export { heldOf, isAsHeld } from '../../spec/index.ts';

/** An answer in a line. */
export function showAnswer(answer: Answer): string {
  return typeof answer === 'object' ? Object.values(answer).join(' ') : String(answer);
}
