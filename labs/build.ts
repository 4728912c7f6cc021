import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Options } from 'tsup';
import { copyDocuments } from '../package/copy-documents.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache');

/** A piece of a source file that is another in what is built. */
export interface Edit {
  /** By its path from the root of the project. */
  readonly file: string;
  /** It is in the file once. */
  readonly from: string;
  readonly to: string;
}

/** Programs of the project as JavaScript, so that no process that is measured carries a TypeScript loader. */
export interface Build {
  /** The JavaScript of a source file, by its path from the root of the project. */
  file(source: string): string;
  /** Deletes all of it. */
  remove(): void;
}

/** Builds source files, as the package is built, into a folder of their own. Rejects when an edit does not fit. */
export async function buildPrograms(sources: readonly string[], edit?: Edit): Promise<Build> {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'wuts-mock-labs-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await build({
      config: false,
      silent: true,
      entry: Object.fromEntries(sources.map((source) => [nameOf(source), join(ROOT, source)])),
      format: 'esm',
      platform: 'node',
      target: 'node20',
      tsconfig: join(ROOT, 'tsconfig.json'),
      skipNodeModulesBundle: true,
      outDir: folder,
      esbuildPlugins: edit === undefined ? [] : [toPlugin(edit)],
    });
    // The mock asks for its own version by the name of the package.
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    await copyDocuments(folder);
  } catch (error) {
    remove();
    throw error;
  }
  return { file: (source) => join(folder, `${nameOf(source)}.js`), remove };
}

/** All stand side by side, where the documents are. */
function nameOf(source: string): string {
  return source.replace(/\.ts$/, '').replaceAll('/', '-');
}

function toPlugin({ file, from, to }: Edit): NonNullable<Options['esbuildPlugins']>[number] {
  const wanted = join(ROOT, file);
  return {
    name: 'edit',
    setup: ({ onLoad, onEnd }) => {
      let isLoaded = false;
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        if (path !== wanted) return undefined;
        isLoaded = true;
        const [before = '', after, ...others] = (await readFile(path, 'utf8')).split(from);
        if (after === undefined || others.length > 0)
          throw new Error(`${file} does not have ${JSON.stringify(from)} just once.`);
        return { contents: before + to + after, loader: 'ts' };
      });
      onEnd(() => {
        if (!isLoaded) throw new Error(`${file} is in none of the programs.`);
      });
    },
  };
}
