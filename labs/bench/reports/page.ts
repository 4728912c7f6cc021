import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchResult } from '../result.ts';
import { toMarkdown } from './markdown.ts';
import { toPlot } from './plot.ts';

const PLOT = '![Requests per second as a share of bare node:http](performance.svg)';
const MARKS = /(<!-- bench -->\n)[\s\S]*(<!-- \/bench -->)/;

/** Writes a run into `performance.md` between its marks, and the plot beside it. */
export function writePage(folder: string, result: BenchResult): void {
  const file = join(folder, 'performance.md');
  const page = readFileSync(file, 'utf8');
  if (!MARKS.test(page))
    throw new Error(
      `${file} has lost its marks <!-- bench --> and <!-- /bench -->: put them where the tables go.`,
    );
  // A function, for the tables may hold a "$".
  writeFileSync(
    file,
    page.replace(MARKS, (_, begin, end) => `${begin}\n${PLOT}\n\n${toMarkdown(result)}\n${end}`),
  );
  writeFileSync(join(folder, 'performance.svg'), toPlot(result));
}
