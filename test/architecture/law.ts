import type { Source } from './source.ts';

/** A law of the house that can be broken. */
export interface Law {
  /** A sentence in the present tense. */
  readonly says: string;
  /** Each breach, told so that one knows where to go; empty when the law is kept. */
  breaches(sources: readonly Source[]): string[];
  /** A house that breaks this law: the text of its files by path, and what is told then. */
  readonly brokenBy: { readonly files: Readonly<Record<string, string>>; readonly told: readonly string[] };
}
