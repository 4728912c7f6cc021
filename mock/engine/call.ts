import type { Operation } from '../../spec/index.ts';
import type { World } from '../world/index.ts';
import type { Unreadable } from './read-body.ts';

/** One HTTP request, as an adapter hands it over. */
export interface RawCall {
  /** Upper case. */
  method: string;
  /** Path and query as they came, percent-encoded. */
  target: string;
  /** By lower-case name. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array | Unreadable;
}

/** One HTTP answer, ready to be sent. */
export interface RawReply {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** JSON text. */
  body: string;
}

/** One answer before it is written out. */
export interface Reply {
  status: number;
  body: unknown;
  /** The rule behind a refusal. */
  rule?: string;
  headers?: Readonly<Record<string, string>>;
}

/** What is known about a request so far. */
export interface Course {
  readonly call: RawCall;
  /** Percent-encoded, without the query, which might hold a secret. */
  readonly path: string;
  /** The caller's, once they are known. */
  world: World;
  operation: Operation | undefined;
}

/** What happened in one request, for whoever looks on. */
export interface Exchange {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  status: number;
  rule: string | undefined;
  operation: string | undefined;
}

/** The path of a request target, which may also be a whole URL. */
export function pathOf({ target }: RawCall): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}

/** The first value of a header. */
export function headerOf({ headers }: RawCall, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
