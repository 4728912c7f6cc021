import type { ApiDocument } from '../../spec/index.ts';
import type { Case, Step } from '../language/case.ts';
import { isOfOwnWorld } from '../target/control.ts';
import { needsReceiver } from '../target/receiver.ts';
import { Inexpressible } from './vocabulary.ts';

/** What a format can say of the suite, and what it cannot. */
export interface Flows<Flow> {
  readonly flows: readonly Flow[];
  /** The ids of the cases that are left out, by why; the most frequent reason first. */
  readonly leftOut: readonly { readonly reason: string; readonly ids: readonly string[] }[];
}

/** Translates every case that a format can say. */
export function toFlows<Flow>(
  document: ApiDocument,
  cases: readonly Case[],
  translate: (one: Case) => Flow,
): Flows<Flow> {
  const flows: Flow[] = [];
  const leftOut = new Map<string, string[]>();
  for (const one of cases) {
    try {
      flows.push(translate(toPublic(document, one)));
    } catch (error) {
      if (!(error instanceof Inexpressible)) throw error;
      leftOut.set(error.message, [...(leftOut.get(error.message) ?? []), one.id]);
    }
  }
  const sorted = [...leftOut].sort(([, a], [, b]) => b.length - a.length);
  return { flows, leftOut: sorted.map(([reason, ids]) => ({ reason, ids })) };
}

/** The case by the public API alone, its fields called as the document calls them. Throws `Inexpressible`. */
function toPublic(document: ApiDocument, one: Case): Case {
  if (needsReceiver(one)) throw new Inexpressible('needs a webhook receiver');
  if (
    one.world !== undefined ||
    isOfOwnWorld(one) ||
    one.steps.some(({ meanwhile }) => meanwhile !== undefined)
  ) {
    throw new Inexpressible('needs a control plane');
  }
  return { ...one, steps: one.steps.map((step) => toPublicStep(document, step)) };
}

function toPublicStep(document: ApiDocument, step: Step): Step {
  if (step.beside !== undefined) throw new Inexpressible('makes two calls at the same time');
  if (Object.values(step.capture ?? {}).some((path) => path.includes(' ~ '))) {
    throw new Inexpressible('captures a part of a text');
  }
  const places = document.operations.find(({ id }) => id === step.call)?.arguments ?? new Map();
  const names = Object.fromEntries([...places].map(([name, place]) => [`{{field ${name}}}`, place.name]));
  const { body } = step;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return step;
  const renamed = Object.entries(body).map(([name, value]) => [names[name] ?? name, value]);
  return { ...step, body: Object.fromEntries(renamed) };
}
