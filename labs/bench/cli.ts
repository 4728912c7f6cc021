import { writeFileSync } from 'node:fs';
import { createChildren } from './children.ts';
import { parseCommandLine } from './command-line.ts';
import { toMarkdown } from './reports/markdown.ts';
import { toPlot } from './reports/plot.ts';
import { toText } from './reports/text.ts';
import { ROWS } from './rows/index.ts';
import { runBench } from './run-bench.ts';
import { FULL, QUICK } from './settings.ts';

const {
  quick = false,
  only,
  rounds,
  seconds,
  thisNode = quick,
  json,
  md,
  svg,
} = parseCommandLine(process.argv.slice(2));

const children = createChildren();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // Ending the process ends the children and deletes what was written for the run.
  process.once(signal, () => process.exit(130));
}

const settings = { ...(quick ? QUICK : FULL) };
const result = await runBench({
  rows: ROWS.filter(({ id }) => only === undefined || only.includes(id)),
  settings: { ...settings, rounds: rounds ?? settings.rounds, seconds: seconds ?? settings.seconds },
  onlyThisNode: thisNode,
  children,
  tell: (line) => process.stderr.write(`${line}\n`),
  onRow: (row) => console.log(toText(row)),
});

if (json !== undefined) writeFileSync(json, `${JSON.stringify(result, null, 2)}\n`);
if (md !== undefined) writeFileSync(md, toMarkdown(result));
if (svg !== undefined) writeFileSync(svg, toPlot(result));
console.log(`\n${result.seconds} s on ${result.machine}`);
for (const note of result.notes) console.log(note);
process.exit();
