/** `dropped` is what a fault made of it: counted as sent, and never sent. */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'dropped';

/** One event on its way to the webhook of an account. Plain JSON: it can be saved and go on elsewhere. */
export interface Delivery {
  readonly id: string;
  /** Counts up from 1 within a world. */
  readonly sequence: number;
  readonly event: string;
  /** In milliseconds, as all times here. */
  readonly createdAt: number;
  /** The JSON text of the envelope, without its signature. */
  readonly payload: string;
  readonly state: DeliveryState;
  /** When the next attempt is due. */
  readonly due: number;
  readonly attempts: readonly Attempt[];
  /** The fault that struck it. */
  readonly fault: string | null;
  /** How often it is sent again after it arrived. */
  readonly copies: number;
  /** Whether the next one of the queue goes first. */
  readonly yields: boolean;
  /** Why it was given up without an attempt. */
  readonly reason: string | null;
  /** Its place among all changes of deliveries in the world. */
  readonly revision: number;
}

/** One time that it was sent. */
export interface Attempt {
  /** When it was due. */
  readonly at: number;
  /** What the receiver answered; null when it did not. */
  readonly status: number | null;
  /** Why there was no answer. */
  readonly error: string | null;
  /** How long it took, on the clock of the machine. */
  readonly milliseconds: number;
}

/** The deliveries of an account: those to be made, in order, and the last ones that are over. */
export interface Outbox {
  readonly pending: readonly Delivery[];
  readonly finished: readonly Delivery[];
}
