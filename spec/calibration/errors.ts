import { ERROR_CODES } from '../facts/index.ts';
import type { Answer, Calibration } from './calibration.ts';

/** What goes wrong: the status that the document has for it, its code where that is not the one of the status, and the rule that refuses. */
export interface Refused {
  readonly operation?: string | undefined;
  readonly status: number;
  readonly code?: string | undefined;
  readonly rule?: string | undefined;
}

/** What is answered then. */
export interface Answered {
  readonly status: number;
  readonly error_code: string;
}

/** How everything that goes wrong is answered. */
export type ToError = (refused: Refused) => Answered;

/** What is settled of each fact. */
export type SettledFacts = Calibration['settled'];

/** The device tells its own status by a ruling. */
const DEVICE = 'device-not-ready';

/** How it is answered where these facts are settled: as it is seen of the rule, or else of the status at this operation, or else as the document has it. */
export function createErrors(settled: SettledFacts = {}): ToError {
  const answerTo = (fact: string): Answer | undefined => settled[fact]?.answer;
  const renamed = (code: string) => (answerTo(`code ${code}`) as string | undefined) ?? code;
  return ({ operation, status, code, rule }) => {
    const ofRule = answerTo(`refusal ${rule}`);
    if (ofRule !== undefined) return ofRule as unknown as Answered;
    const seen = rule === DEVICE ? undefined : answerTo(`status ${operation} ${status}`);
    const answered = seen === undefined ? status : Number(seen);
    const usual = code ?? codeOf(status);
    const isNamed = answered === status || answerTo(`code ${usual}`) !== undefined;
    return { status: answered, error_code: renamed(isNamed ? usual : codeOf(answered)) };
  };
}

/** A status without a code of its own has that of its class. Source: RFC 9110, section 15. */
function codeOf(status: number): string {
  const codes: Readonly<Record<number, string>> = ERROR_CODES;
  return codes[status] ?? (status < 500 ? 'VALIDATION_ERROR' : 'INTERNAL_ERROR');
}
