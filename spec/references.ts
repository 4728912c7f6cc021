import type { OpenAPIV3_1 } from 'openapi-types';

/** Gives what a `$ref` of the document points at, followed to its end. Throws where that is nothing. */
export function createResolver(raw: OpenAPIV3_1.Document): (ref: string) => unknown {
  const known = new Map<string, unknown>();
  const resolve = (ref: string): unknown => {
    if (known.has(ref)) return known.get(ref);
    let value: unknown = raw;
    for (const step of ref.replace(/^#\//, '').split('/')) {
      const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      value = (value as Record<string, unknown> | undefined)?.[key];
    }
    if (value === undefined) throw new Error(`"${ref}" points at nothing in it.`);
    const resolved = isReference(value) ? resolve(value.$ref) : value;
    known.set(ref, resolved);
    return resolved;
  };
  return resolve;
}

/** What holds data, in which a `$ref` is a name like any other. */
const DATA = ['example', 'value', 'default', 'enum', 'const'];

/** Throws when a `$ref` anywhere in the value leads nowhere, or to another file; the message says at which place. */
export function resolveAll(value: unknown, at: string, resolve: (ref: string) => unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (isReference(value) && typeof value.$ref === 'string') {
    const { $ref } = value;
    if (!$ref.startsWith('#')) {
      throw new Error(
        `"${$ref}" at ${at} leads to another file, which is not read: put its text into this one.`,
      );
    }
    resolve($ref);
  }
  for (const [key, one] of Object.entries(value)) {
    if (!DATA.includes(key)) resolveAll(one, `${at}/${escapePointer(key)}`, resolve);
  }
}

/** Throws when a path is a `$ref`: its operations would have no place of their own. */
export function mustWritePaths(raw: OpenAPIV3_1.Document): void {
  for (const [path, item] of Object.entries(raw.paths ?? {})) {
    if (item === null || typeof item !== 'object' || isReference(item)) {
      throw new Error(`the path ${path} has no operations of its own: write them there, not as a $ref.`);
    }
  }
}

/** The `$ref` of a place in the document. */
export function pointer(...steps: string[]): string {
  return `#/${steps.map(escapePointer).join('/')}`;
}

/** A step of a JSON pointer, as it stands in a URI fragment. */
export function escapePointer(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/** Whether a value is a `$ref`. */
export function isReference(value: unknown): value is OpenAPIV3_1.ReferenceObject {
  return typeof value === 'object' && value !== null && '$ref' in value;
}
