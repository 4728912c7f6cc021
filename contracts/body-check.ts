import {
  type ApiDocument,
  createValidator,
  itemsOf,
  type Operation,
  propertiesOf,
  type SchemaNode,
} from '../spec/index.ts';
import type { Provenance } from './case.ts';
import type { Difference } from './patterns.ts';

/** What the document has to say about a body. */
export interface BodyCheck {
  readonly issues: readonly (Difference & { provenance: Provenance })[];
  /** Properties that the document does not know. They are allowed. */
  readonly undocumented: readonly string[];
}

/** Checks a body against the document for an operation (undefined: for none) and a status. */
export type CheckBody = (operation: Operation | undefined, status: number, body: unknown) => BodyCheck;

/** A check over a document. An issue weighs as much as the property that it is about. */
export function createBodyCheck(document: ApiDocument): CheckBody {
  const validator = createValidator(document);
  return (operation, status, body) => {
    const ref = operation?.replies.get(status) ?? (operation === undefined ? ERROR : undefined);
    // Whether the status is right is for the case to say.
    if (ref === undefined) return { issues: [], undocumented: [] };
    const issues = validator.reply(operation, status, body).map(({ field, message, value }) => ({
      path: field === 'body' ? '' : field,
      expected: message,
      actual: value,
      provenance: provenanceAt(document, { $ref: ref }, field),
    }));
    return { issues, undocumented: [...unknownProperties(document, { $ref: ref }, body, '')] };
  };
}

const ERROR = '#/components/schemas/Error';

function provenanceAt(document: ApiDocument, root: SchemaNode, field: string): Provenance {
  let node = root;
  for (const step of field === 'body' ? [] : field.split(/[.[\]]+/).filter((one) => one !== '')) {
    node = /^\d+$/.test(step) ? itemsOf(document, node) : (propertiesOf(document, node).get(step) ?? {});
  }
  const provenance = node['x-provenance'];
  return provenance === 'inferred' || provenance === 'assumed' ? provenance : 'documented';
}

function* unknownProperties(
  document: ApiDocument,
  node: SchemaNode,
  value: unknown,
  path: string,
): Generator<string> {
  if (Array.isArray(value)) {
    const items = itemsOf(document, node);
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
