import type { ControlQuery, ControlSchema } from '../../../spec/index.ts';
import type { Drive } from './drive.ts';
import { mustKnow } from './error.ts';

/** A delivery to the webhook of an account, with its payload and every attempt. */
export type WebhookDelivery = ControlSchema<'Delivery'>;

/** Which deliveries are looked for: an event, or more of what a delivery can be. */
export type DeliveryQuery =
  | ControlSchema<'EventName'>
  | Omit<ControlQuery<'listDeliveries'>, 'settled_within'>;

/** What the webhooks of a world were sent. */
export interface MockWebhooks {
  /** Those that a receiver answered with a 2xx, in the order of making. */
  received(query?: DeliveryQuery): WebhookDelivery[];
  /** All of them, with every attempt: those that wait, that failed and that a fault dropped, too. */
  deliveries(query?: DeliveryQuery): WebhookDelivery[];
  /** Waits until nothing that is due is left to send. Rejects when that is not so within so many milliseconds (5000). */
  settled(options?: { timeout?: number }): Promise<void>;
}

/** The webhooks of a world by its name. */
export function createMockWebhooks(drive: Drive, world: string): MockWebhooks {
  const path = { world };
  const deliveries = (query?: DeliveryQuery) =>
    drive.now('listDeliveries', { path, query: toQuery(query) }).deliveries;
  return {
    deliveries,
    // One that comes twice arrived before it is over.
    received: (query) => deliveries(query).filter(({ attempts }) => attempts.some(isArrival)),
    async settled(options = {}) {
      mustKnow('settled', options, ['timeout']);
      const { timeout = 5000 } = options;
      const query = { settled_within: timeout / 1000 };
      const { settled, deliveries: all } = await drive.later('listDeliveries', { path, query });
      if (settled) return;
      const waiting = all.filter(({ state }) => state === 'pending');
      const names = waiting.slice(0, 5).map(({ event, phone, attempts }) => {
        const last = attempts.at(-1);
        const how = last === undefined ? 'not answered yet' : `last answered ${last.status ?? last.error}`;
        return `\n  ${event} to ${phone}: ${how}`;
      });
      throw new Error(
        `${waiting.length} deliveries are left to send after ${timeout} ms. Is the receiver up, and does it answer?${names.join('')}`,
      );
    },
  };
}

function isArrival({ status }: WebhookDelivery['attempts'][number]): boolean {
  return status !== null && status >= 200 && status < 300;
}

function toQuery(query: DeliveryQuery = {}): ControlQuery<'listDeliveries'> {
  return typeof query === 'string' ? { event: query } : query;
}
