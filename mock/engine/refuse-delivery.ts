import { TO_A_MOCK } from '../webhooks/marked.ts';
import { toTimestamp } from '../wire/timestamp.ts';
import { type RawCall, type RawReply, write } from './call.ts';

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
