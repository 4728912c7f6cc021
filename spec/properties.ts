/** A schema of the document, as far as its properties matter. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly allOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly 'x-provenance'?: string;
}

/** What follows the references of a document. */
interface Resolving {
  resolve(ref: string): unknown;
}

/** A document does not change, so neither do the properties of its schemas. */
const KNOWN = new WeakMap<SchemaNode, ReadonlyMap<string, SchemaNode>>();

/** The properties of a schema by name; references the parts of an `allOf` and what a `oneOf` chooses between are followed. */
export function propertiesOf(document: Resolving, node: SchemaNode): ReadonlyMap<string, SchemaNode> {
  const schema = follow(document, node);
  const known = KNOWN.get(schema);
  if (known !== undefined) return known;
  // A later part says more about what an earlier one has, as an event does about the data of its envelope.
  const properties = new Map([
    ...[...(schema.allOf ?? []), ...(schema.oneOf ?? [])].flatMap((part) => [
      ...propertiesOf(document, part),
    ]),
    ...Object.entries(schema.properties ?? {}),
  ]);
  KNOWN.set(schema, properties);
  return properties;
}

/** The schema of the entries of an array. */
export function itemsOf(document: Resolving, node: SchemaNode): SchemaNode {
  return follow(document, node).items ?? {};
}

function follow(document: Resolving, node: SchemaNode): SchemaNode {
  return node.$ref === undefined ? node : (document.resolve(node.$ref) as SchemaNode);
}
