import type { ControlSchema } from '../../../spec/index.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import type { Delivery, Phone } from '../../world/index.ts';

/** A delivery to the webhook of an account, without its payload. */
export function toDelivery(phone: Phone, delivery: Delivery): ControlSchema<'Delivery'> {
  const { id, sequence, event, createdAt, state, due, attempts, fault, reason } = delivery;
  return {
    id,
    sequence,
    phone,
    event,
    created_at: toTimestamp(createdAt),
    state,
    due_at: state === 'pending' ? toTimestamp(due) : null,
    attempts: attempts.map(({ at, ...outcome }) => ({ at: toTimestamp(at), ...outcome })),
    fault,
    reason,
  };
}

/** The same with its payload. */
export function toWholeDelivery(phone: Phone, delivery: Delivery): ControlSchema<'Delivery'> {
  return { ...toDelivery(phone, delivery), payload: JSON.parse(delivery.payload) };
}
