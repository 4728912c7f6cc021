import {
  type ApiDocument,
  createValidator,
  itemsOf,
  type Operation,
  propertiesOf,
  refOfReply,
  type SchemaNode,
  unknownProperties,
} from '../../spec/index.ts';
import type { Provenance } from '../language/case.ts';
import type { Difference } from '../language/patterns.ts';

/** What the document has to say about a body. */
export interface BodyCheck {
  readonly issues: readonly (Difference & { provenance: Provenance })[];
  /** Properties that the document does not know. They are allowed. */
  readonly undocumented: readonly string[];
}

/** Checks a body against the document for an operation (undefined: for none) and a status. */
export type CheckBody = (operation: Operation | undefined, status: number, body: unknown) => BodyCheck;

/** A check over a document. An issue weighs as much as what is less certain: the property that it is about, or the schema of its value. */
export function createBodyCheck(document: ApiDocument): CheckBody {
  const validator = createValidator(document);
  return (operation, status, body) => {
    const ref = refOfReply(operation, status);
    // Whether the status is right is for the case to say.
    if (ref === undefined) return { issues: [], undocumented: [] };
    const issues = validator.reply(operation, status, body).map(({ field, message, value, provenance }) => ({
      path: field === 'body' ? '' : field,
      expected: message,
      actual: value,
      provenance: weaker(provenanceAt(document, { $ref: ref }, field), provenance),
    }));
    return { issues, undocumented: [...unknownProperties(document, { $ref: ref }, body, '')] };
  };
}

/** Checks what came to a webhook against the document; `place` is put before the paths of what is found. */
export type CheckDelivery = (event: string, body: unknown, place: string) => BodyCheck;

/** A check of deliveries over a document. An event that the document does not name has nothing to fit. */
export function createDeliveryCheck(document: ApiDocument): CheckDelivery {
  const validator = createValidator(document);
  return (event, body, place) => {
    const $ref = document.events.get(event);
    if ($ref === undefined) return { issues: [], undocumented: [] };
    const issues = validator.event(event, body).map(({ field, message, value, provenance }) => ({
      path: field === 'body' ? place : `${place}.${field}`,
      expected: message,
      actual: value,
      provenance: weaker(provenanceAt(document, { $ref }, field), provenance),
    }));
    return { issues, undocumented: [...unknownProperties(document, { $ref }, body, '')] };
  };
}

/** How the property at a place of a schema is known, such as `participants[0].jid`; no better than what it is in. */
export function provenanceAt(document: ApiDocument, root: SchemaNode, field: string): Provenance {
  let node = root;
  for (const step of field === 'body' ? [] : field.split(/[.[\]]+/).filter((one) => one !== '')) {
    node = /^\d+$/.test(step) ? itemsOf(document, node) : (propertiesOf(document, node).get(step) ?? {});
  }
  return weaker('documented', node['x-provenance']);
}

const BY_CERTAINTY: readonly Provenance[] = ['documented', 'inferred', 'assumed'];

/** The less certain of two. What is no provenance leaves the first as it is. */
export function weaker(one: Provenance, other: unknown): Provenance {
  const index = BY_CERTAINTY.indexOf(other as Provenance);
  return index > BY_CERTAINTY.indexOf(one) ? (BY_CERTAINTY[index] ?? one) : one;
}
