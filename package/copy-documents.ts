import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, VIEWER } from './entries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Copies into a folder what the built code reads beside itself: the documents, and the viewer of the pages. */
export async function copyDocuments(folder: string): Promise<void> {
  await mkdir(`${folder}/generated`, { recursive: true });
  for (const file of await readdir(`${ROOT}spec`, { recursive: true })) {
    if (DOCUMENTS.test(file)) await copyFile(`${ROOT}spec/${file}`, `${folder}/${file}`);
  }
  for (const [name, file] of Object.entries(VIEWER)) {
    await copyFile(`${ROOT}node_modules/${file}`, `${folder}/${name}`);
  }
}
