import { contracts } from './contracts.ts';
import { growth } from './growth.ts';
import { engine, list, memory, save, worlds } from './inside.ts';
import { processes } from './processes.ts';
import type { Row } from './row.ts';
import { inExpress, served } from './served.ts';
import { idle, start } from './start.ts';

export type { Row } from './row.ts';

/** Every row, in the order of the table. */
export const ROWS: readonly Row[] = [
  ...served,
  inExpress,
  engine,
  start,
  idle,
  memory,
  growth,
  list,
  worlds,
  save,
  processes,
  contracts,
];
