/** `npm run editions -- FOLDER`: writes the editions of `openapi.yaml` for client generators into a folder. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { DOCUMENT_FILE, loadDocument } from './document.ts';
import { EDITIONS, toEdition } from './edition.ts';

const [folder = '.'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
for (const name of EDITIONS) {
  const file = join(folder, `openapi-${name}.yaml`);
  await writeFile(
    file,
    stringify(toEdition(loadDocument(DOCUMENT_FILE), name), { aliasDuplicateObjects: false, lineWidth: 0 }),
  );
  console.log(`wrote ${file}`);
}
