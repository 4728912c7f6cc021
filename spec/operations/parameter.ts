import type { OpenAPIV3_1 } from 'openapi-types';
import { isNestedTooDeep } from '../nesting.ts';
import { escapePointer, type Find } from '../references.ts';

/** A parameter of an operation, and how its text is read. */
export interface Parameter {
  /** The `$ref` of the schema of its value. */
  readonly schema: string;
  readonly isRequired: boolean;
  /** The text that counts of those that a request has for it, of which there is one at least; of a list, its entries. */
  readonly take: (texts: Texts) => Texts;
  /** What that may stand for, the likeliest first; undefined where it is none of that. */
  readonly readings: readonly ((taken: Texts) => unknown)[];
}

/** What a request has for a parameter: one text, or each that stands under its name. */
export type Texts = string | readonly string[];

/** A list has so many entries at most, as many as any list of WUTS may have. */
export const MOST_ENTRIES = 1024;

/** What stands between the entries of a list, by the style of a parameter. */
const SEPARATORS: Readonly<Record<string, string | RegExp>> = {
  simple: /, */,
  form: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
};

const JSON_TYPE = /^application\/(json|[\w.-]+\+json|\*)\s*(;.*)?$|^\*\/\*/i;

/** A parameter at a `$ref` of the document. Throws where its text cannot be read, and says which. */
export function toParameter(written: OpenAPIV3_1.ParameterObject, ref: string, find: Find): Parameter {
  const { in: place, name, required: isRequired = false, content } = written;
  const { style = place === 'query' || place === 'cookie' ? 'form' : 'simple' } = written;
  const { explode = style === 'form' } = written;
  const [[type, media] = ['', undefined]] = Object.entries(content ?? {});
  const schema =
    media === undefined ? `${ref}/schema` : schemaOf(media, `${ref}/content/${escapePointer(type)}`);
  const types = typesAt(schema, find);
  const separator = Object.hasOwn(SEPARATORS, style) ? SEPARATORS[style] : undefined;
  if (media === undefined && (separator === undefined || types.has('object')))
    throw new Error(
      `the parameter "${name}" at ${ref} has the style ${style} and the type ${[...types].join(' or ')}, which is not read: give it "content" of application/json.`,
    );
  const base = { schema, isRequired };
  if (JSON_TYPE.test(type)) return { ...base, take: lastOf, readings: [toJson] };
  const isText = place === 'path' || [...types].join() === 'string';
  if (media !== undefined || !types.has('array'))
    return { ...base, take: lastOf, readings: isText ? [asTaken, toValue] : [toValue, asTaken] };
  // Each entry is a text of its own, or all are in one.
  const isApart = explode && style !== 'simple';
  const take = (texts: Texts) => listOf(texts, isApart ? undefined : separator);
  return { ...base, take, readings: [toValues, asTaken, toOnly(toValue), toOnly(asTaken)] };
}

/** The types that the value at a `$ref` may have, as far as its schema says. */
function typesAt(ref: string, find: Find, seen = new Set<string>()): Set<string> {
  const { value, ref: end } = find<TypedSchema | boolean | undefined>({ $ref: ref }, ref);
  if (seen.has(end)) return new Set();
  seen.add(end);
  const schema = Object(value) as TypedSchema;
  const parts = (['allOf', 'anyOf', 'oneOf'] as const).flatMap((key) =>
    (schema[key] ?? []).flatMap((_, index) => [...typesAt(`${end}/${key}/${index}`, find, seen)]),
  );
  return new Set([...[schema.type ?? []].flat(), ...parts]);
}

interface TypedSchema extends Partial<Readonly<Record<'allOf' | 'anyOf' | 'oneOf', readonly unknown[]>>> {
  readonly type?: string | readonly string[];
}

/** The `$ref` of the schema of JSON in the content at a `$ref`; undefined where that has none. */
export function schemaIn(
  content: OpenAPIV3_1.ResponseObject['content'],
  ref: string,
  isJson = JSON_TYPE,
): string | undefined {
  const types = Object.entries(content ?? {});
  const found = types.find(([key]) => key === 'application/json') ?? types.find(([key]) => isJson.test(key));
  return found && schemaOf(found[1], `${ref}/content/${escapePointer(found[0])}`);
}

/** Without a schema, the media type is as one that has no keywords: it takes everything. */
function schemaOf(media: OpenAPIV3_1.MediaTypeObject, at: string): string {
  return media.schema === undefined ? at : `${at}/schema`;
}

function lastOf(texts: Texts): string {
  return typeof texts === 'string' ? texts : (texts.at(-1) ?? '');
}

function listOf(texts: Texts, separator: string | RegExp | undefined): readonly string[] {
  const list = typeof texts === 'string' ? [texts] : texts;
  return separator === undefined ? list : list.flatMap((text) => text.split(separator));
}

function asTaken(taken: Texts): Texts {
  return taken;
}

/** A number or a boolean where the text looks like one. */
function toValue(text: Texts): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return typeof text === 'string' && NUMBER.test(text) ? Number(text) : text;
}

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

function toValues(list: Texts): unknown {
  return typeof list === 'string' ? list : list.map(toValue);
}

/** What the only entry of a list stands for by itself: a parameter may be a list or a text. */
function toOnly(read: (text: Texts) => unknown): (list: Texts) => unknown {
  return ([only, ...others]) => (only === undefined || others.length > 0 ? undefined : read(only));
}

function toJson(text: Texts): unknown {
  if (isTextTooDeep(text)) return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

/** Whether the JSON in a text opens more levels than may be. */
export function isTextTooDeep(text: Texts): boolean {
  return isNestedTooDeep(Buffer.from(String(text)));
}
