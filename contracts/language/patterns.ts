import { isDeepStrictEqual } from 'node:util';
import type { Provenance } from '../../spec/facts/index.ts';
import { isSameOwner, isSamePerson, textOf } from './same-person.ts';
import type { Placeholder, Undocumented } from './templates.ts';

/** One place where an answer is not as expected. */
export interface Difference {
  /** For example `group.participants[1].is_admin`; '' is the whole body. */
  readonly path: string;
  /** What was expected there, in words or as a value. */
  readonly expected: unknown;
  readonly actual: unknown;
  /** How the property that differs is known. */
  readonly known?: Provenance;
}

/**
 * What an answer is compared with where the document has a `T`: an object names the properties that matter, a list
 * every entry, in any order, and the `$`-properties are the rows of `MATCHERS`, each for the types that it can compare.
 */
export type Pattern<T> = unknown extends T
  ? unknown
  : Placeholder | Undocumented | PatternOf<T, RowsOfAll<T>>;

type PatternOf<T, Rows> = T extends string
  ? T | (Rows & RowsOfText)
  : T extends number
    ? T | (Rows & RowsOfNumber)
    : T extends boolean | null
      ? T | Rows
      : T extends readonly (infer One)[]
        ? readonly Pattern<One>[] | (Rows & RowsOfList<One>)
        : T extends Record<string, never>
          ? object
          : Rows & Properties<T>;

/** Some properties of an object, each with what it is compared with. */
export type Properties<T> = { readonly [Name in keyof T]?: Pattern<T[Name]> };

interface RowsOfAll<T> {
  readonly $type?: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  readonly $all?: readonly Pattern<T>[];
  readonly $oneOf?: readonly Pattern<T>[];
  readonly $not?: Pattern<T>;
  readonly $absent?: true;
}

interface RowsOfText {
  readonly $matches?: string;
  readonly $length?: number;
  /** A time, and how many hours after it. */
  readonly $hoursAfter?: readonly [string, number];
}

interface RowsOfNumber {
  readonly $integer?: true;
  readonly $atLeast?: number;
  readonly $atMost?: number;
}

interface RowsOfList<One> {
  readonly $length?: number;
  readonly $contains?: Pattern<One>;
  readonly $lacks?: Pattern<One>;
  readonly $each?: Pattern<One>;
  /** Entries that have these JIDs, whatever else they have, and others. */
  readonly $keeps?: readonly { readonly jid: string }[] | Placeholder;
  /** Every entry, in this order. */
  readonly $inOrder?: readonly Pattern<One>[];
}

/** The `$`-properties that a pattern may have. */
export type MatcherName =
  | keyof RowsOfAll<unknown>
  | keyof RowsOfText
  | keyof RowsOfNumber
  | keyof RowsOfList<unknown>;

type Matcher = (wanted: unknown, actual: unknown, path: string) => Difference[];

/** What the `$`-properties of a pattern mean. Each returns what differs and knows nothing of cases. */
const MATCHERS: Readonly<Record<MatcherName, Matcher>> = {
  $type: (wanted, actual, path) =>
    unless(typeOf(actual) === wanted, path, `a value of type ${wanted}`, actual),
  $matches: (wanted, actual, path) =>
    unless(
      typeof actual === 'string' && new RegExp(String(wanted), 'u').test(actual),
      path,
      `text that matches ${wanted}`,
      actual,
    ),
  $length: (wanted, actual, path) =>
    unless(
      (typeof actual === 'string' || Array.isArray(actual)) && actual.length === wanted,
      path,
      `a length of ${wanted}`,
      actual,
    ),
  $contains: (wanted, actual, path) =>
    unless(
      Array.isArray(actual) && actual.some((one) => compare(wanted, one, '').length === 0),
      path,
      { 'an entry like': wanted },
      actual,
    ),
  $lacks: (wanted, actual, path) =>
    unless(
      Array.isArray(actual) && actual.every((one) => compare(wanted, one, '').length > 0),
      path,
      { 'no entry like': wanted },
      actual,
    ),
  $keeps: (wanted, actual, path) => {
    const gone = jidsOf(wanted).filter((jid) => !jidsOf(actual).includes(jid));
    const isKept = Array.isArray(wanted) && Array.isArray(actual) && gone.length === 0;
    return unless(isKept, path, { 'entries with the JIDs': gone }, actual);
  },
  $each: (wanted, actual, path) =>
    Array.isArray(actual)
      ? actual.flatMap((one, index) => compare(wanted, one, `${path}[${index}]`))
      : [{ path, expected: 'an array', actual }],
  $inOrder: (wanted, actual, path) => {
    const entries = wanted as unknown[];
    if (!Array.isArray(actual) || actual.length !== entries.length)
      return [{ path, expected: wanted, actual }];
    return entries.flatMap((one, index) => compare(one, actual[index], `${path}[${index}]`));
  },
  $all: (wanted, actual, path) => (wanted as unknown[]).flatMap((one) => compare(one, actual, path)),
  $oneOf: (wanted, actual, path) =>
    unless(
      (wanted as unknown[]).some((one) => compare(one, actual, '').length === 0),
      path,
      { 'one of': wanted },
      actual,
    ),
  $not: (wanted, actual, path) =>
    unless(compare(wanted, actual, '').length > 0, path, { 'anything but': wanted }, actual),
  $absent: (_wanted, actual, path) => unless(actual === undefined, path, 'nothing', actual),
  // The clock of the target goes on between two answers.
  $hoursAfter: (wanted, actual, path) => {
    const [from, hours] = wanted as [string, number];
    const late = Date.parse(textOf(actual)) - Date.parse(from) - hours * 3_600_000;
    return unless(Math.abs(late) <= 60_000, path, `a time ${hours} hours after ${from}`, actual);
  },
  $integer: (_wanted, actual, path) => unless(Number.isInteger(actual), path, 'a whole number', actual),
  $atLeast: (wanted, actual, path) =>
    unless(typeof actual === 'number' && actual >= Number(wanted), path, `at least ${wanted}`, actual),
  $atMost: (wanted, actual, path) =>
    unless(typeof actual === 'number' && actual <= Number(wanted), path, `at most ${wanted}`, actual),
};

