import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf, type Source } from './source.ts';

/** One file says that it needs another, or a package. */
export interface Import {
  readonly from: string;
  /** The path of a file of the project, or the name of a package such as `node:fs` or `express`. */
  readonly to: string;
}

/** All that a file imports or exports again: statically, dynamically, or as a type. */
export function importsOf({ path, tree }: Source): Import[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const found = specifierOf(node);
    if (found === undefined) return [];
    return [{ from: path, to: found.startsWith('.') ? posix.join(posix.dirname(path), found) : found }];
  });
}

/** The rings of files that import each other, be it for types alone, each told once. */
export function findCycles(imports: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (trail.includes(path) || finished.has(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return written(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return written(node.argument.literal);
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isDynamic ? written(node.arguments[0]) : undefined;
}

function written(specifier: ts.Node | undefined): string | undefined {
  return specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : undefined;
}
