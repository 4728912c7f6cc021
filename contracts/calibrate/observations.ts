import { isDeepStrictEqual } from 'node:util';
import { type Answer, type Calibration, whatItTakes } from '../../spec/index.ts';

/** What is seen of each fact while questions are asked. */
export interface Observations {
  /** An answer; where it is none that the fact takes, it is unforeseen. */
  settle(fact: string, answer: unknown, evidence: string): void;
  /** Something outside all choices. */
  wonder(fact: string, evidence: string): void;
  /** Why a fact is not settled; what is said first stays. */
  leave(fact: string, because: string, needs?: string): void;
  isSettled(fact: string): boolean;
  answerOf(fact: string): Answer | undefined;
  /** The four parts of a file. A fact stands in one of them. */
  sum(): Pick<Calibration, 'settled' | 'unforeseen' | 'contradicted' | 'unsettled'>;
}

interface Seen {
  readonly answers: { readonly answer: Answer; readonly evidence: string }[];
  readonly unforeseen: string[];
  left?: { readonly because: string; readonly needs?: string };
}

/** So many lines of evidence are kept of a fact. */
const MOST_EVIDENCE = 3;

/** Nothing is seen yet. */
export function createObservations(): Observations {
  const facts = new Map<string, Seen>();
  const of = (fact: string) => {
    const seen = facts.get(fact) ?? { answers: [], unforeseen: [] };
    facts.set(fact, seen);
    return seen;
  };
  const answerOf = (fact: string) => {
    const different = distinct(facts.get(fact)?.answers ?? []);
    return different.length === 1 ? different[0] : undefined;
  };
  return {
    settle(fact, answer, evidence) {
      const isAnswer = whatItTakes(fact, answer as Answer) === undefined;
      if (isAnswer) of(fact).answers.push({ answer: answer as Answer, evidence });
      else of(fact).unforeseen.push(evidence);
    },
    wonder: (fact, evidence) => void of(fact).unforeseen.push(evidence),
    leave(fact, because, needs) {
      of(fact).left ??= needs === undefined ? { because } : { because, needs };
    },
    isSettled: (fact) => answerOf(fact) !== undefined,
    answerOf,
    sum() {
      const parts = { settled: {}, unforeseen: {}, contradicted: {}, unsettled: {} };
      for (const [fact, seen] of [...facts].sort(([one], [other]) => (one < other ? -1 : 1)))
        Object.assign(parts[partOf(seen)], { [fact]: toEntry(seen) });
      return parts;
    },
  };
}

function partOf({ answers, unforeseen }: Seen): keyof ReturnType<Observations['sum']> {
  const different = distinct(answers).length;
  if (different > 1) return 'contradicted';
  if (different === 1) return 'settled';
  return unforeseen.length > 0 ? 'unforeseen' : 'unsettled';
}

function toEntry(seen: Seen): object {
  const { answers, unforeseen, left } = seen;
  const evidence = shortest(answers.map((one) => one.evidence));
  switch (partOf(seen)) {
    case 'contradicted':
      return { answers: distinct(answers), evidence };
    case 'settled':
      return { answer: answers[0]?.answer, seen: answers.length, evidence };
    case 'unforeseen':
      return { seen: unforeseen.length, evidence: shortest(unforeseen) };
    default:
      return left ?? { because: 'no answer showed it' };
  }
}

function distinct(answers: Seen['answers']): Answer[] {
  return answers
    .map(({ answer }) => answer)
    .filter((one, index, all) => all.findIndex((other) => isDeepStrictEqual(one, other)) === index);
}

function shortest(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort((one, other) => one.length - other.length).slice(0, MOST_EVIDENCE);
}
