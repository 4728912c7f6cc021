import type { Exchange } from '../journal/entry.ts';

/** What looks like a token in a path; a log is no place for it. */
const TOKENS = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** So much of the log waits to be read, in bytes. */
const MOST_UNREAD = 1024 * 1024;

/** Prints a line for a request. Lines that nobody reads are left out once they pile up. */
export function logExchange(exchange: Exchange): void {
  if (process.stdout.writableLength < MOST_UNREAD) console.log(toLine(exchange));
}

/** Control characters of a hostile path must not reach the terminal. */
function toLine({ method, path, status, rule, fault }: Exchange): string {
  const line = [method, path, status, rule, fault].filter((part) => part !== undefined).join(' ');
  return line
    .replace(TOKENS, '<token>')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
}
