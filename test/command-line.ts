import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { copyDocuments } from '../package/copy-documents.ts';
import { BINS } from '../package/entries.ts';

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/command-lines', import.meta.url));

/** What Node runs for a command of the package, as it is installed; `buildCommandLines` makes it. */
export function commandLine(name: 'wuts-mock' | 'wuts-contracts'): string {
  return `${FOLDER}/${name}.js`;
}

/** Builds the commands as the package has them: each start of one takes a third of what it takes from the sources. */
export async function buildCommandLines(): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: { ...BINS },
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outDir: FOLDER,
  });
  await copyDocuments(FOLDER);
}

export default buildCommandLines;
