/** The operations that are loaded, of the peers too. */
export const LOADED = ['getGroup', 'addGroupParticipants', 'createGroup'] as const;
/** What is loaded: one of them, a group that has changed since it was read, or a group that is refused because it is not there. */
export type Loaded = (typeof LOADED)[number] | 'firstRead' | 'refusal';

/** The token of the account that everything is done with. */
export const TOKEN = '11111111-1111-4111-8111-111111111111';

/** What goes with every request. */
export const HEADERS = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

/** A group of ten: the caller and nine others. */
export const GROUP_OF_TEN = JSON.stringify({
  name: 'A group of ten',
  participants: Array.from({ length: 9 }, (_, index) => phoneOf(index)),
});

/** Those before it may be in groups already. */
export const FIRST_NEW = 1_000_000;

/** The number of the n-th person; every one is on WhatsApp and can be added. */
export function phoneOf(index: number): string {
  return String(5_521_000_000_000 + index);
}
