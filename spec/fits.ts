import standalone from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import { type ApiDocument, schemasOf } from './document.ts';
import { createAjv } from './validate.ts';

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const PLAIN = `(?:[^{}"]|${TEXT})*`;

/** What ajv writes to tell why a value does not fit, and what is left of it: whoever wants to know why asks ajv itself. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [RegExp(`\\{instancePath[:,]${PLAIN}params:\\{${PLAIN}\\}${PLAIN}\\}`, 'g'), '{}'],
  [/const err\d+ = {};if\(vErrors === null\){vErrors = \[err\d+\];}else {vErrors\.push\(err\d+\);}/g, ''],
  [/if\(vErrors !== null\){if\((\w+)\){vErrors\.length = \1;}else {vErrors = null;}}/g, ''],
  [
    /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\);errors = vErrors\.length;/g,
    'errors++;',
  ],
  [/\w+\.errors = (?:vErrors|\[{}\]);|let vErrors = null;/g, ''],
  [/, {instancePath="", parentData, parentDataProperty, rootData=data}={}/g, ''],
  [RegExp(`, ?\\{instancePath[:,]${PLAIN}parentData[:,]${PLAIN}\\}`, 'g'), ''],
  [/\((data\d*\.\w+ === undefined)\) && \(missing\d+ = "\w+"\)/g, '$1'],
  [/let missing\d+;/g, ''],
];

/**
 * JavaScript that exports for each schema of a document, by its `$ref`, whether a value fits it, as ajv compiles it; it
 * needs no ajv to run. Throws where ajv writes its code in a way that is not known here.
 */
export function compileFits(document: ApiDocument): string {
  const raw: ApiDocument['raw'] = JSON.parse(JSON.stringify(document.raw), withoutProse);
  const ajv = createAjv(raw, {
    messages: false,
    // A schema that has a name is compiled once, whoever refers to it.
    inlineRefs: false,
    code: { source: true, esm: true, lines: false },
  });
  // No document of ours needs them, and every function would be the longer for them.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  const named = new Map<unknown, string>();
  for (const [name, schema] of Object.entries(raw.components?.schemas ?? {})) {
    const ref = `#/components/schemas/${name}`;
    ajv.addSchema(schema, `document${ref}`, false, false);
    named.set(document.resolve(ref), ref);
  }
  const targets = [...named.values(), ...schemasOf(document)].map(
    (ref) => [ref, named.get(document.resolve(ref)) ?? ref] as const,
  );
  const names = new Map(targets.map(([, target], index) => [target, `fits${index}`]));
  const exported = [...names].map(([target, name]) => [name, `document${target}`]);
  let code = standalone.default(ajv, Object.fromEntries(exported));
  for (const [pattern, rest] of REASONS) code = code.replace(pattern, rest);
  const strange = /.{0,80}(?:vErrors|instancePath|\.errors|missing\d).{0,80}/.exec(code)?.[0];
  if (strange !== undefined) throw new Error(`ajv tells why in another way than is known here: ${strange}`);
  const table = targets.map(([ref, target]) => `${JSON.stringify(ref)}:${names.get(target)}`);
  return bundle(`${code}export default {${table}};`);
}

/** What a schema says to people. A property of that name has an object here. */
function withoutProse(key: string, value: unknown): unknown {
  const isProse = (key === 'description' || key.startsWith('x-')) && typeof value === 'string';
  return isProse || (key === 'examples' && Array.isArray(value)) ? undefined : value;
}

/** With the little of ajv that it calls, and without what nothing uses. */
function bundle(code: string): string {
  const { outputFiles } = buildSync({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    minify: true,
    lineLimit: 400,
    target: 'node20',
    platform: 'node',
    format: 'cjs',
    footer: { js: 'module.exports=module.exports.default;' },
  });
  return outputFiles[0]?.text ?? '';
}
