import type { Exchange } from '../../../mock/journal/entry.ts';
import { createJournal, type Journal } from '../../../mock/journal/journal.ts';

export const FIRST = '5511999999999';
export const SECOND = '5511888888888';
export const GROUP = '120363039000000000@g.us';

const TOKEN = '11111111-1111-4111-8111-111111111111';

/** The one token that somebody has is that of FIRST. */
export function whose(token: string): string | undefined {
  return token.toLowerCase() === TOKEN ? FIRST : undefined;
}

/** What is noted, with only what a test is about; a body is given as JSON or as its bytes. */
export interface Wanted extends Partial<Omit<Exchange, 'request' | 'reply'>> {
  body?: unknown;
  reply?: unknown;
}

export function exchange({ body, reply, ...wanted }: Wanted = {}): Exchange {
  return {
    method: 'GET',
    path: '/groups',
    query: '',
    parameters: [],
    headers: {},
    replyHeaders: {},
    status: 200,
    rule: undefined,
    fault: undefined,
    stub: undefined,
    operation: 'listGroups',
    phone: FIRST,
    at: 0,
    happenedBefore: 0,
    happenedUntil: 0,
    request: body instanceof Uint8Array ? body : toBytes(body),
    reply: typeof reply === 'string' ? reply : JSON.stringify(reply ?? { success: true }),
    ...wanted,
  };
}

/** A journal in which these were noted. */
export function journalOf(...wanted: Wanted[]): Journal {
  const journal = createJournal();
  for (const one of wanted) journal.note(exchange(one), whose);
  return journal;
}

function toBytes(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array();
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}
