import {
  type Calibrated,
  createErrors,
  itemsOf,
  type Operation,
  propertiesOf,
  refOfReply,
  type SchemaNode,
  type ToError,
} from '../../spec/index.ts';

/** How answers look on the wire, where statuses, codes, names and forms are not those that the mock uses. */
export interface WireForm {
  readonly toError: ToError;
  /** Whether an account is told of what it does itself. */
  readonly tellsOwnDeeds: boolean;
  toReply<Reply extends { status: number; body: unknown }>(
    operation: Operation | undefined,
    reply: Reply,
  ): Reply;
  /** Whether a body is read as JSON whatever its Content-Type says. */
  takesAny(operation: Operation): boolean;
  /** What a webhook is sent; undefined when nothing is left to be told. */
  toEvent<Body extends { event: string; data: object }>(body: Body): Body | undefined;
  /** The names on the wire of properties within each other of an event, given by those that the mock uses. */
  namesIn(event: string, path: readonly string[]): readonly string[];
  /** A body that fits the document, as a handler reads it. */
  fromBody(operation: Operation, body: unknown): unknown;
}

/** Nothing has another name or form. */
export const AS_IT_IS: WireForm = {
  toError: createErrors(),
  tellsOwnDeeds: true,
  toReply: (_, reply) => reply,
  takesAny: () => false,
  toEvent: (body) => body,
  namesIn: (_, path) => path,
  fromBody: (_, body) => body,
};

/** A property by the name that it has on the wire. */
interface Property {
  readonly name: string;
  readonly node: Marked;
}

/** A schema of a calibrated document. */
type Marked = SchemaNode & {
  readonly 'x-assumed-name'?: string;
  readonly 'x-null-for-empty'?: boolean;
  readonly 'x-row-codes'?: Readonly<Record<string, number>>;
};

/** What every event about a group has, whatever it tells. */
const COMMON = ['jid', 'sender', 'timestamp'];

/** The form that a calibrated document gives to bodies: properties that it does not have are left out. */
export function createWireForm({
  document,
  toError,
  tellsOwnDeeds,
}: Pick<Calibrated, 'document' | 'toError' | 'tellsOwnDeeds'>): WireForm {
  const known = new WeakMap<SchemaNode, ReadonlyMap<string, Property>>();

  /** The properties of a schema by the names that the mock uses. */
  const ownNames = (node: SchemaNode): ReadonlyMap<string, Property> => {
    const found = known.get(node);
    if (found !== undefined) return found;
    const properties = [...propertiesOf(document, node)] as [string, Marked][];
    const made = new Map(
      properties.map(([name, one]) => [one['x-assumed-name'] ?? name, { name, node: one }] as const),
    );
    known.set(node, made);
    return made;
  };

  const schemaOf = (node: SchemaNode) =>
    node.$ref === undefined ? node : (document.resolve(node.$ref) as SchemaNode);

  const out = (node: Marked, value: unknown): unknown => {
    if (value === '' && node['x-null-for-empty']) return null;
    if (typeof value === 'number') return node['x-row-codes']?.[value] ?? value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items = itemsOf(document, node);
      return value.map((one) => out(items, one));
    }
    const names = ownNames(node);
    // A schema without properties has any; one whose properties are all gone has none.
    if (names.size === 0) return schemaOf(node).properties === undefined ? value : {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([own, one]) => {
        const property = names.get(own);
        return property === undefined ? [] : [[property.name, out(property.node, one)]];
      }),
    );
  };

  const read = (node: SchemaNode, value: unknown): unknown => {
    const properties = propertiesOf(document, node) as ReadonlyMap<string, Marked>;
    if (properties.size === 0 || typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => {
        const property = properties.get(name);
        return property === undefined ? [] : [[property['x-assumed-name'] ?? name, read(property, one)]];
      }),
    );
  };

  return {
    toError,
    tellsOwnDeeds,
    toReply(operation, reply) {
      const isError = reply.status >= 400;
      const { status } = isError ? reply : toError({ operation: operation?.id, status: reply.status });
      const ref = refOfReply(document, operation, status);
      return { ...reply, status, body: ref === undefined ? reply.body : out({ $ref: ref }, reply.body) };
    },
    takesAny: ({ id }) => toError({ operation: id, status: 415 }).status < 300,
    toEvent(body) {
      const ref = document.events.get(body.event);
      if (ref === undefined) return body;
      const told = ownNames(ownNames({ $ref: ref }).get('data')?.node ?? {});
      const isSilent = Object.keys(body.data).every((name) => COMMON.includes(name) || !told.has(name));
      return isSilent && told.size > 0 ? undefined : (out({ $ref: ref }, body) as typeof body);
    },
    namesIn(event, path) {
      const ref = document.events.get(event);
      let node: SchemaNode = ref === undefined ? {} : { $ref: ref };
      return path.map((own) => {
        const property = ownNames(node).get(own);
        node = property?.node ?? {};
        return property?.name ?? own;
      });
    },
    fromBody({ body: ref }, body) {
      if (ref === undefined) return body;
      return read({ $ref: ref }, body);
    },
  };
}
