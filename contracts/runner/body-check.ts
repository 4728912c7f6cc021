import { type Provenance, weaker } from '../../spec/facts/index.ts';
import {
  type ApiDocument,
  createValidator,
  documentFacts,
  itemsOf,
  type Operation,
  propertiesOf,
  type ReplyIssue,
  refOfReply,
  type SchemaNode,
  unknownProperties,
} from '../../spec/index.ts';
import type { Difference } from '../language/patterns.ts';

/** What the document has to say about a body. */
export interface BodyCheck {
  readonly issues: readonly (Difference & { provenance: Provenance })[];
  /** Properties that the document does not know. They are allowed. */
  readonly undocumented: readonly string[];
  /** The status, and how it is known of each that the operation answers it; undefined where the document does not list it. */
  readonly answered?: {
    readonly status: number;
    readonly knownAs: (status: number) => Provenance | undefined;
  };
  /** How the property at a place is known, such as `group.owner`. */
  readonly knownAt?: (path: string) => Provenance;
}

/** Checks a body against the document for an operation (undefined: for none) and a status. */
export type CheckBody = (operation: Operation | undefined, status: number, body: unknown) => BodyCheck;

/** A check over a document. The body of a refusal is known no better than that the operation answers so. */
export function createBodyCheck(document: ApiDocument): CheckBody {
  const validator = createValidator(document);
  const toCheck = createCheck(document);
  const facts = documentFacts(document);
  return (operation, status, body) => {
    const knownAs = (one: number) => facts.get(`status ${operation?.id} ${one}`)?.provenance;
    const known = knownAs(status);
    // Whether the status is right is for the case to say: what another success tells has to be what a success tells.
    const listed = status < 300 && body !== undefined ? successOf(operation, status) : status;
    const $ref = refOfReply(document, operation, listed);
    const checked = toCheck($ref, body, () => validator.reply(operation, listed, body));
    const issues = checked.issues.map((issue) =>
      status < 400 || known === undefined ? issue : { ...issue, provenance: weaker(issue.provenance, known) },
    );
    return { ...checked, issues, answered: { status, knownAs } };
  };
}

/** The status itself where an operation lists it, else that of its success. */
function successOf(operation: Operation | undefined, status: number): number {
  if (operation === undefined || operation.replies.has(status)) return status;
  return [...operation.replies.keys()].find((one) => one < 300) ?? status;
}

/** Checks what came to a webhook against the document; `place` is put before the paths of what is found. */
export type CheckDelivery = (event: string, body: unknown, place: string) => BodyCheck;

/** A check of deliveries over a document. An event that the document does not name has nothing to fit. */
export function createDeliveryCheck(document: ApiDocument): CheckDelivery {
  const validator = createValidator(document);
  const toCheck = createCheck(document);
  return (event, body, place) =>
    toCheck(document.events.get(event), body, () => validator.event(event, body), place);
}

/** An issue weighs as much as what is less certain: the property that it is about, or the schema of its value. */
function createCheck(document: ApiDocument) {
  return (
    $ref: string | undefined,
    body: unknown,
    find: () => readonly ReplyIssue[],
    place = '',
  ): BodyCheck => {
    if ($ref === undefined) return { issues: [], undocumented: [] };
    const issues = find().map(({ field, message, value, provenance }) => ({
      path: [place, field].filter((one) => one !== '' && one !== 'body').join('.'),
      expected: message,
      actual: value,
      provenance: weaker(provenanceAt(document, { $ref }, field), provenance),
    }));
    return {
      knownAt: (path) => provenanceAt(document, { $ref }, path.slice(place === '' ? 0 : place.length + 1)),
      issues: oneAPlace(issues),
      undocumented: [...unknownProperties(document, { $ref }, body, '')],
    };
  };
}

/** A value is wrong once, whatever it does not fit: the best known of its issues, the first where several are. */
function oneAPlace(issues: BodyCheck['issues']): BodyCheck['issues'] {
  const places = new Map<string, BodyCheck['issues'][number]>();
  for (const issue of issues) {
    const other = places.get(issue.path);
    if (other === undefined || weaker(issue.provenance, other.provenance) !== issue.provenance)
      places.set(issue.path, issue);
  }
  return [...places.values()];
}

/** How the property is known that differs, where the document knows it. */
export function knownIn({ knownAt }: BodyCheck, { path }: Difference): Pick<Difference, 'known'> {
  return knownAt === undefined || path === '' ? {} : { known: knownAt(path) };
}

/** How the property at a place of a schema is known, such as `participants[0].jid`; no better than what it is in. */
export function provenanceAt(document: ApiDocument, root: SchemaNode, field: string): Provenance {
  let node = root;
  for (const step of stepsOf(field)) node = nodeAt(document, node, step);
  return weaker('documented', node['x-provenance']);
}

/** The name of the property at a place of a schema, by the schema of the document that it is nearest to: `Group.members_count`. */
export function nameAt(document: ApiDocument, root: SchemaNode, field: string): string {
  let node = root;
  let name = '';
  for (const step of stepsOf(field)) {
    name = /^#\/components\/schemas\/(\w+)$/.exec(node.$ref ?? '')?.[1] ?? name;
    name += /^\d+$/.test(step) ? '[]' : `${name === '' ? '' : '.'}${step}`;
    node = nodeAt(document, node, step);
  }
  return name;
}

function stepsOf(field: string): string[] {
  return field === 'body' ? [] : field.split(/[.[\]]+/).filter((one) => one !== '');
}

function nodeAt(document: ApiDocument, node: SchemaNode, step: string): SchemaNode {
  return /^\d+$/.test(step) ? itemsOf(document, node) : (propertiesOf(document, node).get(step) ?? {});
}
