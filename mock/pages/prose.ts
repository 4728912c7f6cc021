import { htmlEscape } from 'escape-goat';

/** A text of a document in HTML: paragraphs, lists, tables and code as Markdown writes them; everything else as it stands. */
export function toProse(text = ''): string {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter((block) => block !== '')
    .map((block) => toBlock(block.split('\n')))
    .join('\n');
}

/** One line of a text in HTML; how a fact is known looks as it does beside each fact. */
export function toInline(text: string): string {
  return htmlEscape(text)
    .replaceAll(/`x-provenance: (\w+)`/g, '<span class="known $1">$1</span>')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

function toBlock(lines: readonly string[]): string {
  if (lines.every((line) => line.startsWith('- ')))
    return `<ul>${lines.map((line) => `<li>${toInline(line.slice(2))}</li>`).join('')}</ul>`;
  if (lines.every((line) => line.startsWith('|'))) return toTable(lines);
  return `<p>${toInline(lines.join(' '))}</p>`;
}

function toTable([head = '', , ...rows]: readonly string[]): string {
  const row = (line: string, cell: string) =>
    `<tr>${line
      .split('|')
      .slice(1, -1)
      .map((one) => `<${cell}>${toInline(one.trim())}</${cell}>`)
      .join('')}</tr>`;
  return `<table>${row(head, 'th')}${rows.map((line) => row(line, 'td')).join('')}</table>`;
}
