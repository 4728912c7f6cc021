import { faker } from '@faker-js/faker/locale/base';
import type { Values } from './templates.ts';

/** Every group that the suite makes has a name that starts with this. */
export const GROUP_PREFIX = 'wuts-contract';

/** How many letters and digits the values of a case have together, and some more. */
const LETTERS = 120;

/** Generated values for one case. The same seed and case give the same values; other runs never get the same names. No name is longer than 25 characters, as WhatsApp had it for years. */
export function generateInputs(seed: number, caseId: string): Values {
  faker.seed([seed, ...new TextEncoder().encode(caseId)]);
  // All letters are drawn at once: each draw takes longer than what it draws.
  const drawn = faker.string.alphanumeric(LETTERS);
  let taken = 0;
  const letters = (count: number) => {
    taken += count;
    return drawn.slice(taken - count, taken);
  };
  const name = () => `${GROUP_PREFIX} ${letters(11)}`;
  const topic = () => `What ${name()} is about.`;
  return {
    name: name(),
    'other-name': name(),
    'third-name': name(),
    'fourth-name': name(),
    topic: topic(),
    'other-topic': topic(),
    'unknown-group': `99${faker.string.numeric(18)}@g.us`,
    'unknown-code': letters(22),
    'unknown-private-code': letters(16),
    // For names of an exact length: as long as its placeholder.
    n: letters('{{n}}'.length),
  };
}
