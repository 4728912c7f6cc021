import { afterAll, beforeAll, expect, it } from 'vitest';
import { noHaproxy } from '../../../test/missing.ts';
import { createArena } from '../../bench/arena.ts';
import { type Children, createChildren } from '../../bench/children.ts';
import { fromSource } from '../../bench/product.ts';
import { ROWS } from '../../bench/rows/index.ts';
import type { Runtime } from '../../bench/runtimes.ts';
import { QUICK } from '../../bench/settings.ts';
import { buildTree, type Tree } from '../../bench/tree.ts';

const runtime: Runtime = { version: process.version, major: 20, path: process.execPath };
const settings = { ...QUICK, connections: [4], seconds: 0.3, warmUpSeconds: 0.2 };
const row = ROWS.find(({ id }) => id === 'processes');
let tree: Tree;
let children: Children;

beforeAll(() => {
  tree = buildTree();
  children = createChildren();
});
afterAll(() => {
  children.endAll();
  tree.remove();
});

/** What the row finds. */
async function measure() {
  const product = fromSource(tree);
  const arena = createArena(tree, product, children);
  try {
    return await row?.measure({ arena, children, tree, product, runtime, settings, tell: () => {} });
  } finally {
    arena.close();
  }
}

it.skipIf(noHaproxy)(
  `the row of processes compares one without a balancer, one, two and four${noHaproxy}`,
  {
    timeout: 60_000,
  },
  async () => {
    const found = await measure();
    expect(found?.measures.map(({ who, rounds }) => [who, rounds.length])).toEqual([
      ['one process, no balancer', 1],
      ['one process behind HAProxy', 1],
      ['two processes behind HAProxy', 1],
      ['four processes behind HAProxy', 1],
    ]);
    for (const { median, ratio } of found?.measures ?? []) {
      expect(median).toBeGreaterThan(0);
      expect(ratio).toBeGreaterThan(0);
    }
    const [, one, other] = /shared (\d+) : (\d+) and/.exec(found?.notes?.[0] ?? '') ?? [];
    expect(Number(one) + Number(other)).toBe(64);
    expect(Math.min(Number(one), Number(other))).toBeGreaterThan(10);
  },
);
