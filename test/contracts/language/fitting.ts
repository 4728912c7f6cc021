import { isDeepStrictEqual } from 'node:util';
import { compare } from '../../../contracts/language/patterns.ts';

/** Values one of which fits most expressions that cases compare texts with. */
const TEXTS = [
  'nothing for all: the events are group.joined',
  'text',
  'CODE',
  '7',
  '1893499200',
  '2030-01-01T12:00:00Z',
  '120363039000000000@g.us',
  '190000000000001@lid',
  'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv',
  'AbCdEfGhIjKlMnOp',
  '5511999999999',
  '11111111-1111-4111-8111-111111111111',
  `sha256=${'0a'.repeat(32)}`,
  'application/json',
  'GET, POST, PATCH, PUT, DELETE',
  'GET, POST, PUT, DELETE',
  'GET, POST, PATCH, PUT',
  'GET, POST, PATCH, DELETE',
];

const OTHERS = [null, 'another', '', 7, 1.5, true, [], {}];

/** A value that a pattern takes. Throws where none is found: a pattern that takes nothing promises nothing. */
export function fitting(pattern: unknown): unknown {
  for (const value of candidates(pattern)) if (compare(pattern, value).length === 0) return value;
  throw new Error(
    `No value is found that the pattern ${JSON.stringify(pattern)} takes. Mend it, or add a text to TEXTS.`,
  );
}

/** What of a pattern takes whatever is put there, by its place in it; nothing of a pattern that says something does. */
export function vacuousIn(pattern: unknown): string[] {
  return [...changes(pattern, fitting(pattern), '')].flatMap(({ place, values }) =>
    values.some((value) => compare(pattern, value).length > 0) ? [] : [place],
  );
}

function candidates(pattern: unknown): unknown[] {
  if (Array.isArray(pattern)) return [pattern.map(fitting)];
  if (typeof pattern !== 'object' || pattern === null) return [pattern];
  const own = Object.entries(pattern).filter(([name]) => !name.startsWith('$'));
  const properties = own.map(([name, one]) => [name, fitting(one)] as const);
  const object = Object.fromEntries(properties.filter(([, value]) => value !== undefined));
  const rows = Object.entries(pattern).filter(([name]) => name.startsWith('$'));
  if (rows.length === 0) return [object];
  return [
    ...rows.flatMap(([name, wanted]) => CANDIDATES[name]?.(wanted as never) ?? []),
    object,
    ...TEXTS,
    ...OTHERS,
  ];
}

/** For each matcher values of which one may fit it. */
const CANDIDATES: Readonly<Record<string, (wanted: never) => unknown[]>> = {
  // Many an expression is the text that it looks for.
  $matches: (expression: string) => [expression],
  $length: (length: number) => [Array(length).fill({}), 'x'.repeat(length)],
  $contains: (one) => [[fitting(one)]],
  $keeps: (entries: unknown[]) => [entries],
  $each: (one) => [[fitting(one)]],
  $oneOf: (some: unknown[]) => some.map(fitting),
  $all: (parts: unknown[]) => {
    const length: number = parts
      .map((part) => Object(part).$length ?? 0)
      .reduce((one, other) => one + other, 0);
    const lists = parts.filter((part) => Object(part).$length === undefined).map(fitting);
    const entries = lists.flatMap((list) => (Array.isArray(list) ? list : []));
    const padding = Array(Math.max(0, length - entries.length)).fill({});
    const each = Object.assign({}, ...parts.map((part) => Object(fitting(Object(part).$each ?? {}))));
    const filled = entries.map((entry) => ({ ...each, ...entry }));
    const merged = Object.assign({}, ...parts.map((part) => Object(fitting(part))));
    return [...parts.flatMap(candidates), [...entries, ...padding], filled, merged];
  },
  $inOrder: (entries: unknown[]) => [entries.map(fitting)],
  $absent: () => [undefined],
  $hoursAfter: ([from, hours]: [string, number]) => [
    new Date(Date.parse(from) + hours * 3_600_000).toISOString(),
  ],
  $atLeast: (least: number) => [least],
};

/** One thing that a pattern says, and what the whole may be where that is not so. */
interface Change {
  readonly place: string;
  readonly values: readonly unknown[];
}

/** For each thing that a pattern says values that are otherwise there, and as they were elsewhere. */
function* changes(pattern: unknown, value: unknown, place: string): Generator<Change> {
  if (typeof pattern !== 'object' || pattern === null) {
    yield { place, values: OTHERS.filter((other) => !isDeepStrictEqual(other, pattern)) };
  } else if (Array.isArray(pattern)) {
    yield { place, values: [[...(value as unknown[]), {}]] };
    for (const [index, one] of pattern.entries()) yield* within(one, value, index, `${place}[${index}]`);
  } else {
    const entries = Object.entries(pattern);
    if (entries.length === 0) yield { place: `${place} {}`, values: [] };
    for (const [name, wanted] of entries) {
      if (name.startsWith('$')) yield* matched(name, wanted, value, `${place} ${name}`);
      else yield* within(wanted, value, name, `${place}.${name}`);
    }
  }
}

/** What is changed within one property or entry. */
function* within(pattern: unknown, value: unknown, key: string | number, place: string): Generator<Change> {
  const inner = (value as Record<string | number, unknown>)[key];
  for (const { place: where, values } of changes(pattern, inner, place)) {
    const whole = (changed: unknown) =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...(value as object), [key]: changed };
    yield { place: where, values: values.map(whole) };
  }
}

function* matched(name: string, wanted: unknown, value: unknown, place: string): Generator<Change> {
  const list = Array.isArray(value) ? value : [];
  if (name === '$all') {
    for (const [index, one] of (wanted as unknown[]).entries())
      yield* changes(one, value, `${place}[${index}]`);
    if ((wanted as unknown[]).length === 0) yield { place, values: [] };
  } else if (name === '$contains' || name === '$each') {
    yield { place, values: [[], [...list, null]] };
    for (const { place: where, values } of changes(wanted, fitting(wanted), place)) {
      yield { place: where, values: values.map((changed) => [changed]) };
    }
  } else if (name === '$inOrder') yield* changes(wanted, value, place);
  else if (name === '$lacks') yield { place, values: [[...list, fitting(wanted)]] };
  else if (name === '$not') yield { place, values: [fitting(wanted)] };
  // Any text would do for an expression that takes every text.
  else if (name === '$matches') yield { place, values: ['', ' ', '\u0000', ...TEXTS] };
  else yield { place, values: [...OTHERS, [...list, {}], `${value}x`] };
}
