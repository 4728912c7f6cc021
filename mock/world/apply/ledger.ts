import type { Phone } from '../state/id.ts';
import { type Ledger, NOTHING_NOTED } from '../state/ledger.ts';

/** The ledger with this entry for a person, in place of the one before. */
export function note<Entry>(ledger: Ledger<Entry>, phone: Phone, entry: Entry): Ledger<Entry> {
  const own = ledger === NOTHING_NOTED ? new Map<Phone, Entry>() : toMap(ledger);
  return own.set(phone, entry) as ReadonlyMap<Phone, Entry> as Ledger<Entry>;
}

/** Strikes the entry of a person. */
export function strike(ledger: Ledger<unknown>, phone: Phone): void {
  if (ledger.size > 0) toMap(ledger).delete(phone);
}

function toMap<Entry>(ledger: Ledger<Entry>): Map<Phone, Entry> {
  return ledger as ReadonlyMap<Phone, Entry> as Map<Phone, Entry>;
}
