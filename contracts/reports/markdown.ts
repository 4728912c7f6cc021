import { shorten } from '../target/scrub.ts';
import { type CaseReport, decisiveCall } from './case-report.ts';
import { fullWeightOf, titleOfCauses } from './end.ts';
import { type Markup, markup } from './markup.ts';
import { count, showFinding, visible } from './show.ts';
import { type Counts, type Summary, toCountLine } from './summary.ts';
import { toOrigin } from './text.ts';

/** CI systems cut or refuse a summary of more than a megabyte. */
const MOST_CASES = 50;
const MOST_CAUSES = 30;
const MOST_NAMED = 100;
const LONGEST_SHOWN = 1000;
const LONGEST_CELL = 160;

/** A summary for the page of a CI run: small tables, and what is not kept as folded details. */
export function toMarkdown(summary: Summary): string {
  const { failed, passed } = summary;
  const headline = failed > 0 ? 'is not kept' : passed === 0 ? 'was not tried' : 'is kept';
  return [
    `## The WUTS contract ${headline}: ${toCountLine(summary)}`,
    toFacts(summary),
    ...toCauses(summary),
    toThemes(summary),
    ...toNotices(summary),
    ...toCases(summary),
    ...toSkipped(summary),
    ...toGaps(summary),
  ]
    .join('\n\n')
    .concat('\n');
}

function toFacts({ target, document, seed, strict, startedAt, milliseconds, coverage }: Summary): string {
  return [
    `${code(target.url)}, held to ${plain(`${document.title} ${document.version}`)}${strict ? ', strictly' : ''}`,
    `seed ${seed}, ${startedAt}, ${(milliseconds / 1000).toFixed(1)} s`,
    `${coverage.exercised} of ${coverage.documented} documented answers were seen`,
  ].join('; ');
}

function toCauses(summary: Summary): string[] {
  const { causes } = summary;
  if (causes.length === 0) return [];
  const cell = (text: string) => code(shorten(text, LONGEST_CELL));
  const shown = causes.slice(0, MOST_CAUSES);
  const rows = shown.map(
    (one) => `| ${plain(one.about)} | ${fullWeightOf(one)} | ${cell(one.expected)} | ${cell(one.seen)} |`,
  );
  const more = causes.length - shown.length;
  return [
    `**${titleOfCauses(summary)}**`,
    ['| what | cases | expected | seen |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ...(more > 0 ? [`…and ${count(more, 'more cause')}, in the other reports.`] : []),
    ...shown.map((one) =>
      fold(
        `${one.about}: ${count(one.cases.length, 'case')}`,
        one.cases.slice(0, MOST_NAMED).map((id) => markup`<li><code>${id}</code></li>\n`),
        one.cases.length - MOST_NAMED,
      ),
    ),
  ];
}

function toThemes(summary: Summary): string {
  const row = (name: string, { verdicts, passed, failed, skipped }: Counts) =>
    `| ${plain(name)} | ${verdicts.kept}/${passed + failed + skipped} | ${verdicts.broken} | ${verdicts.differs} | ${verdicts.discovery} | ${verdicts['setup-failed']} | ${skipped} |`;
  return [
    '| theme | kept | broken | differs | discovery | setup-failed | skipped |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...summary.themes.map((counts) => row(counts.theme, counts)),
    row('all', summary),
  ].join('\n');
}

function toNotices({ endedEarly, leftovers }: Summary): string[] {
  const notices: string[] = [];
  if (endedEarly !== undefined) notices.push(`**The run ended early**: ${plain(endedEarly)}`);
  if (leftovers.length > 0) {
    const lines = leftovers.map((one) => markup`<li>${one}</li>\n`);
    notices.push(fold(`${count(leftovers.length, 'thing')} left behind on the target`, lines));
  }
  return notices;
}

/** The first case of each cause, then the others. */
function toCases({ cases, causes }: Summary): string[] {
  const shown = cases.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'skipped');
  const examples = new Set(causes.map(({ cases: [id] }) => id));
  const rankOf = ({ id, fails }: CaseReport) => Number(examples.has(id)) + 2 * Number(fails);
  const first = [...shown].sort((a, b) => rankOf(b) - rankOf(a)).slice(0, MOST_CASES);
  const blocks = first.map((one) => together(toDetails(one)));
  const left = shown.length - first.length;
  return left === 0 ? blocks : [...blocks, `…and ${count(left, 'more case')}, in the other reports.`];
}

function toDetails(one: CaseReport): Markup {
  const call = decisiveCall(one);
  const [first] = one.findings;
  return markup`<details><summary><b>${one.verdict}</b> <code>${one.id}</code>: ${one.promise} (${toOrigin(one)})</summary>
${one.reason === undefined ? undefined : block('reason', one.reason)}${call === undefined ? undefined : block('request', call.curl)}${first === undefined ? undefined : toDifference(first)}</details>`;
}

function toDifference(finding: CaseReport['findings'][number]): Markup {
  const { at, expected, actual } = showFinding(finding, 2);
  return markup`<p>first difference, at <code>${at}</code></p>
${block('expected', expected)}${block('actual', actual)}`;
}

function toSkipped({ skippedBecause, skipped }: Summary): string[] {
  if (skippedBecause.length === 0) return [];
  const lines = skippedBecause.map(({ reason, cases }) => markup`<li>${cases.length}: ${reason}</li>\n`);
  return [fold(`${skipped} skipped`, lines)];
}

function toGaps({ coverage }: Summary): string[] {
  const lines = coverage.operations.flatMap(({ id, statuses }) => {
    const unseen = statuses.filter(({ exercised }) => !exercised).map(({ status }) => status);
    return unseen.length === 0 ? [] : [markup`<li><code>${id}</code>: ${unseen.join(', ')}</li>\n`];
  });
  const unseen = coverage.documented - coverage.exercised;
  return lines.length === 0 ? [] : [fold(`${count(unseen, 'documented answer')} not seen`, lines)];
}

function fold(title: string, lines: readonly Markup[], more = 0): string {
  return together(markup`<details><summary>${title}</summary>
<ul>
${lines}${more > 0 ? markup`<li>and ${more} more</li>\n` : undefined}</ul>
</details>`);
}

function block(title: string, text: string): Markup {
  return markup`<p>${title}</p>
<pre>${shorten(text, LONGEST_SHOWN)}</pre>
`;
}

/** An empty line would end the HTML, and Markdown would begin to mean something. */
function together({ markup: html }: Markup): string {
  return html.replaceAll(/\n(?=[ \t]*\n)/g, '&#10;');
}

function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

/** A text in which Markdown finds nothing to format. */
function plain(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]<>()#|~&!@:\n]/g, (one) => `&#${one.codePointAt(0)};`);
}
