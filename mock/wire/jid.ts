import type { Person } from '../world/index.ts';

/** How others see a person: the user JID, or the LID when they do not know the number. */
export function toPersonJid({ jid, phoneKnown, lid }: Person): string {
  return (phoneKnown && jid) || lid;
}
