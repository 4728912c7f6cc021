import type { Operation } from './document.ts';

/** What a method and a path lead to. */
export type Route =
  | { kind: 'operation'; operation: Operation; parameters: Record<string, string> }
  | { kind: 'unknown-path' }
  | { kind: 'wrong-method'; allow: string[] }
  | { kind: 'undecodable'; segment: string };

/** Finds the operation of a request. `path` is as it came, percent-encoded and without its query. */
export type Router = (method: string, path: string) => Route;

interface Node {
  fixed: Map<string, Node>;
  parameter?: Node;
  operations: Map<string, { operation: Operation; names: string[] }>;
}

/** A router over the operations of a document; fixed paths win over templated ones. */
export function createRouter(operations: readonly Operation[]): Router {
  const root = createNode();
  for (const operation of operations) place(root, operation);

  return (method, path) => {
    const segments: string[] = [];
    for (const segment of path.split('/').slice(1)) {
      const decoded = decode(segment);
      if (decoded === undefined) return { kind: 'undecodable', segment };
      segments.push(decoded);
    }
    const allow = new Set<string>();
    for (const { node, values } of candidates(root, segments, 0)) {
      const found = node.operations.get(method);
      if (found !== undefined) {
        const parameters = Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? '']));
        return { kind: 'operation', operation: found.operation, parameters };
      }
      for (const known of node.operations.keys()) allow.add(known);
    }
    return allow.size > 0 ? { kind: 'wrong-method', allow: [...allow].sort() } : { kind: 'unknown-path' };
  };
}

function place(root: Node, operation: Operation): void {
  const names: string[] = [];
  let node = root;
  for (const segment of operation.path.split('/').slice(1)) {
    const template = /^\{(.+)\}$/.exec(segment);
    if (template?.[1] !== undefined) {
      names.push(template[1]);
      node.parameter ??= createNode();
      node = node.parameter;
    } else {
      const next = node.fixed.get(segment) ?? createNode();
      node.fixed.set(segment, next);
      node = next;
    }
  }
  node.operations.set(operation.method, { operation, names });
}

/** Every place in the tree that the path can stand for, the most fixed one first. */
function* candidates(
  node: Node,
  segments: string[],
  depth: number,
): Generator<{ node: Node; values: string[] }> {
  const segment = segments[depth];
  if (segment === undefined) {
    if (node.operations.size > 0) yield { node, values: [] };
    return;
  }
  const fixed = node.fixed.get(segment);
  if (fixed !== undefined) yield* candidates(fixed, segments, depth + 1);
  if (node.parameter !== undefined && segment !== '') {
    for (const found of candidates(node.parameter, segments, depth + 1)) {
      yield { node: found.node, values: [segment, ...found.values] };
    }
  }
}

function createNode(): Node {
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
