import { isMatcher, type MatcherName } from '../language/patterns.ts';
import { Inexpressible } from './vocabulary.ts';

/** A language in which conditions on an answer are written. A node is an expression for a place in it. */
export interface Dialect {
  /** The whole body. */
  readonly root: string;
  child(node: string, name: string): string;
  item(node: string, index: number): string;
  /** A text of a pattern as a value of the language; throws `Inexpressible`. */
  text(text: string): string;
  equals(node: string, value: string): string;
  isList(node: string): string;
  hasLength(node: string, length: number): string;
  /** Some entry of the list fulfils what is said of it. */
  some(node: string, says: (entry: string) => string): string;
  isAbsent(node: string): string;
  isAtLeast(node: string, least: number): string;
  matches(node: string, expression: string): string;
  /** undefined for a type that the language cannot ask for. */
  hasType(node: string, type: string): string | undefined;
}

type Translate = (wanted: unknown, node: string, dialect: Dialect) => string[];

/** What the `$`-properties of a pattern are in a dialect. */
const MATCHERS: Record<MatcherName, Translate> = {
  $type: (wanted, node, { hasType }) => [
    hasType(node, String(wanted)) ?? cannot(`asks whether a value is of type ${wanted}`),
  ],
  $matches: (wanted, node, { matches }) => [matches(node, String(wanted))],
  $length: (wanted, node, { hasLength }) => [hasLength(node, Number(wanted))],
  $contains: (wanted, node, dialect) => [dialect.some(node, (entry) => all(wanted, entry, dialect))],
  $lacks: (wanted, node, dialect) => [
    dialect.isList(node),
    `!${dialect.some(node, (entry) => all(wanted, entry, dialect))}`,
  ],
  $keeps: (wanted, node, dialect) =>
    Array.isArray(wanted)
      ? wanted.map(({ jid }) => dialect.some(node, (entry) => all({ jid }, entry, dialect)))
      : cannot('compares a list with one that was told before'),
  $each: (wanted, node, dialect) => [
    dialect.isList(node),
    `!${dialect.some(node, (entry) => `!(${all(wanted, entry, dialect)})`)}`,
  ],
  $all: (wanted, node, dialect) => listOf(wanted).flatMap((one) => toConditions(one, dialect, node)),
  $oneOf: (wanted, node, dialect) => [
    `(${listOf(wanted)
      .map((one) => `(${all(one, node, dialect)})`)
      .join(' || ')})`,
  ],
  $not: (wanted, node, dialect) => [`!(${all(wanted, node, dialect)})`],
  $inOrder: (wanted, node, dialect) => [
    dialect.isList(node),
    dialect.hasLength(node, listOf(wanted).length),
    ...listOf(wanted).flatMap((one, index) => toConditions(one, dialect, dialect.item(node, index))),
  ],
  $absent: (_wanted, node, { isAbsent }) => [isAbsent(node)],
  $atLeast: (wanted, node, { isAtLeast }) => [isAtLeast(node, Number(wanted))],
  $atMost: () => cannot('asks for a number that is not above another'),
  $integer: () => cannot('asks for a whole number'),
  $hoursAfter: () => cannot('counts hours between two times'),
};

/** A pattern as conditions that all hold, each on its own. Throws `Inexpressible`. */
export function toConditions(pattern: unknown, dialect: Dialect, node = dialect.root): string[] {
  if (typeof pattern === 'string') return [dialect.equals(node, dialect.text(pattern))];
  if (Array.isArray(pattern)) {
    const entries = pattern.map((one) => dialect.some(node, (entry) => all(one, entry, dialect)));
    return [dialect.isList(node), dialect.hasLength(node, pattern.length), ...entries];
  }
  if (typeof pattern !== 'object' || pattern === null) {
    return [dialect.equals(node, JSON.stringify(pattern))];
  }
  return Object.entries(pattern).flatMap(([name, wanted]) => {
    return isMatcher(name)
      ? MATCHERS[name](wanted, node, dialect)
      : toConditions(wanted, dialect, dialect.child(node, name));
  });
}

function all(pattern: unknown, node: string, dialect: Dialect): string {
  const conditions = toConditions(pattern, dialect, node);
  return conditions.length === 0 ? cannot('asks for an entry of any kind') : conditions.join(' && ');
}

function listOf(wanted: unknown): unknown[] {
  return Array.isArray(wanted) ? wanted : [];
}

function cannot(what: string): never {
  throw new Inexpressible(what);
}
