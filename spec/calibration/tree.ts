/** An object of a document that is being edited. */
export type Tree = Record<string, unknown>;

/** A value as an object; what is none has no properties. */
export function tree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}

/** Calls back with every object in a value, the outer ones first. */
export function walk(value: unknown, visit: (object: Tree) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Tree);
  for (const one of Object.values(value)) walk(one, visit);
}
