import type { Phone } from '../world/index.ts';

/** The user JID of a phone number; empty when there is no number. */
export function toUserJid(phone: Phone): string {
  return phone === '' ? '' : `${phone}@s.whatsapp.net`;
}
