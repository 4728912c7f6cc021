import { faker } from '@faker-js/faker/locale/base';
import type { Values } from './templates.ts';

/** Every group that the suite makes has a name that starts with this. */
export const GROUP_PREFIX = 'wuts-contract';

/** Generated values for one case. The same seed and case give the same values; other runs never get the same names. No name is longer than 25 characters, as WhatsApp had it for years. */
export function generateInputs(seed: number, caseId: string): Values {
  faker.seed([seed, ...new TextEncoder().encode(caseId)]);
  const name = () => `${GROUP_PREFIX} ${faker.string.alphanumeric(11)}`;
  const topic = () => `What ${name()} is about.`;
  return {
    name: name(),
    'other-name': name(),
    'third-name': name(),
    'fourth-name': name(),
    topic: topic(),
    'other-topic': topic(),
    'unknown-group': `99${faker.string.numeric(18)}@g.us`,
    'unknown-code': faker.string.alphanumeric(22),
    'unknown-private-code': faker.string.alphanumeric(16),
    // For names of an exact length: as long as its placeholder.
    n: faker.string.alphanumeric('{{n}}'.length),
  };
}
