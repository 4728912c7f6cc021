import { compare, type Difference } from '../language/patterns.ts';
import { textOf } from '../language/same-person.ts';
import { at } from '../language/templates.ts';

/** The user JIDs of people, by their LIDs, as far as answers told both. */
export type KnownLids = Map<string, string>;

const LISTS = ['participants', 'group.participants', 'community.participants'];

/** Notes the LIDs of the participants that an answer tells together with their numbers. */
export function noteLids(lids: KnownLids, answer: unknown): void {
  for (const person of LISTS.flatMap((list) => at(answer, list) ?? [])) {
    const ids = ['jid', 'phone_number', 'lid'].map((name) => textOf(at(person, name)));
    const lid = ids.find((id) => id.endsWith('@lid'));
    const number = ids.find((id) => id.endsWith('@s.whatsapp.net'));
    if (lid !== undefined && number !== undefined) lids.set(lid, number);
  }
}

/**
 * Whether a value fits a pattern but for calling people by their LIDs. A LID that no answer told is taken for that of whoever
 * is expected there, and is theirs from then on; nobody has two.
 */
export function fitsByLid(pattern: unknown, value: unknown, lids: KnownLids): boolean {
  const learnt = new Map(lids);
  const left = compare(pattern, byNumbers(value, lids)).filter((one) => !isTheirs(one, learnt));
  if (left.length > 0) return false;
  for (const [lid, number] of learnt) lids.set(lid, number);
  return true;
}

function isTheirs({ expected, actual }: Difference, learnt: KnownLids): boolean {
  const [number, lid] = [textOf(expected), textOf(actual)];
  if (!number.endsWith('@s.whatsapp.net') || !lid.endsWith('@lid')) return false;
  if (!learnt.has(lid) && ![...learnt.values()].includes(number)) learnt.set(lid, number);
  return learnt.get(lid) === number;
}

/** The same value, in which people are called by their numbers where their LIDs are known. */
function byNumbers(value: unknown, lids: KnownLids): unknown {
  if (typeof value === 'string') return lids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => byNumbers(one, lids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, byNumbers(one, lids)]));
}
