import { toHtml } from './html.ts';

/** What a mock serves beside the API, by its path from the root of the mock. */
const LINKS = [
  ['console', 'the world that is mocked, live: groups, phones, traffic, time'],
  ['docs', 'the API, to read in a browser'],
  ['docs/control', 'the control plane: other people, time, faults'],
  ['openapi.json', 'the document of the API; also as openapi.yaml'],
  ['__mock', 'the worlds of this mock and their tokens, for this machine'],
  ['health', 'whether the mock is there, without a token'],
] as const;

const TITLE = 'This is a WUTS mock';
const SAYS = 'A stateful mock of the WUTS group and community endpoints. A call of the API needs a token:';
const EXAMPLE = 'curl -H "Authorization: Bearer <token>"';

/** The front page in HTML, with relative links. */
export function toFrontPage(): string {
  const items = LINKS.map(([path, says]) => `<li><a href="${path}">/${path}</a>: ${says}</li>`);
  const example = EXAMPLE.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'));
  const body = `<main>
<h1>${TITLE}</h1>
<p>${SAYS}</p>
<pre>${example} …/groups</pre>
<ul>
${items.join('\n')}
</ul>
</main>`;
  return toHtml(TITLE, body, '<link rel="stylesheet" href="docs/page.css">\n');
}

/** The front page as text, for a terminal. */
export function toFrontText(): string {
  const width = Math.max(...LINKS.map(([path]) => path.length)) + 2;
  const lines = LINKS.map(([path, says]) => `  /${path.padEnd(width)}${says}`);
  return `${TITLE}\n\n${SAYS}\n  ${EXAMPLE} .../groups\n\n${lines.join('\n')}\n`;
}
