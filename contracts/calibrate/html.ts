import { type Calibration, heldOf, isAsHeld, showAnswer } from '../../spec/index.ts';
import { type Markup, markup } from '../reports/markup.ts';
import { toNotice, toPage } from '../reports/page.ts';
import { count } from '../reports/show.ts';
import type { Outcome } from './calibrate.ts';
import { reasonsOf } from './summary.ts';

type Settled = [fact: string, settled: Calibration['settled'][string]];

/** What came of asking, as one page that can be mailed, without what was left behind: what is otherwise first, and last what is as it was held. */
export function toCalibrationHtml(outcome: Outcome): string {
  const { calibration, endedEarly } = outcome;
  const { settled, unforeseen, contradicted, unsettled } = calibration;
  const changed = Object.entries(settled).filter(([fact, { answer }]) => !isAsHeld(fact, answer));
  const confirmed = Object.entries(settled).filter(([fact, { answer }]) => isAsHeld(fact, answer));
  const odd = Object.entries(unforeseen);
  const split = Object.entries(contradicted);
  const all = [settled, unforeseen, contradicted, unsettled].flatMap(Object.keys).length;
  const title = `${Object.keys(settled).length} of ${count(all, 'fact')} settled`;
  const parts = markup`${toNotice('It ended early', endedEarly === undefined ? [] : [endedEarly])}
${toPart('changed', 'Otherwise than it was held', changed.length, changed.map(toChanged))}
${toPart('contradicted', 'Contradicted, so nothing is changed', split.length, split.map(toContradicted))}
${toPart('unforeseen', 'Unforeseen, so nothing is changed', odd.length, odd.map(toUnforeseen))}
${toUnsettled(calibration)}
${toConfirmed(confirmed)}`;
  const chips = [
    ['kept', confirmed.length, 'as held'],
    ['differs', changed.length, 'otherwise'],
    ['broken', split.length, 'contradicted'],
    ['discovery', odd.length, 'unforeseen'],
    ['skipped', Object.keys(unsettled).length, 'not settled'],
  ] as const;
  return toPage({
    title: `WUTS calibration: ${title}`,
    head: (jumps) => markup`<header class="card head ${Object.keys(settled).length === 0 ? 'untried' : ''}">
<p class="soft">WUTS calibration</p>
<h1>${title}</h1>
<ul class="chips">${chips.map(([tag, number, what]) => (number > 0 ? markup`<li class="tag ${tag}">${number} ${what}</li>` : undefined))}</ul>
${jumps}
<dl class="facts small">
<div class="long"><dt>Document</dt><dd>${calibration.document}</dd></div>
<div><dt>Day</dt><dd>${calibration.day}</dd></div>
<div><dt>Asked by</dt><dd>${outcome.calls === 0 ? 'nothing: a recording' : `${count(outcome.calls, 'call')}, ${count(outcome.changes, 'change')}`}</dd></div>
</dl>
</header>`,
    parts,
    footer: markup`<p>settled: the answer was seen. unforeseen: an answer outside all choices. contradicted: observations that do
not go together. not settled: the target could not show it. Evidence holds no token, number, name or JID.</p>`,
  });
}

function toPart(id: string, title: string, length: number, cards: readonly Markup[]): Markup | undefined {
  return length === 0 ? undefined : markup`<h2 id="${id}">${title} (${length})</h2>\n${cards}`;
}

function toChanged([fact, { answer, seen, evidence }]: Settled): Markup {
  const says = markup`held <code>${showAnswer(heldOf(fact))}</code>, seen <code>${showAnswer(answer)}</code> ${count(seen, 'time')}`;
  return toCard('differs', fact, says, evidence);
}

function toContradicted([fact, { answers, evidence }]: [
  string,
  Calibration['contradicted'][string],
]): Markup {
  return toCard('broken', fact, answers.map(showAnswer).join(', or '), evidence);
}

function toUnforeseen([fact, { seen, evidence }]: [string, Calibration['unforeseen'][string]]): Markup {
  return toCard('discovery', fact, `seen ${count(seen, 'time')}`, evidence);
}

/** A fact, what is said of it, and its evidence. */
function toCard(tag: string, fact: string, says: string | Markup, evidence: readonly string[]): Markup {
  return markup`<section class="card cause edge-${tag}">
<p><strong class="about">${fact}</strong> ${says}</p>
${evidence.map((line) => markup`<p class="soft small"><code>${line}</code></p>`)}
</section>
`;
}

function toUnsettled(calibration: Calibration): Markup | undefined {
  const reasons = [...reasonsOf(calibration)].sort(([, one], [, other]) => other.length - one.length);
  if (reasons.length === 0) return undefined;
  const rows = reasons.map(
    ([reason, facts]) => markup`<tr><td class="numeric">${facts.length}</td><td class="wide">${reason}
<details class="small"><summary class="soft">which</summary>${facts.map((fact) => markup`<code>${fact}</code><br>`)}</details></td></tr>
`,
  );
  return markup`<h2 id="unsettled">Not settled, and what would settle it (${Object.keys(calibration.unsettled).length})</h2>
<div class="scroll"><table><tbody>${rows}</tbody></table></div>`;
}

function toConfirmed(confirmed: readonly Settled[]): Markup | undefined {
  if (confirmed.length === 0) return undefined;
  const rows = confirmed.map(
    ([
      fact,
      { answer, seen, evidence },
    ]) => markup`<tr><td class="numeric">${seen}</td><td class="wide"><strong>${fact}</strong>: ${showAnswer(answer)}
<p class="soft"><code>${evidence[0]}</code></p></td></tr>
`,
  );
  return markup`<h2 id="confirmed">As it was held (${confirmed.length})</h2>
<p class="soft small">The number tells how often each was seen.</p>
<details><summary>${count(confirmed.length, 'fact')}</summary>
<div class="scroll"><table><tbody>${rows}</tbody></table></div></details>`;
}
