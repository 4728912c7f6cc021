import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { copyDocuments } from './package/copy-documents.ts';
import { BINS, ENTRIES, nameOf } from './package/entries.ts';

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

/** An ES module only, which neither jest nor Node before 22.12 can require; of what users get it is a hundred bytes. So is Faker. */
const NOT_REQUIRED = ['escape-goat'];

/** Names are Portuguese, and the language of Faker that others fall back on would be an eighth of the package. */
const leaveEnglishOut: Plugin['setup'] = (build) =>
  build.onLoad({ filter: /faker-js.faker.dist.en-[\w-]+\.js$/ }, () => ({
    contents: 'export const t = {};',
  }));

const COMMON: Options = {
  outDir: FOLDER,
  target: 'node20',
  platform: 'node',
  splitting: true,
  noExternal: NOT_REQUIRED,
  // Spaces and comments would be a third of the package, and source maps a seventh; names stay as they are in the source.
  // Lines stay short, so that Node shows no page of code above a stack.
  esbuildOptions: (options) => {
    options.minifyWhitespace = true;
    options.lineLimit = 400;
  },
};

export default defineConfig([
  {
    ...COMMON,
    format: 'esm',
    entry: { ...all, ...BINS },
    onSuccess: () => copyDocuments(FOLDER),
  },
  {
    ...COMMON,
    format: 'cjs',
    entry: required,
    noExternal: [...NOT_REQUIRED, '@faker-js/faker'],
    esbuildPlugins: [{ name: 'faker-in-portuguese', setup: leaveEnglishOut }],
    esbuildOptions: (options, context) => {
      COMMON.esbuildOptions?.(options, context);
      options.define = { ...options.define, 'import.meta.url': 'importMetaUrl' };
      options.inject = ['package/cjs-globals.ts'];
    },
  },
  { ...COMMON, format: ['esm', 'cjs'], entry: all, dts: { only: true, resolve: ['openapi-types'] } },
]);
