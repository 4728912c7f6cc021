import type { LinkCode } from '../world/index.ts';

const INVITE_LINK = 'https://chat.whatsapp.com/';

/** The invite link of a code. */
export function toInviteLink(code: LinkCode): string {
  return INVITE_LINK + code;
}

/** The code of an invite link or of a bare code. What follows it, such as a query string, is ignored unless it has to be exact. */
export function toLinkCode(link: string, form?: 'any' | 'exact'): LinkCode {
  if (form === 'exact') return link.startsWith(INVITE_LINK) ? link.slice(INVITE_LINK.length) : link;
  return link.replace(/(?:https?:\/\/chat\.whatsapp\.com\/(?:invite\/)?)?([0-9A-Za-z]*).*/s, '$1');
}
