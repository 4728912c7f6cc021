import type { RowCode } from '../../spec/facts/index.ts';
import type { Phone } from '../world/index.ts';

/** What a fault does and to which calls or deliveries, as plain JSON. Times in milliseconds. */
export interface Script {
  /** Every operation unless given. */
  readonly operation?: string;
  /** Every account unless given. */
  readonly phone?: Phone;
  /** Lets so many pass first. */
  readonly after: number;
  /** Strikes so often; null for always. */
  readonly times: number | null;
  readonly probability?: number;
  /** Strikes what each account does beyond so many calls in a window. */
  readonly perWindow?: { readonly calls: number; readonly length: number };
  readonly answer?: FaultAnswer;
  readonly delay?: number | readonly [number, number];
  readonly cut?: Cut;
  readonly rows?: readonly { readonly phone: Phone; readonly code: RowCode }[];
  readonly delivery?: DeliveryFate;
  /** Every event unless given. */
  readonly event?: string;
}

/** Answered instead of carrying the call out. */
export interface FaultAnswer {
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The connection ends without an answer, before or after the call was carried out, or within the answer. */
export type Cut = 'before' | 'after' | 'within';

/** What becomes of a webhook delivery. */
export type DeliveryFate = 'duplicate' | 'reorder' | 'drop' | { readonly delay: number };

/** A script, and what became of it so far: plain JSON as well. */
export interface Fault {
  readonly id: string;
  readonly script: Script;
  /** Calls or deliveries that were such as it is for. */
  seen: number;
  /** How many of them it struck. */
  fired: number;
  /** From here chance goes on. */
  chance: number;
  /** The window of each account that was seen. */
  readonly windows: Record<Phone, { start: number; calls: number }>;
}

/** How many calls or deliveries it is still going to strike; null for no limit. */
export function leftOf({ script: { times }, fired }: Fault): number | null {
  return times === null ? null : times - fired;
}

/** Whether it has strikes left over, or no limit and has never struck. */
export function isUnfired(fault: Fault): boolean {
  const left = leftOf(fault);
  return left === null ? fault.fired === 0 : left > 0;
}
