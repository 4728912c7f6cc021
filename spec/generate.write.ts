/** `npm run types`: writes what follows from the documents. A test fails when something else is there. */
import { writeFile } from 'node:fs/promises';
import { generateFiles } from './generate.ts';

for (const { file, text } of await generateFiles()) {
  await writeFile(file, text);
  console.log(`wrote ${file.pathname}`);
}
