import type { OpenAPIV3_1 } from 'openapi-types';

/** Gives what a `$ref` of the document points at, followed to its end. Throws where that is nothing, or where it comes back to itself. */
export function createResolver(raw: OpenAPIV3_1.Document): (ref: string) => unknown {
  const known = new Map<string, unknown>();
  const resolve = (ref: string, before: readonly string[] = []): unknown => {
    if (known.has(ref)) return known.get(ref);
    if (before.includes(ref)) throw new Error(`"${ref}" leads back to itself.`);
    if (ref !== '#' && !ref.startsWith('#/'))
      throw new Error(`"${ref}" is no path in it: names by $anchor are not followed, write #/ and the path.`);
    let value: unknown = raw;
    for (const step of ref.split('/').slice(1)) {
      value = (value as Record<string, unknown> | undefined)?.[keyOf(step)];
    }
    if (value === undefined) throw new Error(`"${ref}" points at nothing in it.`);
    const resolved = isReference(value) ? resolve(value.$ref, [...before, ref]) : value;
    known.set(ref, resolved);
    return resolved;
  };
  return (ref) => resolve(ref);
}

/** The name that a step of a `$ref` stands for. What is no percent-encoding stands for itself. */
function keyOf(step: string): string {
  const isEncoded = /^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(step);
  return (isEncoded ? decodeURIComponent(step) : step).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What holds data, in which a `$ref` is a name like any other. */
const DATA = ['example', 'value', 'default', 'enum', 'const'];

/** References that nobody can follow without running the document. */
const DYNAMIC = ['$dynamicRef', '$recursiveRef'];

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
    try {
      resolve($ref);
    } catch (error) {
      throw new Error(`At ${at}, ${error instanceof Error ? error.message : error}`);
    }
  }
  for (const [key, one] of Object.entries(value)) {
    if (DYNAMIC.includes(key) && typeof one === 'string')
      throw new Error(`"${key}" at ${at} is not followed: write $ref and the path.`);
    if (!DATA.includes(key)) resolveAll(one, `${at}/${escapePointer(key)}`, resolve);
  }
}

/** Throws when a path is a `$ref`: its operations would have no place of their own. */
export function mustWritePaths(raw: OpenAPIV3_1.Document): void {
  for (const [path, item] of Object.entries(raw.paths ?? {})) {
    if (item === null || typeof item !== 'object' || isReference(item)) {
      throw new Error(`the path ${path} has no operations of its own: write them there, not as a $ref.`);
    }
    if (!path.startsWith('/')) throw new Error(`the path ${path} does not begin with a slash.`);
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
