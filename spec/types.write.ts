/** `npm run types`: writes `types.gen.ts` from `openapi.yaml`. A test fails when the two differ. */
import { writeFile } from 'node:fs/promises';
import { generateTypes, TYPES_FILE } from './types.generate.ts';

await writeFile(TYPES_FILE, await generateTypes());
console.log(`wrote ${TYPES_FILE.pathname}`);
