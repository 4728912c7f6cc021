import type { Dialect } from './conditions.ts';
import type { Reference, Vocabulary } from './vocabulary.ts';

/** How a script asks for a type. */
const TYPES: Record<string, (node: string) => string> = {
  array: (node) => `Array.isArray(${node})`,
  object: (node) => `_.isPlainObject(${node})`,
  null: (node) => `${node} === null`,
};

/** Conditions as JavaScript of Postman's scripts, where `_` is lodash; `body` is the whole body. */
export function createJavaScript({ partsOf }: Vocabulary): Dialect {
  const text = (raw: string) => {
    const parts = partsOf(raw).map((part) =>
      typeof part === 'string' ? JSON.stringify(part) : toValue(part),
    );
    return parts.length === 0 ? '""' : parts.join(' + ');
  };
  return {
    root: 'body',
    child: (node, name) => `${node}?.${/^[A-Za-z_]\w*$/.test(name) ? name : `[${JSON.stringify(name)}]`}`,
    item: (node, index) => `${node}?.[${index}]`,
    text,
    equals: (node, value) => `_.isEqual(${node}, ${value})`,
    isList: (node) => `Array.isArray(${node})`,
    hasLength: (node, length) => `_.size(${node}) === ${length}`,
    some: (node, says) => `_.some(${node}, (one) => ${says('one')})`,
    isAbsent: (node) => `${node} === undefined`,
    isAtLeast: (node, least) => `${node} >= ${least}`,
    matches: (node, expression) =>
      `(_.isString(${node}) && new RegExp(${text(expression)}, "u").test(${node}))`,
    hasType: (node, type) => TYPES[type]?.(node) ?? `typeof ${node} === ${JSON.stringify(type)}`,
  };
}

/** A path such as `groups[name=X].jid` as JavaScript. */
export function toPick(path: string, dialect: Dialect): string {
  let node = dialect.root;
  for (const [, bracketed, name = ''] of path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)) {
    if (bracketed === undefined) node = dialect.child(node, name);
    else if (/^\d+$/.test(bracketed)) node = dialect.item(node, Number(bracketed));
    else node = `_.find(${node}, (one) => ${toEntry(bracketed, dialect)})`;
  }
  return node;
}

function toEntry(properties: string, dialect: Dialect): string {
  return properties
    .split(',')
    .map((one) => one.split('='))
    .map(([name = '', value = '']) => `String(${dialect.child('one', name)}) === ${dialect.text(value)}`)
    .join(' && ');
}

/** Texts are kept as they are, so that requests can name them; all else as JSON. */
function toValue(reference: Reference): string {
  const kept = `pm.variables.get(${JSON.stringify(reference.name)})`;
  return reference.kind === 'capture' && !reference.isText ? `JSON.parse(${kept})` : kept;
}
