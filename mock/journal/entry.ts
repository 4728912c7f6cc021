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

/** One request and its reply, as they went over the wire. */
export interface Exchange {
  /** Upper case. */
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** The names of the parameters of the query; their values might be secret. */
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
}

/** A longer path is kept by its start. */
const LONGEST_PATH = 1000;

const MOST_PARAMETERS = 20;
const LONGEST_PARAMETER = 100;

/** What is kept of an exchange. It is made for every call, so it costs as little as can be. */
export function toEntry(sequence: number, exchange: Exchange, whose: Whose): Entry {
  const { method, path, parameters, status, rule, fault, stub, operation, phone, at, request, reply } =
    exchange;
  const isUnreadable = typeof request === 'string';
  return {
    sequence,
    method,
    path: withoutTokens(path.length > LONGEST_PATH ? `${copyOf(path, LONGEST_PATH)}…` : path, whose),
    parameters: keepParameters(parameters),
    status,
    rule,
    fault,
    stub,
    operation,
    phone,
    at,
    request: isUnreadable ? NO_BODY : keepBytes(request, whose),
    unreadable: isUnreadable ? request : undefined,
    reply: typeof reply === 'string' ? keepText(reply, whose) : keepBytes(reply, whose),
  };
}

/** About how many bytes an entry takes. */
export function weightOf({ path, request, reply }: Entry): number {
  return 500 + path.length + request.text.length + 2 * reply.text.length;
}

/** The first parameters of a query by the start of their names: a target may be a mebibyte of them. */
function keepParameters(names: readonly string[]): readonly string[] {
  if (names.length <= MOST_PARAMETERS && names.every(({ length }) => length <= LONGEST_PARAMETER))
    return names;
  return names.slice(0, MOST_PARAMETERS).map((name) => copyOf(name, LONGEST_PARAMETER));
}
