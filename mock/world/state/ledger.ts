import type { Phone } from './id.ts';

/** Only a type: by it `Ledger` is told from other maps. */
declare const LEDGER: unique symbol;

/**
 * What is noted of some people, in the order of noting. Most groups have noted nothing: they share one that is empty,
 * and who is noted first gives them their own, which makes a group a third smaller.
 */
export interface Ledger<Entry> extends ReadonlyMap<Phone, Entry> {
  readonly [LEDGER]: true;
}

/** The empty one that is shared. */
export const NOTHING_NOTED = new Map<Phone, never>() as ReadonlyMap<Phone, never> as Ledger<never>;

/** A ledger with these entries. */
export function toLedger<Entry>(entries: readonly (readonly [Phone, Entry])[]): Ledger<Entry> {
  return entries.length === 0
    ? NOTHING_NOTED
    : (new Map(entries) as ReadonlyMap<Phone, Entry> as Ledger<Entry>);
}
