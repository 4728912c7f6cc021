import {
  BEHAVIOURS,
  type Known,
  LIMITS,
  permittedTo,
  REFUSAL_STATUSES,
  REFUSALS,
  REFUSED_BY,
  ROLE_TABLE,
  ROW_CODES,
  RULINGS,
  type Ruling,
  SPELLINGS,
} from './facts/index.ts';

type Rows = readonly (readonly string[])[];

/** The tables of the page about the rules of WhatsApp, each with its head. */
const TABLES: Readonly<Record<string, Rows>> = {
  roles: [
    ['what', 'ordinary group', 'announcement group', 'community', 'how it is known'],
    ...entriesOf(ROLE_TABLE).map(([action, line]) => [
      `\`${action}\``,
      ...(['group', 'announcement', 'community'] as const).map((kind) => permittedTo(action, kind).says),
      toOrigin(line),
    ]),
  ],
  refusals: [
    ['rule', 'status', 'what the error says', 'how it is known'],
    ...entriesOf(REFUSALS).map(([rule, one]) => [
      `\`${rule}\``,
      String(REFUSAL_STATUSES[one.code]),
      one.says,
      toOrigin(one),
    ]),
  ],
  'refused-by': [
    ['operation', 'by which rules it can be refused'],
    ...entriesOf<string, readonly string[]>(REFUSED_BY).map(([operation, rules]) => [
      `\`${operation}\``,
      rules.map((rule) => `\`${rule}\``).join(', ') || 'none',
    ]),
  ],
  rows: [
    ['code', 'the person of the row', 'how it is known'],
    ...entriesOf(ROW_CODES).map(([code, one]) => [String(code), one.says, toOrigin(one)]),
  ],
  behaviours: [
    ['rule', 'how it is known'],
    ...entriesOf(BEHAVIOURS).map(([, one]) => [one.says, toOrigin(one)]),
  ],
  spellings: [
    ['rule', 'how it is known'],
    ...entriesOf(SPELLINGS).map(([, one]) => [one.says, toOrigin(one)]),
  ],
  limits: [
    ['limit', 'most', 'how it is known'],
    ...entriesOf(LIMITS).map(([, one]) => [one.says, String(one.most), toOrigin(one)]),
  ],
  rulings: [
    ['ruling', 'what it decides', 'choices, the default first', 'how the default is known'],
    ...entriesOf<string, Ruling>(RULINGS).map(([name, one]) => [
      `\`${name}\``,
      one.decides,
      'byDefault' in one.choices ? `a number, ${one.choices.byDefault}` : one.choices.join(', '),
      toOrigin(one),
    ]),
  ],
};

/** A page with its tables as the facts would have them: what stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function fillPage(page: string): string {
  return Object.entries(TABLES).reduce((text, [name, rows]) => {
    const place = new RegExp(`(<!-- ${name} -->\n).*(<!-- /${name} -->)`, 's');
    if (!place.test(text))
      throw new Error(`The page has no place for the table "${name}": <!-- ${name} -->.`);
    return text.replace(place, (_, start: string, end: string) => `${start}${toTable(rows)}\n${end}`);
  }, page);
}

function toTable([head = [], ...rows]: Rows): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function toOrigin({ provenance, source }: Known): string {
  return source === undefined ? provenance : `${provenance}, \`${source}\``;
}

function entriesOf<Name extends string | number, Entry>(table: Readonly<Record<Name, Entry>>) {
  return Object.entries(table) as [Name, Entry][];
}
