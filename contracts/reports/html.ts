import type { Verdict } from '../runner/result.ts';
import { MOST_OPEN, toCards } from './html-cases.ts';
import { toCauses, toFirstCauses } from './html-causes.ts';
import { toCoverage, toRoles, toSources } from './html-coverage.ts';
import { type Markup, markup } from './markup.ts';
import { toNotice, toPage } from './page.ts';
import { count } from './show.ts';
import { type Counts, type Summary, toCountLine } from './summary.ts';

/** One page that needs nothing else and runs nothing, so that it can be mailed. */
export function toHtml(summary: Summary): string {
  const parts = markup`${toEarlyEnd(summary)}
${toCauses(summary)}
${toLeftovers(summary)}
${toThemes(summary)}
${toCoverage(summary)}
${toRoles(summary)}
${toSources(summary)}
${toSkipped(summary)}
${toUndocumented(summary)}
${toCards(summary)}`;
  return toPage({
    title: `WUTS contract: ${toCountLine(summary)}`,
    head: (jumps) => toHead(summary, jumps),
    parts,
    footer: markup`<p>documented: the public documentation says so; a difference breaks the contract. measured: a live
gateway was seen to do so, which counts as much. inferred: it follows from documented facts or from
WhatsApp itself; a difference fails with --strict only. assumed: nobody knows; a difference is a discovery.</p>`,
  });
}

const VERDICTS: readonly Verdict[] = ['kept', 'broken', 'setup-failed', 'differs', 'discovery', 'skipped'];

function toHead(summary: Summary, jumps: Markup): Markup {
  const { target, document, seed, strict, startedAt, milliseconds, verdicts, failed, passed } = summary;
  const outcome = failed > 0 ? 'failed' : passed === 0 ? 'untried' : '';
  const chips = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map(
    (verdict) => markup`<li class="tag ${verdict}">${verdicts[verdict]} ${verdict}</li>`,
  );
  return markup`<header class="card head ${outcome}">
<p class="soft">WUTS contract</p>
<h1>${toHeadline(summary)}</h1>
<p>${toCountLine(summary)}${target.disposable ? '; every difference fails' : strict ? '; strict' : ''}</p>
${toFirstCauses(summary)}
<ul class="chips">${chips}</ul>
${jumps}
<dl class="facts small">
<div class="long"><dt>Target</dt><dd><code>${target.url}</code></dd></div>
<div class="long"><dt>Document</dt><dd>${document.title} ${document.version}</dd></div>
<div class="long"><dt>Started</dt><dd>${startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}</dd></div>
<div><dt>Took</dt><dd>${(milliseconds / 1000).toFixed(1)} s</dd></div>
<div><dt>Seed</dt><dd>${seed}</dd></div>
</dl>
</header>`;
}

function toHeadline({ failed, passed }: Counts): string {
  if (failed > 0) return `The contract is not kept: ${failed} ${failed === 1 ? 'case fails' : 'cases fail'}`;
  return passed === 0 ? 'Nothing was tried' : 'The contract is kept';
}

function toEarlyEnd({ endedEarly }: Summary): Markup | undefined {
  if (endedEarly === undefined) return undefined;
  return markup`<div class="card notice"><p>The run ended early: ${endedEarly}</p></div>`;
}

function toLeftovers({ leftovers }: Summary): Markup | undefined {
  const title = `${count(leftovers.length, 'thing')} left behind on the target`;
  return toNotice(title, leftovers, leftovers.length <= MOST_OPEN);
}

function toThemes({ themes }: Summary): Markup {
  return markup`<h2 id="themes">Conformance by theme</h2>
<div class="card"><div class="bars">${themes.map(toBar)}</div>
<ul class="legend small"><li><span class="tag kept">kept</span></li><li><span class="tag broken">broken or setup-failed</span></li>
<li><span class="tag differs">differs</span></li><li><span class="tag discovery">discovery</span></li><li><span class="tag skipped">skipped</span></li></ul></div>`;
}

function toBar(counts: Counts & { theme: string }): Markup {
  const { theme, passed, failed, skipped, verdicts } = counts;
  const parts = VERDICTS.filter((verdict) => verdicts[verdict] > 0).map(
    (verdict) => markup`<i class="${verdict}" style="flex: ${verdicts[verdict]}"></i>`,
  );
  const label = VERDICTS.map((verdict) => `${verdicts[verdict]} ${verdict}`).join(', ');
  return markup`<div><span>${theme}</span>
<span class="bar" role="img" aria-label="${label}">${parts}</span>
<span class="number">${verdicts.kept}/${passed + failed + skipped}</span></div>
`;
}

function toSkipped({ skippedBecause }: Summary): Markup | undefined {
  if (skippedBecause.length === 0) return undefined;
  const rows = skippedBecause.map(
    ({ reason, cases }) => markup`<tr><td class="numeric">${cases.length}</td><td class="wide">${reason}
<details class="small"><summary class="soft">which</summary>${cases.map((id) => markup`<code>${id}</code> `)}</details></td></tr>
`,
  );
  return markup`<h2 id="skipped">Skipped, and why</h2>
<div class="scroll"><table><tbody>${rows}</tbody></table></div>`;
}

function toUndocumented({ undocumented }: Summary): Markup | undefined {
  if (undocumented.length === 0) return undefined;
  const rows = undocumented.map(
    ({
      property,
      cases,
    }) => markup`<tr><td class="numeric">${cases}</td><td class="wide"><code>${property}</code></td></tr>
`,
  );
  return markup`<h2 id="undocumented">Properties that the document does not know</h2>
<p class="soft small">They are allowed. The number tells in how many cases each was seen.</p>
<details><summary>${count(undocumented.length, 'property', 'properties')}</summary>
<div class="scroll"><table><tbody>${rows}</tbody></table></div></details>`;
}
