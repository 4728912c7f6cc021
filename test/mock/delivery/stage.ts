import { expect } from 'vitest';
import { createApp, createMock, type Mock, type MockOptions } from '../../../mock/index.ts';
import type { EventBody } from '../../../mock/wire/event.ts';
import type { ControlSchema } from '../../../spec/index.ts';
import { type Client, clientOf, type Who } from '../client.ts';
import type { Receiver } from './receiver.ts';

type Delivery = ControlSchema<'Delivery'>;
type Event = ControlSchema<'Event'>;

/** A mock whose accounts have webhooks; its clock stands still. */
export interface Stage extends Client {
  mock: Mock;
  /** Sends the events of an account to a receiver. */
  subscribe(who: Who, receiver: Pick<Receiver, 'url'>, more?: object): Promise<void>;
  /** Lets somebody do something on the phone. */
  act(phone: string, act: ControlSchema<'Act'>): Promise<string>;
  /** Moves the clock on by so many seconds. */
  advance(seconds: number): Promise<void>;
  /** The deliveries, when nothing that is due is left to send. */
  deliveries(query?: string): Promise<Delivery[]>;
  events(query?: string): Promise<Event[]>;
  control<Body = Record<string, never>>(
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Body }>;
}

/** Every event that there is. */
export const ALL = [
  'group.info',
  'group.joined',
  'device.connected',
  'device.disconnected',
  'device.logged_out',
];

/** A new stage. */
export async function createStage(options: MockOptions = {}): Promise<Stage> {
  const mock = createMock({ seed: 1, ...options });
  const client = await clientOf(createApp(mock));
  const control: Stage['control'] = async (method, path, body) => {
    const request = {
      method,
      path: `/__mock/worlds/default${path}`,
      ...(body === undefined ? {} : { body }),
    };
    const { status, body: got } = await client.send(request);
    return { status, body: got as never };
  };
  return {
    ...client,
    mock,
    control,
    async subscribe(who, { url }, more = {}) {
      const wanted = { webhook_url: url, enabled_events: ALL, secret: 's3cret', ...more };
      expect(await client.as(who).post('/webhook', wanted)).toMatchObject({ status: 200 });
    },
    async act(phone, act) {
      const { status, body } = await control<{ group: { jid: string } | null }>(
        'POST',
        `/people/${phone}/act`,
        act,
      );
      expect(status, JSON.stringify(body)).toBe(200);
      return body.group?.jid ?? '';
    },
    async advance(advance_seconds) {
      expect(await control('PATCH', '/clock', { advance_seconds })).toMatchObject({ status: 200 });
    },
    async deliveries(query = '') {
      const path = `/deliveries?settled_within=10${query}`;
      const { status, body } = await control<{ deliveries: Delivery[]; settled: boolean }>('GET', path);
      expect({ status, settled: body.settled }, JSON.stringify(body)).toEqual({ status: 200, settled: true });
      return body.deliveries;
    },
    async events(query = '') {
      const { status, body } = await control<{ events: Event[] }>('GET', `/events${query}`);
      expect(status, JSON.stringify(body)).toBe(200);
      return body.events;
    },
  };
}

/** What a receiver was told, without what is the same in every envelope. */
export function news({ received }: Receiver): Pick<EventBody, 'event' | 'data'>[] {
  return received.map(({ body: { event, data } }) => ({ event, data }) as Pick<EventBody, 'event' | 'data'>);
}
