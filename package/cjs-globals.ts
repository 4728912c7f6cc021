/**
 * What the package for `require` takes from the machine instead of from its surroundings: a test environment such as that
 * of jest with jsdom has none of these, or others. The bundler puts them in wherever the code names them.
 */
import { pathToFileURL } from 'node:url';
import { deserialize, serialize } from 'node:v8';

export { ReadableStream } from 'node:stream/web';
export { URL, URLSearchParams } from 'node:url';
export { TextDecoder, TextEncoder } from 'node:util';

/** A copy of plain data. */
export function structuredClone<Value>(value: Value): Value {
  return deserialize(serialize(value));
}

/** The place of a file, for `import.meta.url`, in a folder of any name. */
export const importMetaUrl = pathToFileURL(__filename).href;
