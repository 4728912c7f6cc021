import type { Generator } from './generators.ts';

/** What is asked of a generator, in this order. */
export const STAGES = ['installs', 'generates', 'compiles', 'carriesOut'] as const;

/** How far a generator came: nothing where it carried the scenario out. */
export interface Outcome {
  readonly failed?: (typeof STAGES)[number];
  /** The last lines of what it said. */
  readonly why?: string;
}

/** The page with the table of those that ran; a row of one that did not run stays as it is. */
export function fillTable(
  page: string,
  generators: readonly Generator[],
  outcomes: ReadonlyMap<string, Outcome>,
): string {
  const rows = generators.map((generator) => {
    const outcome = outcomes.get(generator.name);
    const known = page.split('\n').find((line) => line.startsWith(`| ${generator.name} |`));
    return outcome === undefined
      ? (known ?? toRow(generator, ['', '', '']))
      : toRow(generator, toTicks(outcome));
  });
  const table = [
    '| generator | language | edition | generates | compiles | carries the scenario out |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return page.replace(
    /(<!-- clients -->\n).*(\n<!-- \/clients -->)/s,
    (_, start, end) => start + table + end,
  );
}

function toRow({ name, language, edition }: Generator, ticks: readonly string[]): string {
  return `| ${[name, language, `\`openapi-${edition}\``, ...ticks].join(' | ')} |`;
}

function toTicks({ failed }: Outcome): string[] {
  const reached = failed === undefined ? STAGES.length : STAGES.indexOf(failed);
  return STAGES.slice(1).map((_, index) => (index + 1 < reached ? '✓' : index + 1 === reached ? '✗' : '–'));
}
