import type { Verdict } from '../runner/result.ts';
import { type CallReport, type CaseReport, decisiveCall, type FindingReport } from './case-report.ts';
import { type Markup, markup } from './markup.ts';
import { count, showFinding } from './show.ts';
import type { Summary } from './summary.ts';
import { toOrigin } from './text.ts';

/** The order in which cases are shown, and what each verdict means. */
const MEANINGS: readonly [Verdict, title: string, meaning: string][] = [
  ['broken', 'Broken', 'A documented promise is not kept.'],
  [
    'setup-failed',
    'Setup failed',
    'The stage for a promise could not be set, so the promise itself was not tried.',
  ],
  [
    'differs',
    'Differences',
    'The target does otherwise than follows from documented facts or from WhatsApp itself.',
  ],
  [
    'discovery',
    'Discoveries',
    'Nobody knew what WUTS does here. This is what the target does instead of what was assumed.',
  ],
];

/** A list longer than this is shown closed. */
export const MOST_OPEN = 5;

/** A section for each verdict that needs a reader, with a card for each case. */
export function toCards({ cases }: Summary): Markup[] {
  const shown = cases.filter(({ verdict }) => MEANINGS.some(([known]) => known === verdict));
  return MEANINGS.flatMap(([verdict, title, meaning]) => {
    const own = shown.filter((one) => one.verdict === verdict);
    if (own.length === 0) return [];
    return markup`<h2 id="${verdict}">${title}: ${own.length}</h2>
<p class="soft small">${meaning}</p>
${own.map((one) => toCard(one, shown.length <= MOST_OPEN))}`;
  });
}

function toCard(one: CaseReport, isOpen: boolean): Markup {
  const call = decisiveCall(one);
  const [first, ...others] = one.findings;
  const earlier = one.calls.filter(({ step }) => call !== undefined && step < call.step);
  return markup`<details id="${one.id}" class="card case edge-${one.verdict}"${{ markup: isOpen ? ' open' : '' }}>
<summary><span class="tag ${one.verdict}">${one.verdict}</span> <span class="promise">${one.promise}</span><code>${one.id}</code></summary>
<div>
<p class="soft small">${toOrigin(one)}${one.fails ? '; fails the run' : '; does not fail the run'}</p>
${one.reason === undefined ? undefined : markup`<h3>Reason</h3><pre>${one.reason}</pre>`}
${call === undefined ? undefined : markup`<h3>Request</h3><pre class="curl">${call.curl}</pre>`}
${first === undefined ? undefined : toDifference(first, one)}
${call === undefined ? undefined : toAnswer(call, first === undefined)}
${earlier.length === 0 ? undefined : toEarlier(earlier)}
${others.length === 0 ? undefined : toOthers(others, one)}
</div>
</details>
`;
}

function toDifference(finding: FindingReport, { provenance }: CaseReport): Markup {
  const { at, expected, actual } = showFinding(finding, 2);
  const whose = finding.provenance === provenance ? undefined : markup`, which is ${finding.provenance}`;
  return markup`<h3>First difference, at <code>${at}</code>${whose}</h3>
<div class="versus"><div class="expected"><h3>Expected</h3><pre>${expected}</pre></div>
<div class="actual"><h3>Actual</h3><pre>${actual}</pre></div></div>
${finding.consequence && markup`<p>So ${finding.consequence}.</p>`}`;
}

function toAnswer({ status, answer }: CallReport, isOpen: boolean): Markup {
  const title = status === null ? 'No answer' : `The whole answer: ${status}`;
  return markup`<details${{ markup: isOpen ? ' open' : '' }}><summary class="small">${title}</summary><pre>${spread(answer)}</pre></details>`;
}

function toEarlier(calls: readonly CallReport[]): Markup {
  const lines = calls.map(
    ({
      curl,
      status,
    }) => markup`<li><pre class="curl">${curl}</pre><p class="soft small">${status ?? 'no answer'}</p></li>
`,
  );
  return markup`<details><summary class="small">${count(calls.length, 'call')} before it</summary><ol class="calls">${lines}</ol></details>`;
}

function toOthers(findings: readonly FindingReport[], { moreFindings }: CaseReport): Markup {
  const rows = findings.map((one) => {
    const { at, expected, actual } = showFinding(one);
    return markup`<tr><td class="wide"><code>${at}</code><br>${one.provenance}</td><td class="wide"><code>${expected}</code></td><td class="wide"><code>${actual}</code></td></tr>
`;
  });
  const unshown = moreFindings === 0 ? undefined : markup`<p class="soft small">and ${moreFindings} more</p>`;
  return markup`<details><summary class="small">${count(findings.length + moreFindings, 'more difference')}</summary>
<div class="scroll"><table><thead><tr><th>at</th><th>expected</th><th>actual</th></tr></thead><tbody>${rows}</tbody></table></div>${unshown}</details>`;
}

/** JSON over lines; anything else as it is. */
function spread(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
