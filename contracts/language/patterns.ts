import { isDeepStrictEqual } from 'node:util';
import type { Placeholder, Undocumented } from './templates.ts';

/** One place where an answer is not as expected. */
export interface Difference {
  /** For example `group.participants[1].is_admin`; '' is the whole body. */
  readonly path: string;
  /** What was expected there, in words or as a value. */
  readonly expected: unknown;
  readonly actual: unknown;
}

/**
 * What an answer is compared with where the document has a `T`: an object names the properties that matter, and the
 * `$`-properties are the rows of `MATCHERS`, each for the types that it can compare.
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
}

interface RowsOfList<One> {
  readonly $length?: number;
  readonly $contains?: Pattern<One>;
  readonly $lacks?: Pattern<One>;
  readonly $each?: Pattern<One>;
}

/** The `$`-properties that a pattern may have. */
type MatcherName =
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
  $each: (wanted, actual, path) =>
    Array.isArray(actual)
      ? actual.flatMap((one, index) => compare(wanted, one, `${path}[${index}]`))
      : [{ path, expected: 'an array', actual }],
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
    const late = Date.parse(String(actual)) - Date.parse(from) - hours * 3_600_000;
    return unless(Math.abs(late) <= 60_000, path, `a time ${hours} hours after ${from}`, actual);
  },
  $integer: (_wanted, actual, path) => unless(Number.isInteger(actual), path, 'a whole number', actual),
  $atLeast: (wanted, actual, path) =>
    unless(typeof actual === 'number' && actual >= Number(wanted), path, `at least ${wanted}`, actual),
};

/** Where an answer differs from a pattern. An object of the pattern names the properties that matter; an array is compared whole. */
export function compare(pattern: unknown, actual: unknown, path = ''): Difference[] {
  if (Array.isArray(pattern)) {
    if (!Array.isArray(actual) || actual.length !== pattern.length) {
      return [{ path, expected: pattern, actual }];
    }
    return pattern.flatMap((one, index) => compare(one, actual[index], `${path}[${index}]`));
  }
  if (typeof pattern !== 'object' || pattern === null) {
    return unless(isDeepStrictEqual(pattern, actual), path, pattern, actual);
  }
  return Object.entries(pattern).flatMap(([name, wanted]) => {
    const matcher = (MATCHERS as Readonly<Record<string, Matcher | undefined>>)[name];
    if (matcher !== undefined) return matcher(wanted, actual, path);
    if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) {
      return [{ path, expected: pattern, actual }];
    }
    const value = Object.hasOwn(actual, name) ? (actual as Record<string, unknown>)[name] : undefined;
    return compare(wanted, value, path === '' ? name : `${path}.${name}`);
  });
}

/** The `$`-properties that a pattern may have. */
export const MATCHER_NAMES: readonly string[] = Object.keys(MATCHERS);

function unless(holds: boolean, path: string, expected: unknown, actual: unknown): Difference[] {
  return holds ? [] : [{ path, expected, actual }];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
