import { type ApiDocument, itemsOf, propertiesOf, type SchemaNode } from '../../spec/index.ts';
import type { World } from '../world/index.ts';

/** What fits the schema of a reference, or where the ruling `undocumented-fields` is `omit` a copy without the properties that the public documentation does not show. */
export type Omission = (world: World, ref: string, value: unknown) => unknown;

/** How a property is known that is not left out: also one that a live gateway was seen to answer with. */
const SHOWN: readonly unknown[] = ['documented', 'measured'];

/** Whether answers of a world leave out what the public documentation does not show. */
export function isCut({ rulings }: World): boolean {
  return rulings['undocumented-fields'] === 'omit';
}

/** An omission that reads the provenance of every property from the document, which the body fits. */
export function createOmission(document: ApiDocument): Omission {
  const omit = (node: SchemaNode, value: unknown): unknown => {
    if (Array.isArray(value)) {
      const items = itemsOf(document, node);
      return value.map((one) => omit(items, one));
    }
    const properties = propertiesOf(document, node);
    // A text or a number has no properties, and a free-form object, such as the headers of a webhook, no described ones.
    if (properties.size === 0) return value;
    const kept: [string, unknown][] = [];
    for (const [name, one] of Object.entries(value as object)) {
      const property = properties.get(name);
      if (property !== undefined && SHOWN.includes(property['x-provenance']))
        kept.push([name, omit(property, one)]);
    }
    return Object.fromEntries(kept);
  };

  return (world, $ref, value) => (isCut(world) ? omit({ $ref }, value) : value);
}
