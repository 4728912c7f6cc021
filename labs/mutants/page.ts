import { type Row, type Survivor, scoreOf, sum } from './score.ts';

const UNEXPLAINED = 'Without a reason';

/** The page `docs/bite.md`: what the suite notices of the mutants of each file, and why some survive. */
export function toPage(rows: readonly Row[], survivors: readonly Survivor[], made: string): string {
  return `# How the suite bites

\`npm run contracts:bite\` makes this page: Stryker changes the mock in one place at a time, and the contract suite, which is
the only test, has to notice. A mutant that no case reaches says nothing and does not count: that is code for what the
suite does not ask of the mock. What no promise is about is not changed: the texts of errors, which are for people; the
faults of the mock itself, which no caller brings about; how connections and texts are kept, how memory is counted, and the
bounds that the mock sets itself; worlds that end while something is on its way; and what only the control plane, world
files and calibrations use, such as snapshots, traits of people, dry runs and streams (\`labs/mutants/unpromised.ts\` and
the configuration of Stryker). A file without a line was not mutated yet. ${made}

${verdict(rows, survivors)}

${table(rows)}

## The mutants that survive

${reasons(survivors)}
`;
}

/** The rows of a page that was made before; none where there is no table. */
export function readRows(page: string): Row[] {
  return [...page.matchAll(/^\| (mock\/\S+) +\| +(\d+) \| +(\d+) \| +(\d+) \|/gm)].map(
    ([, file = '', mutants, reached, killed]) => ({
      file,
      mutants: Number(mutants),
      reached: Number(reached),
      killed: Number(killed),
    }),
  );
}

/** The survivors of a page that was made before. */
export function readSurvivors(page: string): Survivor[] {
  return page
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const because = section.slice(0, section.indexOf('\n'));
      return [...section.matchAll(/^- `(mock\/\S+)`: `(.*)`$/gm)].map(([, file = '', change = '']) => ({
        file,
        line: '',
        change,
        because: because === UNEXPLAINED ? undefined : because,
      }));
    });
}

/** How much is killed, of all and of what could be noticed. */
function verdict(rows: readonly Row[], survivors: readonly Survivor[]): string {
  const { reached, killed } = sum(rows);
  const open = survivors.filter(({ because }) => because === undefined).length;
  const noticeable = killed + open;
  const share = noticeable === 0 ? 100 : (100 * killed) / noticeable;
  return `**${scoreOf(rows).toFixed(1)} %** of the ${reached} mutants that are reached are killed. Of the others, ${reached - killed - open} are listed below with a reason
why nobody outside can notice them, and ${open} have none: of those that can be noticed **${share.toFixed(1)} %** are killed.`;
}

function table(rows: readonly Row[]): string {
  const lines = [...rows, sum(rows)].map((row) => [
    row.file,
    String(row.mutants),
    String(row.reached),
    String(row.killed),
    String(row.reached - row.killed),
    row.reached === 0 ? '' : `${scoreOf([row]).toFixed(1)} %`,
  ]);
  const heads = ['file', 'mutants', 'reached', 'killed', 'survived', 'score'];
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const format = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [format(heads), rule, ...lines.map(format)].join('\n');
}

function reasons(survivors: readonly Survivor[]): string {
  const byReason = new Map<string, Survivor[]>();
  for (const one of survivors) {
    const reason = one.because ?? UNEXPLAINED;
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return [...byReason].map(([reason, own]) => `### ${reason}\n\n${own.map(toItem).join('\n')}`).join('\n\n');
}

function toItem({ file, change }: Survivor): string {
  return `- \`${file}\`: \`${change.replaceAll('`', "'")}\``;
}
