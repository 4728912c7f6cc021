import type { Arena } from '../arena.ts';
import type { Children } from '../children.ts';
import type { Product } from '../product.ts';
import type { Findings } from '../result.ts';
import type { Runtime } from '../runtimes.ts';
import type { Settings } from '../settings.ts';
import type { Tree } from '../tree.ts';

/** With what a row is measured. */
export interface Bench {
  readonly arena: Arena;
  readonly children: Children;
  readonly tree: Tree;
  readonly product: Product;
  readonly runtime: Runtime;
  readonly settings: Settings;
  /** Says what is going on. */
  tell(line: string): void;
}

/** One row of the table. */
export interface Row {
  readonly id: string;
  readonly title: string;
  measure(bench: Bench): Promise<Findings>;
}
