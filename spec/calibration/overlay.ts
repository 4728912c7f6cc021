import { isDeepStrictEqual } from 'node:util';
import type { ApiDocument } from '../document.ts';
import { type Tree, tree } from './tree.ts';

/** An OpenAPI Overlay 1.0: what other programs change of a document. */
export interface Overlay {
  readonly overlay: '1.0.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly Action[];
}

/** One change at the place that a JSONPath names. */
export type Action =
  | { readonly target: string; readonly update: Tree }
  | { readonly target: string; readonly remove: true };

/** The overlay that makes one document of another. A list is taken away before it is put there anew: an update would add to it. */
export function toOverlay(from: ApiDocument, to: ApiDocument): Overlay {
  const { version } = from.raw.info;
  return {
    overlay: '1.0.0',
    info: { title: 'As a live gateway was seen to do', version },
    actions: [...differences(tree(from.raw), tree(to.raw), '$')],
  };
}

function* differences(from: Tree, to: Tree, at: string): Generator<Action> {
  const update: Tree = {};
  for (const name of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const place = `${at}['${name}']`;
    const [before, after] = [from[name], to[name]];
    if (isDeepStrictEqual(before, after)) continue;
    if (isObject(before) && isObject(after)) {
      yield* differences(before, after, place);
      continue;
    }
    const isReplaced = typeof before === 'object' || after === undefined;
    if (isReplaced && before !== undefined) yield { target: place, remove: true };
    if (after !== undefined) update[name] = after;
  }
  if (Object.keys(update).length > 0) yield { target: at, update };
}

function isObject(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
