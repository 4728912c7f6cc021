import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import ts from 'typescript';
import { ROOT } from './folders.ts';

/** The rooms and the bench as JavaScript, file by file, so that no process under test carries a TypeScript loader. */
export interface Tree {
  /** The JavaScript of a source file, by its path from the root of the project. */
  file(source: string): string;
  /** Deletes the tree. */
  remove(): void;
}

const FOLDERS = ['spec', 'mock', 'labs/bench'];

/** Writes the tree below `node_modules`, where its imports of packages are found. */
export function buildTree(): Tree {
  const cache = join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'wuts-mock-bench-'));
  // The mock asks for its own version by the name of the package.
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  for (const source of FOLDERS.flatMap(filesOf)) write(source, folder);
  return {
    file: (source) => join(folder, toJavaScript(source)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function write(source: string, folder: string): void {
  const target = join(folder, toJavaScript(source));
  mkdirSync(dirname(target), { recursive: true });
  if (extname(source) !== '.ts') {
    copyFileSync(join(ROOT, source), target);
    return;
  }
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, source), 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  writeFileSync(target, outputText);
}

function toJavaScript(source: string): string {
  return source.replace(/\.ts$/, '.js');
}
