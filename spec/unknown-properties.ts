import type { ApiDocument } from './document.ts';
import { itemsOf, propertiesOf, type SchemaNode } from './properties.ts';

/** The properties of a value that its schema does not know, for example `group.participants[].nickname`. */
export function* unknownProperties(
  document: ApiDocument,
  node: SchemaNode,
  value: unknown,
  path: string,
): Generator<string> {
  if (Array.isArray(value)) {
    const items = itemsOf(document, node);
    // Lists in lists that the document knows nothing of can be as deep as a hostile sender likes.
    if (Object.keys(items).length === 0) return;
    for (const one of value) yield* unknownProperties(document, items, one, `${path}[]`);
  } else if (typeof value === 'object' && value !== null) {
    const known = propertiesOf(document, node);
    if (known.size === 0) return;
    for (const [name, one] of Object.entries(value)) {
      const here = path === '' ? name : `${path}.${name}`;
      const property = known.get(name);
      if (property === undefined) yield here;
      else yield* unknownProperties(document, property, one, here);
    }
  }
}
