import type { Phone } from '../world/index.ts';

/** One request and its reply, as they went over the wire. */
export interface Exchange {
  /** Upper case. */
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** The status that was answered; 0 when the connection was dropped instead. */
  readonly status: number;
  /** The rule behind a refusal, or the fault that struck. */
  readonly rule: string | undefined;
  readonly operation: string | undefined;
  /** Whose token it carried; undefined when nobody has it. */
  readonly phone: Phone | undefined;
  /** On the clock of the world, in milliseconds. */
  readonly at: number;
  readonly request: { readonly contentType: string | undefined; readonly body: Uint8Array | string };
  /** JSON text. */
  readonly reply: string;
}

/** The last requests and replies of one world. */
export interface Journal {
  note(exchange: Exchange): void;
}

/** An empty journal. */
export function createJournal(): Journal {
  return { note: () => {} };
}
