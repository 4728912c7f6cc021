import type { OpenAPIV3_1 } from 'openapi-types';
import { escapePointer, type Find } from './references.ts';

/** Reads the texts of a parameter, of which there is one at least. */
type Reading = (texts: readonly string[]) => unknown;

/** A parameter of an operation, and how its text is read. */
export interface Parameter {
  /** The `$ref` of the schema of its value. */
  readonly schema: string;
  readonly isRequired: boolean;
  /** What its texts may stand for, the likeliest first; undefined where it is none of that. */
  readonly readings: readonly Reading[];
}

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
  const [[type, media] = ['', undefined]] = Object.entries(content ?? {});
  const schema =
    media === undefined ? `${ref}/schema` : schemaOf(media, `${ref}/content/${escapePointer(type)}`);
  const { value } = find<{ type?: string | string[] }>({ $ref: schema }, schema);
  const types = [value.type].flat();
  const separator = SEPARATORS[style];
  if (media === undefined && (separator === undefined || types.includes('object')))
    throw new Error(
      `the parameter "${name}" at ${ref} has the style ${style} and the type ${types.join(' or ')}, which is not read: give it "content" of application/json.`,
    );
  if (JSON_TYPE.test(type)) return { schema, isRequired, readings: [asJson] };
  if (media === undefined && types.includes('array'))
    return { schema, isRequired, readings: asList(separator) };
  return { schema, isRequired, readings: place === 'path' ? [asText, asValue] : [asValue, asText] };
}

/** The `$ref` of the schema of JSON in the content at a `$ref`; undefined where that has none. */
export function schemaIn(content: OpenAPIV3_1.ResponseObject['content'], ref: string): string | undefined {
  const types = Object.entries(content ?? {});
  const found =
    types.find(([key]) => key === 'application/json') ?? types.find(([key]) => JSON_TYPE.test(key));
  return found && schemaOf(found[1], `${ref}/content/${escapePointer(found[0])}`);
}

/** Without a schema, the media type is as one that has no keywords: it takes everything. */
function schemaOf(media: OpenAPIV3_1.MediaTypeObject, at: string): string {
  return media.schema === undefined ? at : `${at}/schema`;
}

function asText(texts: readonly string[]): string {
  return texts.at(-1) ?? '';
}

/** A number or a boolean where the text looks like one. */
function asValue(texts: readonly string[]): unknown {
  return toValue(asText(texts));
}

function asJson(texts: readonly string[]): unknown {
  try {
    return JSON.parse(asText(texts));
  } catch {
    return undefined;
  }
}

function asList(separator: string | RegExp = ','): Reading[] {
  const split = (texts: readonly string[]) => (texts.length > 1 ? texts : asText(texts).split(separator));
  return [(texts) => split(texts).map(toValue), split];
}

function toValue(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
}
