import { type ControlSchema, isNestedTooDeep } from '../../../spec/index.ts';
import { type Kept, textOf, type Whose, withoutTokens } from '../../journal/body.ts';
import type { Entry } from '../../journal/entry.ts';
import { tellHeaders, tellQuery } from '../../journal/headers.ts';
import { toTimestamp } from '../../wire/timestamp.ts';

/** A call of the journal. Bodies are read only now; a token that was written in escapes goes here at the latest. */
export function toJournalCall(entry: Entry, whose: Whose): ControlSchema<'JournalCall'> {
  const { sequence, at, method, path, query, operation, phone, status, rule, fault, stub } = entry;
  const { happenedBefore, happenedUntil } = entry;
  const call: ControlSchema<'JournalCall'> = {
    sequence,
    at: toTimestamp(at),
    method,
    path: withoutTokens(path, whose),
    query: tellQuery(query, whose),
    operation: operation ?? null,
    phone: phone ?? null,
    status,
    rule: rule ?? null,
    fault: fault ?? null,
    stub: stub ?? null,
    events: Array.from({ length: happenedUntil - happenedBefore }, (_, index) => happenedBefore + index + 1),
    request: { headers: tellHeaders(entry.headers, phone, whose), ...toBody(entry.request, whose) },
    reply: { headers: tellHeaders(entry.replyHeaders, phone, whose), ...toBody(entry.reply, whose) },
  };
  if (entry.unreadable !== undefined) call.request.unreadable = entry.unreadable;
  return call;
}

function toBody(kept: Kept, whose: Whose): Omit<ControlSchema<'JournalBody'>, 'headers'> {
  return { body: clean(read(kept), whose), bytes: kept.bytes, cut: kept.isCut };
}

function read(kept: Kept): unknown {
  if (kept.bytes === 0) return null;
  const text = textOf(kept);
  // Whatever takes a value apart recurses: what is nested deeper than any request may be stays a text.
  if (kept.isCut || isNestedTooDeep(Buffer.from(text))) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function clean(value: unknown, whose: Whose): unknown {
  if (typeof value === 'string') return withoutTokens(value, whose).toWellFormed();
  if (Array.isArray(value)) return value.map((one) => clean(one, whose));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      withoutTokens(name, whose).toWellFormed(),
      clean(one, whose),
    ]),
  );
}
