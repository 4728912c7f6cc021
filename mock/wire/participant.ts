import type { Role } from '../../spec/facts/index.ts';
import type { Schema } from '../../spec/index.ts';
import { type Person, type Row, toUserJid } from '../world/index.ts';
import { type Sight, toPersonJid } from './jid.ts';
import { toTimestamp } from './timestamp.ts';

/** A person in a group, or one who is in none of it. */
export function toParticipant(person: Person, role: Role | undefined, sight: Sight): Schema<'Participant'> {
  return {
    jid: toPersonJid(person, sight),
    phone_number: sight.showsNumber(person) ? toUserJid(person.phone) : '',
    is_admin: role === 'admin' || role === 'creator',
    is_super_admin: role === 'creator',
    lid: person.lid,
  };
}

/** What became of one participant of a request. */
export function toRow({ person, role, error, addRequest }: Row, sight: Sight): Schema<'Participant'> {
  const participant = toParticipant(person, role, sight);
  if (error !== undefined) participant.error = error;
  if (addRequest !== undefined) {
    participant.add_request = { code: addRequest.code, expires_at: toTimestamp(addRequest.expiresAt) };
  }
  return participant;
}
