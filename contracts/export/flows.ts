import type { Case } from '../case.ts';
import { Inexpressible } from './vocabulary.ts';

/** What a format can say of the suite, and what it cannot. */
export interface Flows<Flow> {
  readonly flows: readonly Flow[];
  /** The ids of the cases that are left out, by why; the most frequent reason first. */
  readonly leftOut: readonly { readonly reason: string; readonly ids: readonly string[] }[];
}

/** Translates every case that a format can say. */
export function toFlows<Flow>(cases: readonly Case[], translate: (one: Case) => Flow): Flows<Flow> {
  const flows: Flow[] = [];
  const leftOut = new Map<string, string[]>();
  for (const one of cases) {
    try {
      flows.push(translate(one));
    } catch (error) {
      if (!(error instanceof Inexpressible)) throw error;
      leftOut.set(error.message, [...(leftOut.get(error.message) ?? []), one.id]);
    }
  }
  const sorted = [...leftOut].sort(([, a], [, b]) => b.length - a.length);
  return { flows, leftOut: sorted.map(([reason, ids]) => ({ reason, ids })) };
}
