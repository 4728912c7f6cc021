import { type Act, PlainGroup, type Prediction } from './plain-group.ts';

/** What was tried at the same time as others, and what the API answered. */
export interface Attempt {
  readonly act: Act;
  readonly answer: Prediction;
}

/**
 * Every group that `group` can have become when the attempts were carried out one after the other, in any order in which
 * each gets the answer that it got. None when there is no such order.
 */
export function outcomesOf(group: PlainGroup, attempts: readonly Attempt[]): PlainGroup[] {
  const found = new Map<string, PlainGroup>();
  const seen = new Set<string>();
  const search = (now: PlainGroup, left: readonly Attempt[], isReset: boolean): void => {
    const key = `${left.map((one) => attempts.indexOf(one)).join()} ${isReset} ${toKey(now)}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (left.length === 0) found.set(toKey(now), now);
    for (const attempt of left) {
      const next = clone(now);
      const predicted = next.predict(asOfThen(attempt.act, isReset));
      if (JSON.stringify(predicted) !== JSON.stringify(attempt.answer)) continue;
      const resets = attempt.act.does === 'reset link' && predicted.status === 200;
      search(
        next,
        left.filter((one) => one !== attempt),
        isReset || resets,
      );
    }
  };
  search(group, attempts, false);
  return [...found.values()];
}

/** The link that was known beforehand is an old one once another attempt has reset it. */
function asOfThen(act: Act, isReset: boolean): Act {
  return act.does === 'join' && act.link === 'the link' && isReset ? { ...act, link: 'an old link' } : act;
}

function clone(group: PlainGroup): PlainGroup {
  return Object.assign(new PlainGroup('ana', []), structuredClone({ ...group }));
}

/** Groups with the same key are the same, hidden state included. */
export function toKey(group: PlainGroup): string {
  return JSON.stringify(Object.entries(group), (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
}
