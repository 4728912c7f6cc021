import type { Phone } from '../world/index.ts';
import {
  copyOf,
  type Kept,
  keepBytes,
  keepText,
  NO_BODY,
  type Unreadable,
  type Whose,
  withoutTokens,
} from './body.ts';
import { type Headers, keepHeaders, LONGEST_KEPT, lengthOf } from './headers.ts';

/** One request and its reply, as they went over the wire. */
export interface Exchange {
  /** Upper case. */
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Without the question mark; its values might be secret. */
  readonly query: string;
  /** The names of the parameters of the query. */
  readonly parameters: readonly string[];
  /** The status that was answered; 0 when the connection was dropped instead. */
  readonly status: number;
  /** The rule behind a refusal. */
  readonly rule: string | undefined;
  /** The faults that struck. */
  readonly fault: string | undefined;
  /** The stub that answered. */
  readonly stub: string | undefined;
  readonly operation: string | undefined;
  /** Whose token it carried; undefined when nobody has it. */
  readonly phone: Phone | undefined;
  /** On the clock of the world, in milliseconds. */
  readonly at: number;
  /** The sequence of the last happening before the call did anything, and of the last one that it brought. */
  readonly happenedBefore: number;
  readonly happenedUntil: number;
  /** Those of the request, as they came; they might be secret. */
  readonly headers: Headers;
  /** Those of the reply. */
  readonly replyHeaders: Headers;
  /** The body, or why there is none. */
  readonly request: Uint8Array | Unreadable;
  /** JSON text, unless a fault had something else sent. */
  readonly reply: string | Uint8Array;
}

/** An exchange as it is kept: bounded, and without tokens. */
export interface Entry extends Omit<Exchange, 'request' | 'reply'> {
  /** Counts up from 1. */
  readonly sequence: number;
  readonly request: Kept;
  /** Why there is no body although one was sent. */
  readonly unreadable: Unreadable | undefined;
  readonly reply: Kept;
  /** About how many bytes it takes. */
  readonly weight: number;
}

/** A longer path or query is kept by its start. */
const LONGEST_PATH = 1000;

const MOST_PARAMETERS = 20;
const LONGEST_PARAMETER = 100;

/** What is kept of an exchange. It is made for every call, so it costs as little as can be: a spread would cost half as much as all the rest. */
export function toEntry(sequence: number, exchange: Exchange, whose: Whose): Entry {
  const isUnreadable = typeof exchange.request === 'string';
  const path = withoutTokens(startOf(exchange.path), whose);
  // A slice of the target would keep the whole of it alive.
  const query = exchange.query === '' ? '' : copyOf(exchange.query, LONGEST_PATH);
  const length = lengthOf(exchange.headers);
  const replyLength = lengthOf(exchange.replyHeaders);
  const request = isUnreadable ? NO_BODY : keepBytes(exchange.request, whose);
  const reply =
    typeof exchange.reply === 'string' ? keepText(exchange.reply, whose) : keepBytes(exchange.reply, whose);
  return {
    sequence,
    method: exchange.method,
    path,
    query,
    parameters: keepParameters(exchange.parameters),
    status: exchange.status,
    rule: exchange.rule,
    fault: exchange.fault,
    stub: exchange.stub,
    operation: exchange.operation,
    phone: exchange.phone,
    at: exchange.at,
    happenedBefore: exchange.happenedBefore,
    happenedUntil: exchange.happenedUntil,
    headers: keepHeaders(exchange.headers, length),
    replyHeaders: keepHeaders(exchange.replyHeaders, replyLength),
    request,
    unreadable: isUnreadable ? exchange.request : undefined,
    reply,
    weight:
      500 +
      path.length +
      query.length +
      Math.min(length, LONGEST_KEPT) +
      Math.min(replyLength, LONGEST_KEPT) +
      request.text.length +
      2 * reply.text.length,
  };
}

function startOf(text: string): string {
  return text.length > LONGEST_PATH ? `${copyOf(text, LONGEST_PATH)}…` : text;
}

/** The first parameters of a query by the start of their names: a target may be a mebibyte of them. */
function keepParameters(names: readonly string[]): readonly string[] {
  if (names.length <= MOST_PARAMETERS && names.every(({ length }) => length <= LONGEST_PARAMETER))
    return names;
  return names.slice(0, MOST_PARAMETERS).map((name) => copyOf(name, LONGEST_PARAMETER));
}
