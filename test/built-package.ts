import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { copyDocuments } from '../package/copy-documents.ts';
import { BINS, ENTRIES, nameOf } from '../package/entries.ts';

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/built-package', import.meta.url));

/** What tests start beside the commands. */
const PROGRAMS = { victim: 'test/mock/state-file/victim.ts' };

/** The file that Node runs for a command of the package, or for a program of the tests; `buildPackage` makes it. */
export function commandLine(name: 'wuts-mock' | 'wuts-contracts' | keyof typeof PROGRAMS): string {
  return `${FOLDER}/${name}.js`;
}

/** The file that an entry of the package is imported from, such as `./contracts`; `buildPackage` makes it. */
export function entryFile(entry: string): string {
  return `${FOLDER}/${nameOf(entry)}.js`;
}

/** Builds the commands and entries as the package has them: to start one takes a third of what it takes from the sources. */
export async function buildPackage(): Promise<void> {
  const sources = Object.fromEntries(
    Object.entries(ENTRIES).map(([path, { source }]) => [nameOf(path), source]),
  );
  await build({
    config: false,
    silent: true,
    entry: { ...BINS, ...PROGRAMS, ...sources },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outDir: FOLDER,
  });
  await copyDocuments(FOLDER);
  // The package knows its version by its own name, which a folder has by its manifest.
  await copyFile(new URL('../package.json', import.meta.url), `${FOLDER}/package.json`);
}

export default buildPackage;
