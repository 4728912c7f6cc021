import { readFileSync } from 'node:fs';
import { htmlEscape } from 'escape-goat';
import type { ApiDocument } from '../../spec/index.ts';
import { toHtml } from './html.ts';
import { toProse } from './prose.ts';
import { toReference } from './reference.ts';

/** What a page shows. */
export interface PageParts {
  readonly title: string;
  readonly document: ApiDocument;
  /** Where the document is served, from the root of the mock and without its ending. */
  readonly at: string;
  /** How to get from the page to the root of the mock, which may be mounted under a prefix: nothing, or `../`. */
  readonly root: string;
  /** What stands before every path of the document, from the root of the mock: nothing, or `/api/v1`. */
  readonly base: string;
}

/** The page of a document, which is read without a script; the script finds, and tries calls. All it needs comes from the mock itself. */
export function toPage({ title, document, at, root, base }: PageParts): string {
  const head = `<link rel="stylesheet" href="${root}docs/page.css">
<script src="${root}docs/page.js" type="module"></script>
`;
  const { contents, body } = toReference(document);
  const isControl = document.operations.some(({ path }) => path.startsWith('/__mock'));
  const key = isControl
    ? '<label>Control token, where the mock listens beyond this machine <input id="control-token"></label>'
    : '';
  const page = `<nav class="bar">
<a href="${root}docs">API</a>
<a href="${root}docs/control">Control plane</a>
<a href="${root}${at}.json">JSON</a>
<a href="${root}${at}.yaml">YAML</a>
<input id="find" type="search" placeholder="Find" aria-label="Find">
</nav>
<div class="layout">
<nav class="contents"><details><summary>Contents</summary>${contents}</details></nav>
<main>
<h1>${htmlEscape(document.raw.info.title)}</h1>
${toProse(document.raw.info.description)}
<div class="account">
<p>“Try it on this mock” sends a call as this account:</p>
<label>Account <select id="accounts"></select></label>
<label>Token <input id="token" spellcheck="false" autocomplete="off"></label>${key}
</div>
${body}
</main>
</div>`;
  const data = ` data-root="${root}" data-base="${root}${base === '' ? '' : `${base.slice(1)}/`}"`;
  return toHtml(title, page, head, data);
}

/** A file that the page loads: `page.css` or `page.js`, which the built package has beside this code. */
export function readPageFile(name: 'page.css' | 'page.js'): string {
  return readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
}
