import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleConsole } from '../mock/console/bundle.ts';
import { DOCUMENTS, PAGE_FILES } from './entries.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Puts into a folder what the built code reads beside itself: the documents, and what the pages and the console load. */
export async function copyDocuments(folder: string): Promise<void> {
  await mkdir(`${folder}/generated`, { recursive: true });
  for (const file of await readdir(`${ROOT}spec`, { recursive: true })) {
    if (DOCUMENTS.test(file)) await copyFile(`${ROOT}spec/${file}`, `${folder}/${file}`);
  }
  for (const name of PAGE_FILES) await copyFile(`${ROOT}mock/pages/${name}`, `${folder}/${name}`);
  for (const [name, text] of Object.entries(bundleConsole())) await writeFile(`${folder}/${name}`, text);
}
