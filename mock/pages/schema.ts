import { htmlEscape } from 'escape-goat';
import type { ApiDocument } from '../../spec/index.ts';
import { toInline } from './prose.ts';

/** A part of a document, as far as a page shows it. What a user's own document has in it may be of any kind. */
export type Node = Readonly<Record<string, unknown>>;

/** Inline objects within each other are shown down to here; whoever wants to know more reads the document. */
const DEEPEST = 6;

/** Any value as a part of a document. */
export function toNode(value: unknown): Node {
  return typeof value === 'object' && value !== null ? (value as Node) : {};
}

/** What a part leads to, with what is said beside its `$ref`. */
export function follow(document: ApiDocument, value: unknown): Node {
  const { $ref, ...own } = toNode(value);
  return typeof $ref === 'string' ? { ...toNode(document.resolve($ref)), ...own } : own;
}

/** How a fact is known and where from; nothing where the document does not say. */
export function toKnown(node: Node): string {
  const { 'x-provenance': known, 'x-source': source } = node;
  if (typeof known !== 'string') return '';
  const from = typeof source === 'string' ? ` <small>${htmlEscape(source)}</small>` : '';
  return `<span class="known ${htmlEscape(known)}">${htmlEscape(known)}${from}</span>`;
}

/** The properties of a schema, each with its type, how it is known and what it means; its choices by their names. */
export function toFields(document: ApiDocument, value: unknown, depth = 0): string {
  const schema = follow(document, value);
  if (depth > DEEPEST) return '';
  const choices = list(schema.oneOf).filter((one) => typeof one.$ref === 'string');
  if (schema.properties === undefined && choices.length > 0) {
    const sections = choices.map(
      (one) =>
        `<h5>${toType(one)} ${toKnown(follow(document, one))}</h5>${toFields(document, one, depth + 1)}`,
    );
    return `<p>One of these:</p>${sections.join('')}`;
  }
  const parts = list(schema.allOf).map((part) =>
    typeof part.$ref === 'string'
      ? `<p>All of ${toType(part)}, and:</p>`
      : toFields(document, part, depth + 1),
  );
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(toNode(schema.properties)).map(([name, one]) =>
    toField(document, name, toNode(one), required.includes(name), depth),
  );
  return parts.join('') + (fields.length === 0 ? '' : `<ul class="fields">${fields.join('')}</ul>`);
}

/** One property or parameter. */
export function toField(
  document: ApiDocument,
  name: string,
  node: Node,
  isRequired: boolean,
  depth = 0,
): string {
  const whole = follow(document, node);
  const inner = node.$ref === undefined ? (whole.items ?? whole) : undefined;
  const isNamed = typeof toNode(inner).$ref === 'string';
  const nested = inner === undefined || isNamed ? '' : toFields(document, inner, depth + 1);
  const says = [whole.description, toLimits(whole)].filter((one) => typeof one === 'string' && one !== '');
  return `<li><code>${htmlEscape(name)}</code> <span class="type">${toType(node)}</span>${
    isRequired ? ' <b>required</b>' : ''
  } ${toKnown(whole)}${says.length === 0 ? '' : `<p>${toInline(says.join(' '))}</p>`}${nested}</li>`;
}

/** The type of a value in words; a named schema by its name, which leads to it. */
export function toType(node: Node): string {
  const { $ref, type, items, enum: values, const: constant } = node;
  if (typeof $ref === 'string') {
    const name = htmlEscape($ref.split('/').at(-1) ?? '');
    return `<a href="#schema-${name}">${name}</a>`;
  }
  const choices = list(node.oneOf ?? node.anyOf).filter((one) => one.required === undefined);
  if (type === undefined && choices.length > 0) return choices.map(toType).join(' or ');
  if (constant !== undefined) return `always ${htmlEscape(JSON.stringify(constant))}`;
  if (Array.isArray(values))
    return `one of ${values.map((one) => htmlEscape(JSON.stringify(one))).join(', ')}`;
  if (items !== undefined) return `list of ${toType(toNode(items))}`;
  return htmlEscape([type ?? 'object'].flat().join(' or '));
}

/** What limits a value, in words. */
function toLimits(node: Node): string {
  const between = (least: unknown, most: unknown, what: string) => {
    if (least === undefined && most === undefined) return [];
    if (most === undefined) return [`at least ${least}${what}`];
    return [least === undefined ? `at most ${most}${what}` : `${least} to ${most}${what}`];
  };
  const limits = [
    ...between(node.minLength, node.maxLength, ' characters'),
    ...between(node.minItems, node.maxItems, ' entries'),
    ...between(node.minimum, node.maximum, ''),
    ...(node.format === undefined ? [] : [`format ${node.format}`]),
    ...(node.pattern === undefined ? [] : [`pattern \`${node.pattern}\``]),
  ];
  return limits.length === 0 ? '' : `(${limits.join('; ')})`;
}

function list(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.map(toNode) : [];
}
