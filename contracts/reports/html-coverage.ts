import type { Coverage, OperationCoverage, StatusCoverage } from './coverage.ts';
import { type Markup, markup } from './markup.ts';
import { count } from './show.ts';
import type { Summary } from './summary.ts';

/** The table of operations and statuses, and below it what was not exercised, with the reasons. */
export function toCoverage({ coverage }: Summary): Markup {
  const { operations, exercised, documented } = coverage;
  const statuses = [...new Set(operations.flatMap((one) => one.statuses.map(({ status }) => status)))].sort(
    (a, b) => a - b,
  );
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const groups = tags.map(
    (tag) => markup`<tr class="group"><th colspan="${statuses.length + 1}">${tag}</th></tr>
${operations.filter((one) => one.tag === tag).map((one) => toRow(one, statuses))}`,
  );
  return markup`<h2 id="coverage">Coverage: ${exercised} of ${documented} documented answers</h2>
<div class="scroll"><table class="matrix"><thead><tr><th>operation</th>${statuses.map((status) => markup`<th>${status}</th>`)}</tr></thead>
<tbody>${groups}</tbody></table></div>
<ul class="legend small"><li><span class="mark kept">✓</span> kept</li><li><span class="mark broken">✗</span> a promise about it is not kept</li>
<li><span class="mark discovery">•</span> seen, but not as promised</li>
<li><span class="mark skipped">–</span> not seen</li><li>empty: not documented</li></ul>
${toStrange(operations)}
${toGaps(coverage)}`;
}

/** The lines of the role table. */
export function toRoles({ coverage: { roles } }: Summary): Markup | undefined {
  if (roles.length === 0) return undefined;
  const kept = roles.filter(({ verdict }) => verdict === 'kept').length;
  const rows = roles.map(
    ({
      promise,
      verdict,
      reason,
    }) => markup`<tr><td><span class="tag ${verdict === 'not run' ? 'skipped' : verdict}">${verdict}</span></td><td class="wide">${promise}${reason === undefined ? undefined : markup`<br><span class="small">${reason}</span>`}</td></tr>
`,
  );
  return markup`<h2 id="roles">Who may do what: ${kept} of ${count(roles.length, 'line')} kept</h2>
<details><summary>the role table, line by line</summary><div class="scroll"><table><tbody>${rows}</tbody></table></div></details>`;
}

/** What the promises come from. */
export function toSources({ coverage: { sources } }: Summary): Markup | undefined {
  if (sources.length === 0) return undefined;
  const rows = sources.map(
    ({
      source,
      kept,
      disappointed,
      untried,
      gaps,
    }) => markup`<tr><td class="wide">${source}${gaps.map(({ reason, cases }) => markup`<br><span class="small">${count(cases.length, 'case')}: ${reason}</span>`)}</td><td class="numeric">${kept}</td><td class="numeric">${disappointed}</td><td class="numeric">${untried}</td></tr>
`,
  );
  return markup`<h2 id="sources">By source</h2>
<details><summary>${count(sources.length, 'source')} of promises</summary><div class="scroll"><table>
<thead><tr><th>source</th><th class="numeric">kept</th><th class="numeric">not kept</th><th class="numeric">not tried</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function toRow({ id, method, path, statuses }: OperationCoverage, columns: readonly number[]): Markup {
  const known = new Map(statuses.map((one) => [one.status, one]));
  return markup`<tr><th>${id}<code>${method} ${path}</code></th>${columns.map((status) => toCell(known.get(status)))}</tr>
`;
}

function toCell(one: StatusCoverage | undefined): Markup {
  if (one === undefined) return markup`<td></td>`;
  const { mark, className, title } = toMark(one);
  return markup`<td><span class="mark ${className}" title="${title}">${mark}</span></td>`;
}

function toMark({ exercised, kept, disappointed, gaps }: StatusCoverage) {
  if (disappointed.length > 0) {
    return { mark: '✗', className: 'broken', title: `not kept: ${disappointed.join(', ')}` };
  }
  if (!exercised) {
    return { mark: '–', className: 'skipped', title: gaps.map(({ reason }) => reason).join('; ') };
  }
  return kept > 0
    ? { mark: '✓', className: 'kept', title: `kept by ${count(kept, 'case')}` }
    : { mark: '•', className: 'discovery', title: 'seen, but no case that was kept promises it' };
}

function toStrange(operations: readonly OperationCoverage[]): Markup | undefined {
  const strange = operations.filter(({ undocumented }) => undocumented.length > 0);
  if (strange.length === 0) return undefined;
  const lines = strange.map(
    ({ id, undocumented }) => markup`<li><code>${id}</code> answered ${undocumented.join(', ')}</li>`,
  );
  return markup`<div class="card notice"><p><strong>Statuses that the document does not know</strong></p><ul>${lines}</ul></div>`;
}

function toGaps({ operations, exercised, documented }: Coverage): Markup | undefined {
  if (exercised === documented) return undefined;
  const rows = operations.flatMap((operation) => {
    const lines = gapsByReason(operation).map(
      ([
        reason,
        { statuses, cases },
      ]) => markup`<p>${statuses.join(', ')}: ${reason} ${[...cases].map((one) => markup`<code>${one}</code> `)}</p>
`,
    );
    return lines.length === 0
      ? []
      : markup`<tr><td><code>${operation.id}</code></td><td class="wide">${lines}</td></tr>`;
  });
  return markup`<details><summary>${count(documented - exercised, 'answer')} not seen, and why</summary>
<div class="scroll"><table><tbody>${rows}</tbody></table></div></details>`;
}

function gapsByReason({ statuses }: OperationCoverage) {
  const found = new Map<string, { statuses: number[]; cases: Set<string> }>();
  for (const { status, gaps } of statuses) {
    for (const { reason, cases } of gaps) {
      const known = found.get(reason) ?? { statuses: [], cases: new Set() };
      known.statuses.push(status);
      for (const one of cases) known.cases.add(one);
      found.set(reason, known);
    }
  }
  return [...found];
}
