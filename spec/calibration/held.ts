import { isDeepStrictEqual } from 'node:util';
import { loadDocument } from '../document.ts';
import { ERROR_CODES, LIMITS, REFUSAL_STATUSES, REFUSALS, RULINGS, type Ruling } from '../facts/index.ts';
import type { Answer } from './calibration.ts';

const codes: Readonly<Record<number, string>> = ERROR_CODES;

/** What is held for each kind of fact while nobody has asked. */
const HELD: Readonly<Record<string, (name: string) => Answer | undefined>> = {
  ruling: (name) => {
    const { choices } = Object(RULINGS as Readonly<Record<string, Ruling>>)[name] as Ruling;
    return 'byDefault' in choices ? choices.byDefault : choices[0];
  },
  refusal: (name) => {
    const status = REFUSAL_STATUSES[REFUSALS[name as keyof typeof REFUSALS].code];
    return { status, error_code: codes[status] ?? 'DEVICE_NOT_READY' };
  },
  status: (name) => Number(name.split(' ')[1]),
  code: (name) => name,
  operation: (name) => {
    const found = loadDocument().operations.find(({ id }) => id === name);
    return found && { method: found.method, path: found.path };
  },
  row: Number,
  limit: (name) => LIMITS[name as keyof typeof LIMITS].most,
};

/** What is held of a fact while nobody has asked. */
export function heldOf(fact: string): Answer {
  const [, kind = '', name = ''] = /^(\w+) (.*)$/.exec(fact) ?? [];
  return HELD[kind]?.(name) ?? (kind === 'field' ? 'present' : 'yes');
}

/** An answer in a line. */
export function showAnswer(answer: Answer): string {
  return typeof answer === 'object' ? Object.values(answer).join(' ') : String(answer);
}

/** Whether an answer is what was held before: what is measured then confirms it. */
export function isAsHeld(fact: string, answer: Answer): boolean {
  if (fact.startsWith('field ') && answer === 'nullable') return true;
  const held = heldOf(fact);
  // The choice of a ruling may be a number that is written as text.
  return typeof answer === 'object' ? isDeepStrictEqual(held, answer) : String(held) === String(answer);
}
