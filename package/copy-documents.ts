import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DOCUMENTS, PAGE_FILES } from './entries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Copies into a folder what the built code reads beside itself: the documents, and what the pages load. */
export async function copyDocuments(folder: string): Promise<void> {
  await mkdir(`${folder}/generated`, { recursive: true });
  for (const file of await readdir(`${ROOT}spec`, { recursive: true })) {
    if (DOCUMENTS.test(file)) await copyFile(`${ROOT}spec/${file}`, `${folder}/${file}`);
  }
  for (const name of PAGE_FILES) await copyFile(`${ROOT}mock/pages/${name}`, `${folder}/${name}`);
}
