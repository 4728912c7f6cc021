import { styleText } from 'node:util';
import type { ControlExchange } from '../control/noted.ts';
import type { FailedDelivery } from '../delivery/failed-delivery.ts';
import type { Exchange } from '../journal/entry.ts';

/** What looks like a token in a path; a log is no place for it. */
const TOKENS = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** So much of the log waits to be read, in bytes. */
const MOST_UNREAD = 1024 * 1024;

/** Only a terminal shows colours, and only where nobody asked for none. */
const HAS_COLOURS = process.stdout.isTTY && process.stdout.hasColors() && !process.env.NO_COLOR;

type Colour = 'dim' | 'yellow' | 'red';

/** Prints a line for a request, and one for each row of its answer that failed. */
export function logExchange({ method, path, status, rule, fault, reply }: Exchange): void {
  print([method, path, status, rule, fault], colourOf(status));
  for (const { error, jid, phone_number } of failedRows(reply))
    print([' ', 'row', error, jid ?? phone_number], 'yellow');
}

/** Prints a line for a call of the control plane; one that moved the time of a world tells the time. */
export function logControl({ method, path, status, rule, reply }: ControlExchange): void {
  const hasMoved = status === 200 && method !== 'GET' && /\/clock$/.test(path);
  const { now } = hasMoved ? (JSON.parse(reply) as { now?: string }) : {};
  print(
    [method, path, status, rule, now === undefined ? undefined : `now ${now}`],
    colourOf(status) ?? 'dim',
  );
}

/** Prints a line for a delivery that did not arrive. */
export function logFailedDelivery({ event, phone, reason, attempts, isOver }: FailedDelivery): void {
  const next = isOver ? 'given up' : 'will be tried again';
  print(['webhook', event, 'to', phone, `attempt ${attempts}, ${next}:`, reason], 'red');
}

/** Lines that nobody reads are left out once they pile up. Control characters of a hostile path must not reach the terminal. */
function print(parts: readonly (string | number | undefined)[], colour?: Colour): void {
  if (process.stdout.writableLength >= MOST_UNREAD) return;
  const line = parts
    .filter((part) => part !== undefined)
    .join(' ')
    .replace(TOKENS, '<token>')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
  console.log(HAS_COLOURS && colour !== undefined ? styleText(colour, line) : line);
}

function colourOf(status: number): Colour | undefined {
  if (status >= 500 || status === 0) return 'red';
  return status >= 400 ? 'yellow' : undefined;
}

interface Row {
  error?: number;
  jid?: string;
  phone_number?: string;
}

/** The rows of an answer that could not be carried out. Few answers have one, so few are read. */
function failedRows(reply: Exchange['reply']): Row[] {
  if (typeof reply !== 'string' || !reply.includes('"participants"') || !/"error":-?\d/.test(reply))
    return [];
  try {
    const { participants, group, community } = JSON.parse(reply);
    const rows: Row[] = participants ?? group?.participants ?? community?.participants ?? [];
    return rows.filter(({ error }) => error !== undefined);
  } catch {
    // A fault has anything answered.
    return [];
  }
}
