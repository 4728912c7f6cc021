import type { Operation } from '../../spec/index.ts';
import type { InjectedFault } from '../faults/strike.ts';
import type { Unreadable } from '../journal/body.ts';
import type { Account } from '../tenants/account.ts';
import type { Tenant } from '../tenants/tenant.ts';

/** One HTTP request, as an adapter hands it over. */
export interface RawCall {
  /** Upper case. */
  method: string;
  /** Path and query as they came, percent-encoded. */
  target: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array | Unreadable;
  /** What it came over; absent for a call within the process. */
  wire?: Wire | undefined;
  /** Has something done when the other side is gone; it may be done after the answer, too. */
  onGone?: ((act: () => void) => void) | undefined;
}

/** A request before its body. */
export type RawHead = Omit<RawCall, 'body'>;

/** What of a request of `node:http` tells who sent it. */
export interface Wire {
  readonly rawHeaders: readonly string[];
  readonly socket: {
    readonly remoteAddress?: string | undefined;
    /** Whether it is a connection over TLS. */
    readonly encrypted?: boolean;
    /** The server that accepted it; its address is a path where it listens on a UNIX socket. */
    readonly server?: { address(): unknown } | undefined;
  };
}

/** One HTTP answer, ready to be sent. */
export interface RawReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** JSON text, unless a fault has another one sent. */
  body: string;
  /** What a fault has sent instead of the body. */
  bytes?: Uint8Array | undefined;
  /** How late it is sent, in milliseconds. */
  delay?: number | undefined;
  /** Within how many milliseconds its bytes are sent, bit by bit. */
  bytesOver?: number | undefined;
  /** The connection ends instead of the answer, or within it. */
  cut?: 'dropped' | 'truncated' | undefined;
  /** Whether the connection then ends by a reset. */
  isReset?: boolean | undefined;
}

/** An answer that goes on until one side ends it. */
export interface StreamReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Starts to write, and returns what to do when the other side is gone. */
  body: (reader: StreamReader) => () => void;
}

/** Who reads a stream. */
export interface StreamReader {
  write(text: string): void;
  end(): void;
  /** Ends the stream, and tells that the mock itself is at fault. */
  fail(error: unknown): void;
}

/** Whether an answer goes on. */
export function isStream(reply: { body: unknown }): reply is StreamReply {
  return typeof reply.body === 'function';
}

/** Whatever a mock answers, now or later. */
export type Outcome = RawReply | StreamReply | Promise<RawReply | StreamReply>;

/** One answer before it is written out. */
export interface Reply {
  status: number;
  body: unknown;
  /** The rule behind a refusal. */
  rule?: string;
  headers?: Readonly<Record<string, string>>;
}

/** What is known about a request so far. */
export interface RequestContext {
  readonly call: RawCall;
  /** Percent-encoded, without the query, which might hold a secret. */
  readonly path: string;
  /** Whose token it carries; undefined when nobody has it. */
  readonly account: Account | undefined;
  /** The caller's world; the default one when the caller is unknown. */
  readonly tenant: Tenant;
  operation: Operation | undefined;
  /** How much had happened in the world before the call did anything. */
  happenedBefore: number;
  injected: InjectedFault | undefined;
}

/** The path of a request target, which may also be a whole URL. */
export function pathOf({ target }: RawHead): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const end = path.search(/[?#]/);
  const found = end === -1 ? path : path.slice(0, end);
  // A slice would keep a target of up to a mebibyte alive for as long as the path is remembered.
  return found.length === target.length ? target : Buffer.from(found, 'latin1').toString('latin1');
}

/** The query of a request target, without its question mark. */
export function queryTextOf({ target }: RawHead): string {
  const start = target.indexOf('?');
  return start === -1 ? '' : target.slice(start + 1).replace(/#.*$/s, '');
}

/** The query of a request target by name; of several values the last one counts. */
export function queryOf(call: RawHead): Record<string, string> {
  const text = queryTextOf(call);
  return text === '' ? {} : Object.fromEntries(new URLSearchParams(text));
}

/** The names of the parameters of a request target's query. */
export function parametersOf(call: RawCall): readonly string[] {
  return call.target.includes('?') ? Object.keys(queryOf(call)) : NO_PARAMETERS;
}

const NO_PARAMETERS: readonly string[] = [];

/** The first value of a header. */
export function headerOf({ headers }: RawHead, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** An answer with one of these has no body by definition. */
export const WITHOUT_BODY: readonly number[] = [204, 205, 304];

const JSON_HEADERS = { 'Content-Type': 'application/json; charset=utf-8' };

/** An answer as it goes out, with the text of its body. */
export function write({ status, body, rule, headers }: Reply, text: string = JSON.stringify(body)): RawReply {
  if (headers === undefined)
    return { status, headers: rule === undefined ? JSON_HEADERS : headersOf(rule), body: text };
  const ruleHeader = rule === undefined ? {} : { 'X-Mock-Rule': rule };
  return { status, headers: { ...JSON_HEADERS, ...headers, ...ruleHeader }, body: text };
}

/** There are as many as the mock has rules; each is put together once. */
const HEADERS_OF_RULES = new Map<string, RawReply['headers']>();

function headersOf(rule: string): RawReply['headers'] {
  const known = HEADERS_OF_RULES.get(rule) ?? { ...JSON_HEADERS, 'X-Mock-Rule': rule };
  HEADERS_OF_RULES.set(rule, known);
  return known;
}
