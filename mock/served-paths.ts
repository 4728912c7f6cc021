import { CONTROL_PATH } from './control/plane.ts';
import type { RawHead } from './engine/call.ts';
import { isPage } from './pages/pages.ts';

/** Whether the mock serves something of its own at a path: a page, or the control plane. */
export function isElsewhere(path: string): boolean {
  return isPage(path) || CONTROL_PATH.test(path);
}

/** What such paths go on with after their first slash, but for the console. */
const FIRST_LETTERS = '_doh?#';

/** Whether a call can be for nothing but the API. Every call is asked, so its path is not cut out for this. */
export function isOfApi({ target }: Pick<RawHead, 'target'>): boolean {
  if (target.startsWith('/con')) return false;
  return target.startsWith('/') && !FIRST_LETTERS.includes(target.charAt(1));
}
