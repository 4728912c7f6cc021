import { type Calibration, isAsHeld, showAnswer } from '../../spec/index.ts';
import { count } from '../reports/show.ts';
import type { Outcome } from './calibrate.ts';

/** What came of asking, for people: what is otherwise than was held, what nobody foresaw, and what would settle the rest. */
export function formatOutcome({ calibration, calls, changes, leftovers, endedEarly }: Outcome): string {
  const { settled, unforeseen, contradicted } = calibration;
  const others = Object.entries(settled).filter(([fact, { answer }]) => !isAsHeld(fact, answer));
  const all = Object.keys(settled).length;
  return [
    ...part(
      'Settled otherwise than it was held',
      others.map(([fact, { answer }]) => `${fact}: ${showAnswer(answer)}`),
    ),
    ...part(
      'Unforeseen, so nothing is changed',
      Object.entries(unforeseen).map(([fact, { evidence }]) => `${fact}: ${evidence[0] ?? ''}`),
    ),
    ...part(
      'Contradicted, so nothing is changed',
      Object.entries(contradicted).map(
        ([fact, { answers }]) => `${fact}: ${answers.map(showAnswer).join(', or ')}`,
      ),
    ),
    ...part(
      'Not settled',
      [...reasonsOf(calibration)].map(([reason, [first = '', ...more]]) =>
        more.length === 0
          ? `${first}, because ${reason}`
          : `${first} and ${more.length} more, because ${reason}`,
      ),
    ),
    ...part('Left behind', leftovers),
    ...(endedEarly === undefined ? [] : [`It ended early: ${endedEarly}.`]),
    `${count(all, 'fact')} settled: ${all - others.length} as held, ${others.length} otherwise; ${count(calls, 'call')}, ${count(changes, 'change')}`,
  ].join('\n');
}

/** What has changed between two calibrations, a line for each fact; what is not settled now is not compared. */
export function whatChanged(before: Calibration, now: Calibration): string[] {
  return Object.entries(before.settled).flatMap(([fact, was]) => {
    const is = now.settled[fact];
    const odd = now.unforeseen[fact] ?? now.contradicted[fact];
    if (is === undefined && odd === undefined) return [];
    const said = is === undefined ? `something unforeseen, ${odd?.evidence[0] ?? ''}` : showAnswer(is.answer);
    return said === showAnswer(was.answer) ? [] : [`${fact}: was ${showAnswer(was.answer)}, is ${said}`];
  });
}

/** The facts that are not settled, by why they are not, and what would settle them. */
export function reasonsOf({ unsettled }: Calibration): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  for (const [fact, { because, needs }] of Object.entries(unsettled)) {
    const reason = needs === undefined ? because : `${because}: ${needs}`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), fact]);
  }
  return reasons;
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}
