import { at } from '../language/templates.ts';
import { type Asking, ask, type Exchanged, NotAsked } from './asking.ts';
import { showCall } from './evidence.ts';

/** A limit that is looked for: the most characters that a property of a group may have. */
export interface Bisection {
  readonly fact: 'limit name-length' | 'limit topic-length';
  readonly property: 'name' | 'topic';
  /** The longest text that is tried. */
  readonly to: number;
}

/** How many changes it takes to find a limit: half of what is left each time. */
export function changesOf({ to }: Bisection): number {
  return Math.ceil(Math.log2(to)) + 1;
}

/** Finds the longest text that is taken, by halves, and the refusal of one more. Throws `NotAsked` when nothing is refused, or for another reason. */
export async function bisect(asking: Asking, { property, to }: Bisection) {
  let refusal = await refusalOf(asking, property, to);
  if (refusal === undefined)
    throw new NotAsked(`a ${property} of ${to} characters is taken, and no longer one is sent`);
  let [taken, refused] = [0, to];
  while (refused - taken > 1) {
    const middle = Math.floor((taken + refused) / 2);
    const found = await refusalOf(asking, property, middle);
    if (found === undefined) taken = middle;
    else [refused, refusal] = [middle, found];
  }
  if (taken === 0) throw new NotAsked(`no ${property} of any length is taken`);
  return { limit: taken, refusal };
}

/** The answer by which a text of this length is refused; undefined where it is taken whole. */
async function refusalOf(
  asking: Asking,
  property: Bisection['property'],
  length: number,
): Promise<Exchanged | undefined> {
  const text = String(asking.values.name).slice(0, length).padEnd(length, 'x');
  const exchanged = await ask(asking, {
    call: 'updateGroup',
    path: { jid: '{{group}}' },
    body: { [property]: text },
  });
  const { status, body } = exchanged.answer;
  const told = at(body, `group.${property}`);
  const isCut = typeof told === 'string' && told.length < length;
  if (status < 300) return isCut ? exchanged : undefined;
  if (![400, 413, 422].includes(status)) throw new NotAsked(`${showCall(exchanged.sent)} answers ${status}`);
  return exchanged;
}
