import { copyFile, readdir } from 'node:fs/promises';
import { defineConfig, type Options } from 'tsup';
import { BINS, DOCUMENTS, ENTRIES, nameOf, VIEWER } from './package/entries.ts';

const FOLDER = 'dist';

const entries = Object.entries(ENTRIES).map(([path, { source, cjs }]) => ({
  name: nameOf(path),
  source,
  cjs,
}));
const all = Object.fromEntries(entries.map(({ name, source }) => [name, source]));
const required = Object.fromEntries(
  entries.filter(({ cjs }) => cjs).map(({ name, source }) => [name, source]),
);

const COMMON: Options = {
  outDir: FOLDER,
  target: 'node20',
  platform: 'node',
  splitting: true,
  sourcemap: true,
  // A stack tells the file and the line of the source; the source itself would be a third of the package.
  esbuildOptions: (options) => {
    options.sourcesContent = false;
  },
};

export default defineConfig([
  { ...COMMON, format: 'esm', entry: { ...all, ...BINS }, onSuccess: copyFiles },
  // The code asks for the place of its own file by `import.meta.url`, which CommonJS lacks.
  { ...COMMON, format: 'cjs', entry: required, shims: true },
  { ...COMMON, format: ['esm', 'cjs'], entry: all, dts: { only: true, resolve: ['openapi-types'] } },
]);

async function copyFiles(): Promise<void> {
  for (const file of await readdir('spec')) {
    if (DOCUMENTS.test(file)) await copyFile(`spec/${file}`, `${FOLDER}/${file}`);
  }
  for (const [name, file] of Object.entries(VIEWER)) {
    await copyFile(`node_modules/${file}`, `${FOLDER}/${name}`);
  }
}
