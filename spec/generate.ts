import { readFile } from 'node:fs/promises';
import openapiTypes, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

/** A file that follows from a document, and the text that it has to have. */
export interface GeneratedFile {
  /** The document that it follows from. */
  readonly document: URL;
  readonly file: URL;
  readonly text: string;
}

/** The documents that people edit, and what is made of each: JSON, which is read in a moment, and types. */
const DOCUMENTS = [
  { yaml: 'openapi.yaml', json: 'openapi.gen.json', types: 'types.gen.ts' },
  { yaml: 'control.yaml', json: 'control.gen.json', types: 'control.gen.ts' },
] as const;

/** Every file that `npm run types` writes, as the documents would have it now. */
export async function generateFiles(): Promise<GeneratedFile[]> {
  const files = DOCUMENTS.map(async ({ yaml, json, types }) => {
    const document = new URL(yaml, import.meta.url);
    const value: unknown = parse(await readFile(document, 'utf8'));
    const said = `// Generated from ${yaml} by \`npm run types\`. Do not edit.\n`;
    return [
      { document, file: new URL(json, import.meta.url), text: `${JSON.stringify(value, undefined, 1)}\n` },
      {
        document,
        file: new URL(types, import.meta.url),
        text: said + astToString(await openapiTypes(document)),
      },
    ];
  });
  return (await Promise.all(files)).flat();
}