/**
 * Where an answer differs from a pattern. An object of the pattern names the properties that matter; a list is compared
 * whole, in any order; whoever is called by a JID may be answered by another name of theirs.
 */
export function compare(pattern: unknown, actual: unknown, path = ''): Difference[] {
  if (Array.isArray(pattern)) return compareEntries(pattern, actual, path);
  if (typeof pattern !== 'object' || pattern === null) {
    return unless(isDeepStrictEqual(pattern, actual), path, pattern, actual);
  }
  return Object.entries(pattern).flatMap(([name, wanted]) => {
    if (isMatcher(name)) return MATCHERS[name](wanted, actual, path);
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) {
      return [{ path, expected: pattern, actual }];
    }
    if (name === 'jid' && isSamePerson(wanted, actual)) return [];
    if (name === 'owner' && isSameOwner(wanted, actual)) return [];
    const value = Object.hasOwn(actual, name) ? (actual as Record<string, unknown>)[name] : undefined;
    return compare(wanted, value, path === '' ? name : `${path}.${name}`);
  });
}

/** The `$`-properties that a pattern may have. */
export const MATCHER_NAMES: readonly string[] = Object.keys(MATCHERS);

/** Each entry that is wanted is paired with one that is like it; what is left over differs from what it is nearest to. */
function compareEntries(wanted: readonly unknown[], actual: unknown, path: string): Difference[] {
  if (!Array.isArray(actual) || actual.length !== wanted.length) return [{ path, expected: wanted, actual }];
  const pairs = pairUp(wanted, actual);
  const left = new Set(actual.keys());
  for (const index of pairs.keys()) left.delete(index);
  const paired = new Set(pairs.values());
  return wanted.flatMap((one, place) => {
    if (paired.has(place)) return [];
    const [nearest] = [...left]
      .map((index) => ({ index, found: compare(one, actual[index], `${path}[${index}]`) }))
      .sort(
        (a, b) => a.found.length - b.found.length || Number(b.index === place) - Number(a.index === place),
      );
    left.delete(nearest?.index ?? -1);
    return nearest?.found ?? [];
  });
}

/** As many pairs as there can be of entries and what they are like: the place of what is wanted by that of the entry. */
function pairUp(wanted: readonly unknown[], actual: readonly unknown[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const find = (place: number, tried: Set<number>): boolean => {
    // Most lists come in the order in which they are wanted.
    for (const index of [place, ...actual.keys()]) {
      if (tried.has(index) || compare(wanted[place], actual[index]).length > 0) continue;
      tried.add(index);
      const other = pairs.get(index);
      if (other !== undefined && !find(other, tried)) continue;
      pairs.set(index, place);
      return true;
    }
    return false;
  };
  for (const place of wanted.keys()) find(place, new Set());
  return pairs;
}

/** Whether a property of a pattern is one of the `$`-properties. */
export function isMatcher(name: string): name is MatcherName {
  return Object.hasOwn(MATCHERS, name);
}

function jidsOf(list: unknown): unknown[] {
  return Array.isArray(list) ? list.map((one) => Object(one).jid) : [];
}

function unless(holds: boolean, path: string, expected: unknown, actual: unknown): Difference[] {
  return holds ? [] : [{ path, expected, actual }];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
