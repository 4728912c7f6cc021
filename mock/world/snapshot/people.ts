import { MOST_FINISHED, MOST_PENDING } from '../outbox.ts';
import type { Attempt, Delivery, Outbox } from '../state/delivery.ts';
import type { Device, Webhook } from '../state/device.ts';
import type { Person } from '../state/person.ts';
import {
  type Form,
  list,
  maybe,
  object,
  oneOf,
  orNull,
  plain,
  record,
  set,
  text,
  upTo,
  whole,
} from './form.ts';
import { anyText, count, flag, jid, lid, moment, phone, rowCode, uuid } from './values.ts';

/** Somebody. */
export const person: Form<Person> = object<Person>(
  {
    phone,
    lid,
    aliases: set(phone) as Form<ReadonlySet<string> | undefined>,
    name: upTo(100),
    phoneKnown: flag,
    onWhatsApp: flag,
    addableBy: oneOf('everyone', 'contacts', 'nobody'),
    contacts: set(phone),
    blocked: set(phone),
    alwaysRefused: maybe(rowCode),
  },
  ['aliases'],
);

/** What a device can be. */
export const deviceState = oneOf('connected', 'disconnected', 'logged_out', 'banned');

const eventName = text('the name of an event', /^(?=.{1,64}$)[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/);

const webhook: Form<Webhook> = object({
  id: uuid,
  url: upTo(2048),
  events: list(eventName, 100),
  enabled: flag,
  retryAttempts: whole(0, 10),
  timeout: whole(1, 120),
  secret: maybe(upTo(512)),
  headers: record(upTo(4096), anyText, 50),
  createdAt: moment,
  updatedAt: moment,
});

const attempt: Form<Attempt> = object({
  at: moment,
  status: orNull(whole(0, 999)),
  error: orNull(anyText),
  milliseconds: count,
});

const delivery = (...states: Delivery['state'][]): Form<Delivery> =>
  object<Delivery>({
    id: upTo(64),
    sequence: count,
    event: upTo(64),
    createdAt: moment,
    payload: plain('the text of a JSON object', isObject),
    state: oneOf(...states),
    due: moment,
    // Each one doubles the time until the next.
    attempts: list(attempt, 20),
    fault: orNull(anyText),
    copies: whole(0, 1),
    yields: flag,
    reason: orNull(anyText),
    revision: count,
  });

/** A device, and what its webhook is sent. */
export const device: Form<Device> = object({
  phone,
  id: uuid,
  state: deviceState,
  lastSeen: moment,
  groups: set(jid) as Form<Set<string>>,
  webhook: maybe(webhook),
  outbox: object<Outbox>({
    pending: list(delivery('pending'), MOST_PENDING),
    finished: list(delivery('delivered', 'failed', 'dropped'), MOST_FINISHED),
  }),
});

/** No deeper than any event is, so that it can be told again. */
function isObject(value: unknown): boolean {
  try {
    const read: unknown = JSON.parse(String(value));
    return typeof value === 'string' && typeof read === 'object' && !Array.isArray(read) && !isDeep(read, 16);
  } catch {
    return false;
  }
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeep(one, levels - 1));
}
