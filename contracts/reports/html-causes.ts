import { shorten } from '../target/scrub.ts';
import type { Cause } from './causes.ts';
import { fullWeightOf, titleOfCauses, weightOf } from './end.ts';
import { type Markup, markup } from './markup.ts';
import { count } from './show.ts';
import type { Summary } from './summary.ts';

/** So many causes are shown with what was expected and seen; of the others that is folded. */
const MOST_SHOWN = 5;

/** So many causes are named in the head, with a value of so many characters. */
const MOST_NAMED = 3;
const LONGEST_VALUE = 90;

/** The first causes in a line each, for the head of the page. */
export function toFirstCauses({ causes }: Summary): Markup | undefined {
  if (causes.length === 0) return undefined;
  const value = (text: string) => markup`<code>${shorten(text, LONGEST_VALUE)}</code>`;
  const lines = causes.slice(0, MOST_NAMED).map(
    (
      one,
      index,
    ) => markup`<li><a href="#cause-${index + 1}"><strong>${one.about}</strong></a>, ${fullWeightOf(one)}: expected ${value(one.expected)}, seen ${value(one.seen)}</li>
`,
  );
  const more = causes.length - MOST_NAMED;
  return markup`<ol class="first">${lines}</ol>${more > 0 ? markup`<p class="small"><a href="#causes">and ${count(more, 'more cause')}</a></p>` : undefined}`;
}

/** Why cases are not kept: a card for each cause, with links to its cases. */
export function toCauses(summary: Summary): Markup | undefined {
  const { causes } = summary;
  if (causes.length === 0) return undefined;
  return markup`<h2 id="causes">${titleOfCauses(summary)}</h2>
${causes.map(toCause)}`;
}

function toCause(cause: Cause, index: number): Markup {
  const { about, expected, seen, verdict, fails, cases, consequence } = cause;
  const versus = markup`<div class="versus"><div class="expected"><h3>Expected</h3><pre>${expected}</pre></div>
<div class="actual"><h3>Seen</h3><pre>${seen}</pre></div></div>`;
  const links = cases.map((id) => markup`<a href="#${id}"><code>${id}</code></a> `);
  return markup`<section id="cause-${index + 1}" class="card cause edge-${verdict}">
<p><span class="tag ${verdict}">${weightOf(cause)}</span> <strong class="about">${about}</strong> <span class="soft small">${fails ? 'fails the run' : 'does not fail the run'}${consequence && `: ${consequence}`}</span></p>
${index < MOST_SHOWN ? versus : markup`<details><summary class="small">expected and seen</summary>${versus}</details>`}
<details><summary class="small">${count(cases.length, 'case')}</summary><p class="links">${links}</p></details>
</section>
`;
}
