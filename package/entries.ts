/** What a user imports: the path of an export of the package, and the file that says what it gives. */
export interface Entry {
  readonly source: string;
  /** Also for `require`. What builds on vitest cannot be required, because vitest cannot. */
  readonly cjs: boolean;
}

/** Every entry of the package but the documents; `.` is the package itself. */
export const ENTRIES: Readonly<Record<string, Entry>> = {
  '.': { source: 'package/index.ts', cjs: true },
  './contracts': { source: 'package/contracts.ts', cjs: true },
  './spec': { source: 'package/spec.ts', cjs: true },
  './jest': { source: 'package/jest.ts', cjs: true },
  './vitest': { source: 'package/vitest.ts', cjs: false },
};

/** The command lines by the name under which npm installs them. */
export const BINS: Readonly<Record<string, string>> = {
  'wuts-mock': 'package/wuts-mock.ts',
  'wuts-contracts': 'package/wuts-contracts.ts',
};

/** The files of `spec/` that are shipped as they are, beside the code that reads them. */
export const DOCUMENTS = /\.yaml$|\.json$|\.cjs$/;

/** What the pages load, which is shipped beside the code that reads it. */
export const PAGE_FILES = ['page.css', 'page.js'];

/** The name of an entry's file in `dist/`, without its ending: `index` for the package itself. */
export function nameOf(entry: string): string {
  return entry === '.' ? 'index' : entry.slice('./'.length);
}
