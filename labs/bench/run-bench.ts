import { createArena } from './arena.ts';
import type { Children } from './children.ts';
import { describeMachine } from './machine.ts';
import { buildProduct } from './product.ts';
import type { BenchResult, RowResult } from './result.ts';
import type { Row } from './rows/index.ts';
import { findRuntimes } from './runtimes.ts';
import type { Settings } from './settings.ts';
import { buildTree } from './tree.ts';

/** What is to be run. */
export interface RunOptions {
  readonly rows: readonly Row[];
  readonly settings: Settings;
  /** Leaves other Nodes than this one out. */
  readonly onlyThisNode: boolean;
  readonly children: Children;
  tell(line: string): void;
  /** Called after each row. */
  onRow(result: RowResult): void;
}

/** Measures row by row, on one Node after the other. A row that fails is a row with a target that is missed, and says why. */
export async function runBench({
  rows,
  settings,
  onlyThisNode,
  children,
  tell,
  onRow,
}: RunOptions): Promise<BenchResult> {
  const startedAt = new Date();
  const { runtimes, notes } = await findRuntimes(onlyThisNode, children);
  const tree = buildTree();
  process.once('exit', tree.remove);
  const product = buildProduct();
  const arena = createArena(tree, product, children);
  process.once('exit', arena.close);
  const results: RowResult[] = [];
  for (const runtime of runtimes) {
    for (const row of rows) {
      const about = { row: row.id, title: row.title, node: runtime.version };
      tell(`${row.title}, Node ${runtime.version}`);
      const result = { ...about, ...(await measure(row)) };
      results.push(result);
      onRow(result);

      async function measure({ measure }: Row) {
        try {
          return await measure({ arena, children, tree, product, runtime, settings, tell });
        } catch (error) {
          const actual = `failed: ${error instanceof Error ? error.message : error}`;
          return { measures: [], verdicts: [{ target: 'that it can be measured', actual, met: false }] };
        }
      }
    }
  }
  return {
    startedAt: startedAt.toISOString(),
    seconds: Math.round((Date.now() - startedAt.getTime()) / 1000),
    machine: describeMachine(),
    settings: { ...settings },
    mock: product.origin,
    rows: results,
    notes,
  };
}
