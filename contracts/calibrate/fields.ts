import { documentFacts, loadDocument } from '../../spec/index.ts';
import { compare } from '../language/patterns.ts';
import { at } from '../language/templates.ts';
import type { Observations } from './observations.ts';
import type { Place } from './question.ts';

/** What was seen of fields, until the end: a field that has another name is found by all of its values together. */
export interface Fields {
  /** Looks at the place of a field in a body, its value filled in. */
  look(fact: string, place: Place, body: unknown, evidence: string): void;
  /** It is not seen whether the field is null where there is nothing to tell. */
  miss(fact: string): void;
  /** Whether it was there. */
  isThere(fact: string): boolean;
  /** Settles every field that was looked for. */
  settle(observations: Observations, isHarmless: (name: string) => boolean): void;
}

interface Look {
  readonly has: 'value' | 'null' | 'nothing';
  /** Properties that the document has nowhere, whose value is like that of the field. */
  readonly others: readonly string[];
  /** What the value would be like. */
  readonly is: unknown;
  readonly evidence: string;
}

/** Why a field is not settled whose value stands under other names. */
export const UNCERTAIN = 'it may have another name, and it is not certain which';

/** Every name that the document has for a property. */
const NAMES: ReadonlySet<string> = new Set(
  [...documentFacts(loadDocument()).keys()].flatMap((fact) =>
    fact.startsWith('field ') ? [nameIn(fact)] : [],
  ),
);

/** Nothing was looked at yet. */
export function createFields(): Fields {
  const looks = new Map<string, Look[]>();
  const missed = new Set<string>();
  return {
    look(fact, place, body, evidence) {
      const object = place.at === '' ? body : at(body, place.at);
      if (typeof object !== 'object' || object === null || Array.isArray(object)) return;
      const look = toLook(object as Readonly<Record<string, unknown>>, place, evidence);
      looks.set(fact, [...(looks.get(fact) ?? []), look]);
    },
    miss: (fact) => void missed.add(fact),
    isThere: (fact) => looks.get(fact)?.some(({ has }) => has !== 'nothing') === true,
    settle(observations, isHarmless) {
      for (const [fact, seen] of looks) {
        const isNull = seen.some(({ has }) => has === 'null');
        if (missed.has(fact) && !isNull)
          observations.leave(fact, 'the answer was not seen in which it may be null');
        else settleOne(observations, fact, seen, isHarmless);
      }
    },
  };
}

function toLook(object: Readonly<Record<string, unknown>>, { name, is }: Place, evidence: string): Look {
  const value = object[name];
  const has = value === undefined ? 'nothing' : value === null ? 'null' : 'value';
  return { has, others: namesLike(object, is), is, evidence };
}

/** The properties of an object that the document has nowhere, and whose value is like this. */
export function namesLike(object: Readonly<Record<string, unknown>>, is: unknown): string[] {
  if (is === undefined) return [];
  return Object.keys(object).filter((name) => !NAMES.has(name) && compare(is, object[name]).length === 0);
}

/** Whether hardly anything else has a value like this. */
export function isTelling(is: unknown): boolean {
  if (typeof is === 'object' && is !== null) return !('$type' in is);
  return typeof is === 'string' ? is !== '' && is !== 'all' : typeof is === 'number' && is > 1;
}

function settleOne(
  observations: Observations,
  fact: string,
  looks: readonly Look[],
  isHarmless: (name: string) => boolean,
): void {
  const there = looks.filter(({ has }) => has !== 'nothing');
  const isNullable = there.some(({ has }) => has === 'null');
  for (const { evidence } of there) observations.settle(fact, isNullable ? 'nullable' : 'present', evidence);
  const gone = looks.filter(({ has }) => has === 'nothing');
  if (gone.length === 0) return;
  const others = gone
    .map((look) => look.others)
    .reduce((one, other) => one.filter((name) => other.includes(name)));
  const [name] = others;
  // A property that has been both true and false as the field would be tells as much as a rare value.
  const tells =
    gone.some(({ is }) => isTelling(is)) || new Set(gone.map(({ is }) => JSON.stringify(is))).size > 1;
  // Another name that fits here and not there may be null there: then it is not known to be absent.
  const isNowhere = there.length > 0 || gone.every((look) => look.others.length === 0);
  for (const { evidence } of gone) {
    if (isNowhere) observations.settle(fact, 'absent', evidence);
    else if (others.length === 1 && tells && isHarmless(String(name)))
      observations.settle(fact, { name }, evidence.replace(/: nothing$/, `: ${name}`));
  }
  // A community tells its fields as a group does.
  const ofGroup = observations.answerOf(fact.replace('field Community.', 'field Group.'));
  if (there.length === 0 && typeof ofGroup === 'object' && others.includes(String(ofGroup.name)))
    for (const { evidence } of gone) observations.settle(fact, ofGroup, evidence);
  else if (!isNowhere) observations.leave(fact, UNCERTAIN);
}

function nameIn(fact: string): string {
  return fact.split('.').at(-1) ?? '';
}
