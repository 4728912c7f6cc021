import type { ApiDocument } from '../../spec/index.ts';
import { isFailure, type Verdict } from '../runner/result.ts';
import { shorten } from '../target/scrub.ts';
import type { CaseReport } from './case-report.ts';
import { isFact, type Sign, signsOf } from './signs.ts';

/** One thing that is not as it is expected, and the cases that show it. */
export interface Cause {
  /** The fact, operation or property, such as `refusal not-a-participant`, `createGroup` or `Group.members_count`. */
  readonly about: string;
  /** What was expected of it in the first of its cases, and what was seen there. */
  readonly expected: string;
  readonly seen: string;
  /** The gravest of what its cases say of it. */
  readonly verdict: Verdict;
  /** Whether it fails the run. */
  readonly fails: boolean;
  /** What comes of it, where that is grave. */
  readonly consequence?: string;
  /** The ids of the cases that rest on it, in the order of the suite. */
  readonly cases: readonly string[];
}

/** The gravest first. */
const GRAVITY: readonly Verdict[] = ['broken', 'setup-failed', 'differs', 'discovery'];

/** The causes of what is not kept: what fails first, then the gravest, then what most cases rest on. */
export function findCauses(
  cases: readonly CaseReport[],
  document: ApiDocument,
  policy: Parameters<typeof isFailure>[1],
): Cause[] {
  const found = new Map<string, { signs: Sign[]; cases: string[] }>();
  for (const one of cases) {
    for (const sign of signsOf(one, document)) {
      const known = found.get(sign.key) ?? { signs: [], cases: [] };
      found.set(sign.key, { signs: [...known.signs, sign], cases: [...known.cases, one.id] });
    }
  }
  const rankOf = ({ fails, verdict }: Cause) => (fails ? 0 : GRAVITY.length) + GRAVITY.indexOf(verdict);
  return [...found.values()]
    .map(({ signs, cases: ids }): Cause => {
      const verdict = GRAVITY.find((one) => signs.some((sign) => sign.verdict === one)) ?? 'discovery';
      const first = signs.find((sign) => sign.verdict === verdict);
      const expected = shorten(first?.expected ?? '', LONGEST);
      const seen = shorten(first?.seen ?? '', LONGEST);
      const about = nameOf(signs.map((sign) => sign.about));
      const consequence = signs.find((sign) => sign.consequence !== undefined)?.consequence;
      return {
        ...{ about, expected, seen, verdict, fails: isFailure(verdict, policy), cases: ids },
        ...(consequence === undefined ? {} : { consequence }),
      };
    })
    .sort((one, other) => rankOf(one) - rankOf(other) || other.cases.length - one.cases.length);
}

/** A longer text of a target is cut, in characters. */
const LONGEST = 300;

/** So many operations or properties are named. */
const MOST_NAMES = 4;

/** The name that most signs have where it is one of a fact; else all of them, the most frequent first. */
function nameOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first = '', ...others] = [...counts].sort(([, m], [, n]) => n - m).map(([name]) => name);
  if (isFact(first)) return first;
  const more = others.length < MOST_NAMES ? [] : ['…'];
  return [first, ...others.slice(0, MOST_NAMES - 1), ...more].join(', ');
}
