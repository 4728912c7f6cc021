import type { GroupJid, Phone, PrivateCode } from './id.ts';

/** An invite for one person, made when their privacy forbids adding them. */
export interface PrivateInvite {
  readonly code: PrivateCode;
  readonly group: GroupJid;
  readonly inviter: Phone;
  readonly invited: Phone;
  /** In milliseconds. */
  readonly expiresAt: number;
  readonly used: boolean;
}
