import type { RowCode } from '../../spec/facts/index.ts';
import type { Schema } from '../../spec/index.ts';
import type { Pattern } from './patterns.ts';

/** People as patterns: the rows of participants that a case expects. */

/** Somebody in a list of participants, or what became of them in a change. */
export type Row = Pattern<Schema<'Participant'>>;

/** A list of participants. */
export type Rows = Pattern<Schema<'Participant'>[]>;

/** A plain member. */
export function member(jid: string) {
  return { jid, is_admin: false, is_super_admin: false } satisfies Row;
}

/** An admin who is not the creator. */
export function admin(jid: string) {
  return { jid, is_admin: true, is_super_admin: false } satisfies Row;
}

/** The creator, who is admin and super admin. */
export function creator(jid: string) {
  return { jid, is_admin: true, is_super_admin: true } satisfies Row;
}

/** A row that was not carried out, with WhatsApp's code. */
export function failed(jid: string, error: RowCode) {
  return { jid, error } satisfies Row;
}

/** WhatsApp's code of a row that was not carried out. */
export type { RowCode };

/** A row that was carried out. */
export function done(person: Row): Row {
  return { $all: [person, { error: { $absent: true }, add_request: { $absent: true } }] };
}

/** A list of participants with all of these in it. */
export function including(...people: Row[]): Rows {
  return { $all: people.map((one) => ({ $contains: one })) };
}

/** A list of participants in which none of these JIDs is. */
export function without(...jids: string[]): Rows {
  return { $all: jids.map((jid) => ({ $lacks: { jid } })) };
}
