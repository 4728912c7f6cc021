/** What a page shows. */
export interface PageParts {
  readonly title: string;
  /** The document that it shows, from the root of the mock. */
  readonly document: string;
  /** How to get from the page to the root of the mock, which may be mounted under a prefix: nothing, or `../`. */
  readonly root: string;
}

/** The page of a document. All it needs comes from the mock itself. */
export function toPage({ title, document, root }: PageParts): string {
  const style = `<link rel="stylesheet" href="${root}docs/page.css">\n`;
  const body = `<nav>
<a href="${root}docs">API</a>
<a href="${root}docs/control">Control plane</a>
<a href="${root}${document}.json">JSON</a>
<a href="${root}${document}.yaml">YAML</a>
</nav>
<noscript>This page needs JavaScript. The document itself is at the links above.</noscript>
<redoc spec-url="${root}${document}.json"></redoc>
<script src="${root}docs/redoc.js"></script>`;
  return toHtml(title, body, style);
}

/** An HTML document with a title; `head` is whole lines, each with its end. */
export function toHtml(title: string, body: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}</head>
<body>
${body}
</body>
</html>
`;
}

/** The looks of what is around the viewer. */
export const PAGE_STYLE = `body { margin: 0; font-family: sans-serif; }
nav { padding: 0.6rem 1rem; background: #263238; }
nav a { margin-right: 1rem; color: #fff; }
/* Without it the viewer cuts off the underscores of a path. */
redoc button span { line-height: 1.6; }
`;
