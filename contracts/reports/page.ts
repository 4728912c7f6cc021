import { type Markup, markup } from './markup.ts';
import { STYLE } from './style.ts';

/** What a page consists of. Its head gets links to its parts. */
interface PageParts {
  readonly title: string;
  readonly head: (jumps: Markup) => Markup;
  readonly parts: Markup;
  readonly footer: Markup;
}

/** One page that needs nothing else and runs nothing, so that it can be mailed. */
export function toPage({ title, head, parts, footer }: PageParts): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
${head(toJumps(parts))}
${parts}
<footer class="soft small">
${footer}
</footer>
</body>
</html>
`;
  return page.markup;
}

/** What ended early, and what was left behind, as sentences. */
export function toNotice(title: string, lines: readonly string[], isOpen = true): Markup | undefined {
  if (lines.length === 0) return undefined;
  return markup`<div class="card notice"><details${{ markup: isOpen ? ' open' : '' }}>
<summary><strong>${title}</strong></summary><ul>${lines.map((one) => markup`<li>${one}</li>\n`)}</ul></details></div>`;
}

/** Links to the parts of a page. What the target says holds no tags here. */
function toJumps({ markup: parts }: Markup): Markup {
  const titles = parts.matchAll(/<h2 id="([\w-]+)">(.*?)<\/h2>/g);
  const links = Array.from(titles, ([, id, title = '']) => markup`<a href="#${id}">${{ markup: title }}</a>`);
  return markup`<nav class="chips small">${links}</nav>`;
}
