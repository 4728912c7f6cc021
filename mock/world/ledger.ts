import type { Phone } from './people.ts';

/**
 * What is noted of some people, in the order of noting. Most groups have noted nothing: they share one that is empty,
 * and `note` gives them their own, which makes a group a third smaller.
 */
export type Ledger<Entry> = ReadonlyMap<Phone, Entry> & Pick<Map<Phone, Entry>, 'delete' | 'clear'>;

/** The empty one that is shared. */
export const NOTHING_NOTED: Ledger<never> = new Map<Phone, never>();

/** The ledger with this entry for a person, in place of the one before. */
export function note<Entry>(ledger: Ledger<Entry>, phone: Phone, entry: Entry): Ledger<Entry> {
  const own = ledger === NOTHING_NOTED ? new Map<Phone, Entry>() : (ledger as Map<Phone, Entry>);
  return own.set(phone, entry);
}

/** A ledger with these entries. */
export function toLedger<Entry>(entries: readonly (readonly [Phone, Entry])[]): Ledger<Entry> {
  return entries.length === 0 ? NOTHING_NOTED : new Map(entries);
}
