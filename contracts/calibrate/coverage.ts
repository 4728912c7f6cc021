import { TABLE_FACTS } from '../../spec/facts/index.ts';
import { documentFacts, loadDocument } from '../../spec/index.ts';
import { TOLD } from './events.ts';
import { refusalsBehind } from './follows.ts';
import { settledBy } from './question.ts';
import { QUESTIONS } from './questions/index.ts';
import { RECORDED } from './recorded.ts';
import { UNASKABLE } from './unaskable.ts';

/** The assumed facts, by whether something is asked that settles them. */
export interface QuestionCoverage {
  /** With the ids of their questions. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** With the reason why none can be asked. */
  readonly unaskable: ReadonlyMap<string, string>;
  readonly neither: readonly string[];
}

/** Which of the assumed facts a question can settle, and why the others have none. */
export function coverQuestions(): QuestionCoverage {
  const known = new Map([...TABLE_FACTS, ...documentFacts(loadDocument())]);
  const assumed = [...known].flatMap(([fact, { provenance }]) => (provenance === 'assumed' ? [fact] : []));
  const questions = new Map<string, string[]>();
  const note = (facts: readonly string[], id: string) => {
    for (const fact of facts) questions.set(fact, [...(questions.get(fact) ?? []), id]);
  };
  for (const one of QUESTIONS) note(settledBy(one), one.id);
  for (const { id, facts } of RECORDED) note(facts, id);
  note(Object.keys(TOLD), 'own-deeds');
  const asked = new Map<string, readonly string[]>();
  const unaskable = new Map<string, string>();
  const neither: string[] = [];
  for (const fact of assumed) {
    const behind = refusalsBehind(fact).flatMap((refusal) => questions.get(refusal) ?? []);
    const ids = questions.get(fact) ?? (behind.length > 0 ? behind : undefined);
    const why = whyNone(fact);
    if (ids !== undefined) asked.set(fact, ids);
    else if (why !== undefined) unaskable.set(fact, why);
    else neither.push(fact);
  }
  return { asked, unaskable, neither };
}

/** Why nobody can ask for a fact; undefined where somebody can. */
export function whyNone(fact: string): string | undefined {
  const row = UNASKABLE.find(({ facts }) => facts.some((one) => one === fact));
  return row?.because;
}
