import type { FindingReport } from './case-report.ts';

/** A finding in words. */
export interface ShownFinding {
  /** A JSON path, or the name of a header. */
  readonly at: string;
  readonly expected: string;
  readonly actual: string;
}

/** Shows a finding; `indent` spreads JSON over lines. */
export function showFinding({ path, expected, actual }: FindingReport, indent?: number): ShownFinding {
  return {
    at: showPath(path),
    expected: showExpected(expected, indent),
    // About the whole answer the engine speaks in words.
    actual: path === '' && typeof actual === 'string' ? actual : showValue(actual, indent),
  };
}

/** A text in which nothing is hidden: control, direction and format characters are written as `\u{…}`. */
export function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{C}\u2028\u2029]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}

/** A text as one line of a terminal. */
export function oneLine(text: string): string {
  return visible(text.replaceAll('\n', '\\n').replaceAll('\t', ' '));
}

/** A count and what is counted. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** How an expectation in words begins; anything else is a value. */
const WORDS = /^(an? |at least |text that |must |is required$|status \d|nothing$)/;

function showPath(path: string): string {
  if (path === '') return '$ (the whole answer)';
  if (path.startsWith('header.')) return `header ${path.slice('header.'.length)}`;
  return path.startsWith('[') ? `$${path}` : `$.${path}`;
}

function showExpected(expected: unknown, indent?: number): string {
  if (typeof expected === 'string') return WORDS.test(expected) ? expected : JSON.stringify(expected);
  const [entry, ...others] = Object.entries(expected ?? {});
  // Such as `{"an entry like": …}`, which is how a matcher says what it wants.
  if (entry !== undefined && others.length === 0 && entry[0].includes(' ')) {
    return `${entry[0]} ${showValue(entry[1], indent)}`;
  }
  return showValue(expected, indent);
}

function showValue(value: unknown, indent?: number): string {
  return value === undefined ? 'nothing' : JSON.stringify(value, null, indent);
}
