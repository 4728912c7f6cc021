/** How a fact can be known, the most certain first; the description of `openapi.yaml` says what each one means. */
export const PROVENANCES = ['documented', 'measured', 'inferred', 'assumed'] as const;

/** How a fact is known. */
export type Provenance = (typeof PROVENANCES)[number];

/** The less certain of two. What is no provenance leaves the first as it is. */
export function weaker(one: Provenance, other: unknown): Provenance {
  const index = PROVENANCES.indexOf(other as Provenance);
  return index > PROVENANCES.indexOf(one) ? (other as Provenance) : one;
}

/** How a fact is known and where it comes from: for what was measured the day and how often. What is assumed comes from nowhere. */
export interface Known {
  readonly provenance: Provenance;
  readonly source?: string;
}

/** A page of the public documentation says so. */
export function documented(page: string): Known {
  return { provenance: 'documented', source: `docs: ${page}` };
}

/** A live gateway was seen to do so. */
export function measured(day: string, seen: number): Known {
  return { provenance: 'measured', source: `gateway: ${day}, seen ${seen === 1 ? 'once' : `${seen} times`}` };
}

/** It follows from this source. */
export function inferred(source: string): Known {
  return { provenance: 'inferred', source };
}

/** Nobody knows. */
export const assumed: Known = { provenance: 'assumed' };
