import type { Operation } from '../../spec/index.ts';

/** What goes into a path parameter, by its name; the first is a good one. All others are hostile. */
export const GOOD_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  jid: ['{{group}}', '{{linked}}', '{{community}}', '{{announcement}}', '120363999999999999@g.us'],
  world: ['{{world}}'],
  phone: ['5511777777777', '5511999999999', '5500000000403'],
};

/** Operations at which nothing is aimed, by their path, and why. */
const SPARED: readonly { path: RegExp; why: string }[] = [
  { path: /\/stream$/, why: 'its answer never ends' },
];

/** Fields with a rule that no schema can say, by operation: what fits the schema may still be refused. */
export const BEYOND_SCHEMA: Readonly<Record<string, RegExp>> = {
  updateGroup: /^(topic|description) /,
};

/** Paths whose answers tell tokens, because that is what they are for. All others never do. */
export const TELLS_TOKENS = /^\/__mock(\/|$)/;

/** The operation that makes a throw-away world for `{{world}}`, where a document has it. */
export const WORLD_MAKER = { method: 'POST', path: '/__mock/worlds' };

/** Whether an operation may be aimed at. */
export function isFairGame({ path }: Operation): boolean {
  return !SPARED.some((one) => one.path.test(path));
}
