import openapiTypes, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('./openapi.yaml', import.meta.url);

/** Where the generated types are kept. */
export const TYPES_FILE = new URL('./types.gen.ts', import.meta.url);

/** The TypeScript text of every path, schema and operation of `openapi.yaml`. */
export async function generateTypes(): Promise<string> {
  const text = astToString(await openapiTypes(DOCUMENT));
  return `// Generated from openapi.yaml by \`npm run types\`. Do not edit.\n${text}`;
}
