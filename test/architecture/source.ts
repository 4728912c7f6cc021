import { readdirSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One file, read and parsed. */
export interface Source {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** The rooms of the house; `test` stands beside them. */
export const ROOMS = ['spec', 'mock', 'contracts'] as const;

/** Folders beside the rooms that are held to the same laws of the page. */
export const BESIDE_ROOMS = ['labs'] as const;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every TypeScript file of some folders, without those that are generated or installed. A folder that does not exist has none. */
export function readSources(folders: readonly string[]): Source[] {
  const top = readdirSync(ROOT);
  return folders
    .filter((folder) => top.includes(folder))
    .flatMap((folder) => readdirSync(ROOT + folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /(?<!\.gen)\.tsx?$/.test(entry.name))
    .filter(({ parentPath }) => !parentPath.includes(`${sep}labs${sep}node_modules`))
    .map((entry) => `${entry.parentPath}${sep}${entry.name}`)
    .map((file) => toSource(relative(ROOT, file).split(sep).join('/'), readFileSync(file, 'utf8')))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** A file as it would be read at a path. */
export function toSource(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

/** Every node of a file, the outer before the inner. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** The place of a node as editors write it. */
export function placeOf({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** The room that a path is in, or whatever folder or file is at the top. */
export function roomOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}
