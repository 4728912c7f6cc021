import type { Person, Phone } from '../world/index.ts';

/** The user JID of a phone number; empty when there is no number. */
export function toUserJid(phone: Phone): string {
  return phone === '' ? '' : `${phone}@s.whatsapp.net`;
}

/** How others see a person: the user JID, or the LID when they do not know the number. */
export function toPersonJid({ phone, phoneKnown, lid }: Person): string {
  return (phoneKnown && toUserJid(phone)) || lid;
}
