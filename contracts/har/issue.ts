import type { ApiDocument, Operation } from '../../spec/index.ts';
import { weaker } from '../body-check.ts';
import type { Provenance } from '../case.ts';
import type { Difference } from '../patterns.ts';

/** One thing about a call that the contract does not say, and how what it says instead is known. */
export type Issue = Difference & { readonly provenance: Provenance };

/** What a rule is about: the status that refuses whoever breaks it, and how the rule itself is known. */
export interface Rule {
  readonly refusal: number;
  readonly known?: Provenance;
}

/**
 * Makes issues about calls of an operation. An issue weighs as much as what is least certain of the rule, the status that
 * refuses who breaks it, and the operation.
 */
export function issueMaker(document: ApiDocument, operation: Operation) {
  return ({ refusal, known = 'documented' }: Rule, difference: Difference): Issue => {
    const response = operation.replies.get(refusal)?.replace(/\/content\/.*$/, '');
    const status = response === undefined ? 'assumed' : marked(document.resolve(response));
    return { ...difference, provenance: weaker(weaker(known, status), provenanceOf(document, operation)) };
  };
}

/** What the document does not know may be ignored or not: all about it is assumed. */
export function unknown(path: string, expected: string, actual: unknown): Issue {
  return { path, expected, actual, provenance: 'assumed' };
}

/** How an operation itself is known. */
export function provenanceOf({ raw }: ApiDocument, { path, method }: Operation): Provenance {
  const item: Readonly<Record<string, unknown>> = { ...raw.paths?.[path] };
  return weaker('documented', marked(item[method.toLowerCase()]));
}

function marked(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'x-provenance' in value
    ? value['x-provenance']
    : undefined;
}
