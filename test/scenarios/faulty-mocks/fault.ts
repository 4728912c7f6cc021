/** One thing that is taken away from a mock, as data; everything else of it stays right. */
export interface Fault {
  readonly at: Seam;
  /** Of what: an operation, an event, a ruling, a kind of change. */
  readonly of: string;
  /** The part of it, such as the path of a property; empty for all of it. */
  readonly part: string;
  readonly turn: string;
}

/** Where a mock is made faulty. What comes first is tried first: a rule is taken away rather than a property. */
export const SEAMS = [
  'role',
  'refusal',
  'change',
  'control',
  'ruling',
  'request',
  'event',
  'event header',
  'answer',
  'header',
] as const;

/** One of these places. */
export type Seam = (typeof SEAMS)[number];

/** A fault in words, different for each. */
export function toText({ at, of, part, turn }: Fault): string {
  return [at, of, part, turn].filter((one) => one !== '').join(' ');
}

type Part = Pick<Fault, 'part' | 'turn'>;

/** How a value goes wrong that is right the first time. */
export const NEXT_TIME = 'is another the next time';

/** How a value of any type goes wrong. */
const ANY: Readonly<Record<string, (value: unknown) => unknown>> = {
  'is missing': () => undefined,
  'is another': toOther,
  [NEXT_TIME]: toOther,
};

/** How a list goes wrong. */
const LIST: Readonly<Record<string, (list: readonly unknown[]) => unknown>> = {
  'is missing': () => undefined,
  'has no entry': () => [],
  'has an entry twice': (list) => [list[0], ...list],
  'is in another order': (list) => list.toReversed(),
};

/** How a property goes wrong that the entries of a list have. */
const OF_ANOTHER = 'is that of another';

/** All that can go wrong with a JSON value: the path of each property, those of all entries of a list together, and how. */
export function* partsOf(value: unknown, path = ''): Generator<Part> {
  if (Array.isArray(value)) {
    if (value.length === 0) return;
    yield { part: path, turn: 'has no entry' };
    yield { part: path, turn: 'has an entry twice' };
    if (value.length > 1) yield { part: path, turn: 'is in another order' };
    for (const name of differingIn(value)) yield { part: `${path}[].${name}`, turn: OF_ANOTHER };
    for (const one of value) yield* partsOf(one, `${path}[]`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      const part = path === '' ? name : `${path}.${name}`;
      yield { part, turn: 'is missing' };
      yield* partsOf(one, part);
    }
  } else if (path !== '' && value !== null) {
    yield { part: path, turn: 'is another' };
    yield { part: path, turn: NEXT_TIME };
  }
}

/** A JSON value in which a part goes wrong; undefined where it does not have that part. */
export function spoil(value: unknown, { part, turn }: Part): unknown {
  let isDone = false;
  const change = (here: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (step === undefined) {
      isDone = true;
      return Array.isArray(here) ? LIST[turn]?.(here) : ANY[turn]?.(here);
    }
    if (step === '[]') {
      if (!Array.isArray(here)) return here;
      const [name = ''] = rest;
      if (turn !== OF_ANOTHER || rest.length > 1) return here.map((one) => change(one, rest));
      isDone = true;
      return here.map((one, index) => ({ ...one, [name]: Object(here.at(index - 1))[name] }));
    }
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return here;
    return { ...here, [step]: change((here as Record<string, unknown>)[step], rest) };
  };
  const steps = part.replaceAll('[]', '.[]').split('.');
  const changed = change(
    value,
    steps.filter((one) => one !== ''),
  );
  return isDone ? changed : undefined;
}

/** The names of properties that the entries of a list do not have in common. */
function differingIn(list: readonly unknown[]): string[] {
  const names = new Set(
    list.flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one) : [])),
  );
  return [...names].filter((name) => new Set(list.map((one) => JSON.stringify(Object(one)[name]))).size > 1);
}

/** Another value of the same type, in the same form. */
function toOther(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return value.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  const last = value.search(/[a-z0-9][^a-z0-9]*(@.*)?$/i);
  return last === -1
    ? `${value}x`
    : value.slice(0, last) + toNext(value.charAt(last)) + value.slice(last + 1);
}

/** Hexadecimal digits become hexadecimal digits. */
const SIGNS = ['0123456789', 'abcdef', 'ghijklmnopqrstuvwxyz', 'ABCDEF', 'GHIJKLMNOPQRSTUVWXYZ'];

function toNext(sign: string): string {
  const signs = SIGNS.find((one) => one.includes(sign)) ?? sign;
  return signs.charAt((signs.indexOf(sign) + 1) % signs.length);
}
