import type { Operation } from './operations/operation.ts';

/** What has a place among the paths. */
interface Placed {
  readonly method: string;
  readonly path: string;
}

/** What a method and a path lead to. */
export type Route<Found extends Placed = Operation> =
  | { kind: 'operation'; operation: Found; parameters: Record<string, string> }
  | { kind: 'unknown-path' }
  | { kind: 'wrong-method'; allow: string[] }
  | { kind: 'undecodable'; segment: string };

/** Finds the operation of a request. `path` is as it came, percent-encoded and without its query. */
export type Router<Found extends Placed = Operation> = (method: string, path: string) => Route<Found>;

interface Node<Found> {
  fixed: Map<string, Node<Found>>;
  parameter?: Node<Found>;
  operations: Map<string, { operation: Found; names: string[] }>;
}

/** A router over the operations of a document; a fixed path wins over a templated one, whatever its methods. */
export function createRouter<Found extends Placed>(operations: readonly Found[]): Router<Found> {
  const root = createNode<Found>();
  for (const operation of operations) place(root, operation);

  return (method, path) => {
    const segments = path.split('/');
    for (let index = 1; index < segments.length; index += 1) {
      const segment = segments[index] ?? '';
      if (!segment.includes('%')) continue;
      const decoded = decode(segment);
      if (decoded === undefined) return { kind: 'undecodable', segment };
      segments[index] = decoded;
    }
    const values: string[] = [];
    const place = walk(root, segments, 1, values);
    if (place === undefined) return { kind: 'unknown-path' };
    const found = place.operations.get(method);
    if (found === undefined) return { kind: 'wrong-method', allow: [...place.operations.keys()].sort() };
    const parameters: Record<string, string> = {};
    for (let index = 0; index < found.names.length; index += 1)
      parameters[found.names[index] ?? ''] = values[index] ?? '';
    return { kind: 'operation', operation: found.operation, parameters };
  };
}

function place<Found extends Placed>(root: Node<Found>, operation: Found): void {
  const names: string[] = [];
  let node = root;
  for (const segment of operation.path.split('/').slice(1)) {
    const template = /^\{(.+)\}$/.exec(segment);
    if (template?.[1] !== undefined) {
      names.push(template[1]);
      node.parameter ??= createNode<Found>();
      node = node.parameter;
    } else {
      const next = node.fixed.get(segment) ?? createNode<Found>();
      node.fixed.set(segment, next);
      node = next;
    }
  }
  node.operations.set(operation.method, { operation, names });
}

/** The most fixed place that the path can stand for and that has operations; the values of the parameters on the way are in `values` then. */
function walk<Found>(
  node: Node<Found>,
  segments: readonly string[],
  depth: number,
  values: string[],
): Node<Found> | undefined {
  const segment = segments[depth];
  if (segment === undefined) return node.operations.size > 0 ? node : undefined;
  const fixed = node.fixed.get(segment);
  if (fixed !== undefined) {
    const found = walk(fixed, segments, depth + 1, values);
    if (found !== undefined) return found;
  }
  if (node.parameter === undefined || segment === '') return undefined;
  values.push(segment);
  const found = walk(node.parameter, segments, depth + 1, values);
  if (found === undefined) values.pop();
  return found;
}

function createNode<Found>(): Node<Found> {
  return { fixed: new Map(), operations: new Map() };
}

function decode(segment: string): string | undefined {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
