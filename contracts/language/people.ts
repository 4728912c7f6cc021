import type { Pattern, Template } from './case.ts';

/** People as patterns: the rows of participants that a case expects. */

/** A plain member. */
export function member(jid: Template): Pattern {
  return { jid, is_admin: false, is_super_admin: false };
}

/** An admin who is not the creator. */
export function admin(jid: Template): Pattern {
  return { jid, is_admin: true, is_super_admin: false };
}

/** The creator, who is admin and super admin. */
export function creator(jid: Template): Pattern {
  return { jid, is_admin: true, is_super_admin: true };
}

/** A row that was not carried out, with WhatsApp's code. */
export function failed(jid: Template, error: number): Pattern {
  return { jid, error };
}

/** A row that was carried out. */
export function done(person: Pattern): Pattern {
  return { $all: [person, { error: { $absent: true }, add_request: { $absent: true } }] };
}

/** A list of participants with all of these in it. */
export function including(...people: Pattern[]): Pattern {
  return { $all: people.map((one) => ({ $contains: one })) };
}

/** A list of participants in which none of these JIDs is. */
export function without(...jids: Template[]): Pattern {
  return { $all: jids.map((jid) => ({ $lacks: { jid } })) };
}
