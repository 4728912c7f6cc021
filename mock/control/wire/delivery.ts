import type { ControlSchema } from '../../../spec/index.ts';
import { sign } from '../../delivery/sign.ts';
import { toTimestamp } from '../../wire/timestamp.ts';
import type { Delivery, Device, Phone, World } from '../../world/index.ts';

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

/** The same with its payload, and its signature with the secret of the webhook. */
export function toWholeDelivery(
  { rulings }: World,
  { phone, webhook }: Device,
  delivery: Delivery,
): ControlSchema<'Delivery'> {
  const { signature = null } = sign(delivery.payload, webhook?.secret, rulings);
  return { ...toDelivery(phone, delivery), payload: JSON.parse(delivery.payload), signature };
}
