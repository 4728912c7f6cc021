import type { ApiDocument } from '../document.ts';
import { propertiesOf, type SchemaNode } from '../properties.ts';
import { type Answer, CalibrationError } from './calibration.ts';
import { type Tree, tree, walk } from './tree.ts';

/** A property of a document that is being edited, and the schema that has it. */
interface Field {
  readonly written: Tree;
  readonly owner: Tree;
}

/** What stays outside when a schema may be null as well. */
const NOTES = /^(description|x-.*)$/;

/** Writes into a document how a field was seen: `name` is that of the fact, such as `Group.picture_id`. Throws a `CalibrationError`. */
export function editField(
  document: ApiDocument,
  name: string,
  { written, owner }: Field,
  answer: Answer,
): void {
  const field = name.slice(name.lastIndexOf('.') + 1);
  if (answer === 'absent') remove(document, name, field, wholeOwner(document, name, owner));
  if (answer === 'nullable') makeNullable(written);
  if (typeof answer === 'object') rename(name, field, wholeOwner(document, name, owner), String(answer.name));
}

function rename(name: string, field: string, owner: Tree, to: string): void {
  if (to === field) return;
  const properties = tree(owner.properties);
  if (properties[to] !== undefined)
    throw new CalibrationError(
      `"field ${name}" cannot be called ${to}: its schema has a field of that name.`,
    );
  owner.properties = Object.fromEntries(
    Object.entries(properties).map(([key, one]) =>
      key === field ? [to, { ...tree(one), 'x-assumed-name': field }] : [key, one],
    ),
  );
  owner.required = listOf(owner.required).map((one) => (one === field ? to : one));
}

function remove(document: ApiDocument, name: string, field: string, owner: Tree): void {
  const ref = `#/components/schemas/${name.split('.')[0]}`;
  const isRequired = listOf(owner.required).includes(field);
  const schema = document.resolve(ref);
  const needs = document.operations.find(
    ({ body }) => body !== undefined && document.resolve(body) === schema,
  );
  if (isRequired && needs !== undefined)
    throw new CalibrationError(`"field ${name}" cannot be absent: ${needs.id} cannot do without it.`);
  delete tree(owner.properties)[field];
  if (!isRequired) return;
  owner.required = listOf(owner.required).filter((one) => one !== field);
  if (typeof owner.minProperties === 'number') owner.minProperties -= 1;
  // One of several ways that needs the field is a way no more.
  walk(document.raw, (object) => {
    if (Array.isArray(object.oneOf)) object.oneOf = object.oneOf.filter((one) => tree(one).$ref !== ref);
  });
}

/** The schema that has a field. What a schema has of another one as well cannot be changed in its own part: it is written out. */
function wholeOwner(document: ApiDocument, name: string, owner: Tree): Tree {
  const schemas = tree(tree(document.raw.components).schemas);
  const [schema = '', ...steps] = name.split('.');
  const whole = tree(schemas[schema]);
  if (whole.allOf === undefined || steps.length > 1) return owner;
  const written = writeOut(document, whole);
  schemas[schema] = written;
  return written;
}

function writeOut(document: ApiDocument, { allOf, ...schema }: Tree): Tree {
  const parts = listOf<SchemaNode>(allOf).map((part) =>
    tree(part.$ref === undefined ? part : document.resolve(part.$ref)),
  );
  return {
    ...schema,
    type: 'object',
    required: [...new Set(parts.flatMap((part) => listOf(part.required)))],
    properties: Object.fromEntries(propertiesOf(document, { allOf: listOf<SchemaNode>(allOf) })),
  };
}

function makeNullable(written: Tree): void {
  if (listOf(written.anyOf).some((one) => tree(one).type === 'null')) return;
  const schema: Tree = {};
  for (const name of Object.keys(written).filter((one) => !NOTES.test(one))) {
    schema[name] = written[name];
    delete written[name];
  }
  written.anyOf = [schema, { type: 'null' }];
  written['x-null-for-empty'] = true;
}

function listOf<One = unknown>(value: unknown): One[] {
  return Array.isArray(value) ? value : [];
}
