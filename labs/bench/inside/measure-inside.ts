import type { Bench } from '../rows/row.ts';

/** Runs a script of this folder in a process of its own and reads the JSON that it prints. */
export async function measureInside<Result>(
  { children, tree, runtime }: Pick<Bench, 'children' | 'tree' | 'runtime'>,
  name: 'engine' | 'growth' | 'list' | 'memory' | 'save' | 'start' | 'worlds',
  input: object,
): Promise<Result> {
  const flags = ['--expose-gc', '--max-old-space-size=8192'];
  const args = [...flags, tree.file(`labs/bench/inside/${name}.ts`), JSON.stringify(input)];
  return JSON.parse(await children.start({ file: runtime.path, args }).output);
}
