import { type RawCall, type RawReply, write } from '../engine/call.ts';
import { toTimestamp } from '../wire/timestamp.ts';

/** The header that every delivery of a mock has, whatever headers its webhook wants. */
export const MARK = 'X-Mock-Delivery';

/** The rule by which a mock refuses a delivery. */
export const TO_A_MOCK = 'delivery-to-a-mock';

/** Whether a request is the delivery of a mock, of this one or another. */
export function isDelivery({ headers }: Pick<RawCall, 'headers'>): boolean {
  return headers['x-mock-delivery'] !== undefined;
}

/** What a mock answers to a delivery instead of carrying it out: it could put a world back to its start, or cause the next delivery, and so on. */
export function refuseDelivery(now: number): RawReply {
  const body = {
    success: false,
    error:
      'This is the delivery of a mock to a webhook, and a mock carries none out. Set webhook_url to the receiver that is under test.',
    error_code: 'FORBIDDEN',
    rule: TO_A_MOCK,
    timestamp: toTimestamp(now),
  };
  return write({ status: 403, body, rule: TO_A_MOCK });
}
