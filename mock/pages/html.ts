/** An HTML document with a title; `head` is whole lines, each with its end, and `attributes` those of its body. */
export function toHtml(title: string, body: string, head = '', attributes = ''): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${head}</head>
<body${attributes}>
${body}
</body>
</html>
`;
}
