import type { Jid } from './group.ts';
import type { Phone } from './person.ts';

/** An invite for one person, made when their privacy forbids adding them. */
export interface PrivateInvite {
  /** Letters and digits. */
  readonly code: string;
  readonly group: Jid;
  readonly inviter: Phone;
  readonly invited: Phone;
  /** In milliseconds. */
  readonly expiresAt: number;
  readonly used: boolean;
}
