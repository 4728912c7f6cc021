import type { Issue } from '../../spec/index.ts';

/** An answer that the document in force does not allow. */
export class Mismatch extends Error {
  override name = 'Mismatch';
  readonly issues: readonly Issue[];

  constructor(what: { readonly issues: readonly Issue[]; readonly [name: string]: unknown }) {
    super(`The mock breaks its own document: ${JSON.stringify(what)}`);
    this.issues = what.issues;
  }
}
