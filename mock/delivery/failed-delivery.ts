import type { Delivery, Device, Phone } from '../world/index.ts';

/** A delivery that did not arrive. */
export interface FailedDelivery {
  readonly event: string;
  /** The account whose webhook it was for. */
  readonly phone: Phone;
  /** What the receiver answered, or why it did not. */
  readonly reason: string;
  readonly attempts: number;
  /** Whether it is not tried again. */
  readonly isOver: boolean;
}

/** Tells of a delivery whose last attempt failed, or that was given up; of any other there is nothing to tell. */
export function tellFailure(
  tell: ((failure: FailedDelivery) => void) | undefined,
  { phone }: Device,
  delivery: Delivery,
): void {
  const { event, attempts, state } = delivery;
  const { status = null, error = null } = attempts.at(-1) ?? {};
  if (delivery.reason === null && status !== null && status >= 200 && status < 300) return;
  const reason = delivery.reason ?? error ?? `The receiver answered ${status}.`;
  tell?.({ event, phone, reason, attempts: attempts.length, isOver: state === 'failed' });
}
