import type { Dialect } from './conditions.ts';
import { Inexpressible, type Reference, type Vocabulary } from './vocabulary.ts';

/** How JSONPath (RFC 9535) asks for a type; it does not tell a list from an object. */
const TYPES: Record<string, (node: string) => string> = {
  string: (node) => `search(${node}, "")`,
  boolean: (node) => `(${valueAt(node)} == true || ${valueAt(node)} == false)`,
  number: (node) => `(${valueAt(node)} < 0 || ${valueAt(node)} >= 0)`,
  null: (node) => `${valueAt(node)} == null`,
};

/** Conditions as filters of JSONPath, as Arazzo has them; `@` is the whole body. */
export function createJsonPath(vocabulary: Vocabulary): Dialect {
  const text = (raw: string) => toValue(raw, vocabulary);
  return {
    root: '@',
    child(node, name) {
      if (/^[A-Za-z_]\w*$/.test(name)) return `${node}.${name}`;
      throw new Inexpressible('asks for a property with a hyphen in its name, which respect renames');
    },
    item: (node, index) => `${node}[${index}]`,
    text,
    equals: (node, value) => `${valueAt(node)} == ${value}`,
    // An object has a length too; the schema of the answer tells the two apart.
    isList: (node) => `(length(${node}) >= 0 && !search(${node}, ""))`,
    hasLength: (node, length) => `length(${node}) == ${length}`,
    some: (node, says) => `${node}[?${says('@')}]`,
    isAbsent: (node) => `!${node}`,
    isAtLeast: (node, least) => `${valueAt(node)} >= ${least}`,
    matches: (node, expression) => `search(${node}, ${text(expression)})`,
    hasType: (node, type) => TYPES[type]?.(node),
  };
}

/** The library that respect evaluates JSONPath with compares what stands in a list only so; elsewhere it is the same. */
function valueAt(node: string): string {
  return node.includes('[') ? `value(${node})` : node;
}

function toValue(text: string, { partsOf }: Vocabulary): string {
  const parts = partsOf(text);
  const [first = ''] = parts;
  if (parts.length > 1) throw new Inexpressible('compares with a text that is put together');
  if (typeof first === 'string') return JSON.stringify(first);
  if (first.kind === 'capture' && !first.isText) {
    throw new Inexpressible('compares a list or an object with an earlier one as a whole');
  }
  return `{${toExpression(first)}}`;
}

/** A reference as a runtime expression of Arazzo. */
export function toExpression(reference: Reference): string {
  return reference.kind === 'input'
    ? `$inputs.${reference.name}`
    : `$steps.${reference.step}.outputs.${reference.name}`;
}
