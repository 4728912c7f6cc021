import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { type ApiDocument, DOCUMENT_FILE, loadDocument, toDocument } from './document.ts';
import { fillPage } from './facts-page.ts';
import { compileFits } from './fits.ts';
import { formatLedger, listFacts, toLedger } from './provenance.ts';

/** A file that follows from a document, and the text that it has to have. */
export interface GeneratedFile {
  /** The document that it follows from. */
  readonly document: URL;
  readonly file: URL;
  readonly text: string;
}

/** The documents that people edit, and what is made of each: JSON on one line, which is read in a moment, the checks of its schemas, and types. */
const DOCUMENTS = [
  {
    yaml: 'openapi.yaml',
    json: 'openapi.gen.json',
    fits: 'openapi.fits.gen.cjs',
    types: 'types.gen.ts',
  },
  {
    yaml: 'control.yaml',
    json: 'control.gen.json',
    fits: 'control.fits.gen.cjs',
    types: 'control.gen.ts',
  },
] as const;

/** Nothing in it is edited by hand. */
const GENERATED = new URL('generated/', import.meta.url);

/** Its tables are those of the facts; people write the rest. */
const RULES_PAGE = new URL('../docs/whatsapp-rules.md', import.meta.url);

/** Their table counts how the facts of the document are known. */
const READMES = ['../README.md', '../README.pt-BR.md'].map((name) => new URL(name, import.meta.url));

/** What an editor shows of the generated types that users import. */
const DOCS: Readonly<Record<string, string>> = {
  paths: 'Every path with its operations, as openapi-fetch takes them.',
  components: 'Every schema, parameter, request body and response by its name.',
  operations: 'Every operation with its parameters, body and answers, by its id.',
};

/** Every file that `npm run types` writes, as the documents and the facts would have it now. */
export async function generateFiles(): Promise<GeneratedFile[]> {
  const files = DOCUMENTS.map(async ({ yaml, json, fits, types }) => {
    const document = new URL(yaml, import.meta.url);
    const value = parse(await readFile(document, 'utf8'));
    return [
      { document, file: new URL(json, GENERATED), text: `${JSON.stringify(value)}\n` },
      { document, file: new URL(fits, GENERATED), text: compileFits(toDocument(value, yaml)) },
      { document, file: new URL(types, GENERATED), text: await generateTypes(yaml, document) },
    ];
  });
  const page = { document: RULES_PAGE, file: RULES_PAGE, text: fillPage(await readFile(RULES_PAGE, 'utf8')) };
  const readmes = READMES.map(async (file) => ({
    document: file,
    file,
    text: fillLedger(await readFile(file, 'utf8')),
  }));
  return [
    ...(await Promise.all(files)).flat(),
    await generateWorldSchema(),
    page,
    ...(await Promise.all(readmes)),
  ];
}

function fillLedger(text: string): string {
  const ledger = formatLedger(toLedger(listFacts(loadDocument(DOCUMENT_FILE)))).trim();
  return text.replace(/(<!-- provenance -->\n).*(\n<!-- \/provenance -->)/s, `$1${ledger}$2`);
}

/** What an editor checks a world file by: the schema of the control plane, with all that it refers to, in a draft that every editor knows. */
async function generateWorldSchema(): Promise<GeneratedFile> {
  const document = new URL('control.yaml', import.meta.url);
  const { schemas } = parse(await readFile(document, 'utf8')).components;
  const text = JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/definitions/');
  const all: Record<string, object> = JSON.parse(text);
  const definitions: Record<string, unknown> = {};
  const collect = (name: string) => {
    if (Object.hasOwn(definitions, name)) return;
    definitions[name] = all[name];
    for (const [, other = ''] of JSON.stringify(all[name]).matchAll(/"#\/definitions\/(\w+)"/g))
      collect(other);
  };
  collect('WorldFile');
  const { WorldFile, ...rest } = definitions;
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A world file of wuts-mock',
    ...(WorldFile as object),
    definitions: rest,
  };
  const file = new URL('world.schema.json', GENERATED);
  return { document, file, text: `${JSON.stringify(schema)}\n` };
}

/** The types of a document that was calibrated by a file. */
export async function generateCalibrated({ raw }: ApiDocument, file: string): Promise<string> {
  return generateTypes(`openapi.yaml and ${basename(file)}`, JSON.stringify(raw));
}

async function generateTypes(yaml: string, document: URL | string): Promise<string> {
  const types = astToString(await openapiTypes(document, { defaultNonNullable: false })).replace(
    /^export (?:interface|type) (\w+)/gm,
    (line, name: string) => (DOCS[name] === undefined ? line : `/** ${DOCS[name]} */\n${line}`),
  );
  return `// Generated from ${yaml} by \`npm run types\`. Do not edit.\n${types}`;
}
