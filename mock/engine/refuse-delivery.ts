import { TO_A_MOCK } from '../delivery/marked.ts';
import { Problem } from '../problem.ts';
import type { RawHead } from './call.ts';

/** Whether a request is the delivery of a mock, of this one or another. */
export function isDelivery({ headers }: RawHead): boolean {
  return headers['x-mock-delivery'] !== undefined;
}

/** What a mock says to a delivery instead of carrying it out: it could put a world back to its start, or cause the next delivery, and so on. */
export function refuseDelivery(): Problem {
  return new Problem(
    403,
    TO_A_MOCK,
    'This is the delivery of a mock to a webhook, and a mock carries none out. Set webhook_url to the receiver that is under test.',
  );
}
