import type { Case, Expectation, Pattern } from './case.ts';

/** How a promise is known, to be spread into a case. */
export type Known = Pick<Case, 'provenance' | 'source'>;

/** A page of the public documentation says so. */
export function documented(page: string): Known {
  return { provenance: 'documented', source: `docs: ${page}` };
}

/** It follows from this source. */
export function inferred(source: string): Known {
  return { provenance: 'inferred', source };
}

/** Nobody knows. */
export const assumed: Known = { provenance: 'assumed' };

/** The request does not fit: 400 with the code that the documentation shows. */
export const invalid: Expectation = {
  status: 400,
  body: { success: false, error_code: 'VALIDATION_ERROR' },
};

/** Refused, for whatever reason the status tells; a text says so to people. */
export function refused(status: number | readonly number[]): Expectation {
  return { status, body: { success: false, error: { $matches: '\\S' } } };
}

/** A time of this century in RFC 3339 and UTC. */
export const time: Pattern = { $matches: '^20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
