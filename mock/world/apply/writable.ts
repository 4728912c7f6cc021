import type { Delivery, Outbox } from '../state/delivery.ts';
import type { Device } from '../state/device.ts';
import type { Group } from '../state/group.ts';
import type { GroupJid, Phone, PrivateCode } from '../state/id.ts';
import type { PrivateInvite } from '../state/invite.ts';
import type { Ledger } from '../state/ledger.ts';
import type { Person } from '../state/person.ts';
import type { World } from '../state/world.ts';

/** The state as those have it who write it. The laws of the house let nobody else import this. */
export type WritableWorld = Writable<
  Omit<World, 'people' | 'devices' | 'groups' | 'privateInvites' | 'counters'>
> & {
  people: Map<Phone, Person>;
  devices: Map<Phone, WritableDevice>;
  groups: Map<GroupJid, WritableGroup>;
  privateInvites: Map<PrivateCode, Writable<PrivateInvite>>;
  counters: Writable<World['counters']>;
};

/** A group of any kind. */
export type WritableGroup = Writable<Group>;

/** The device of an account. */
export type WritableDevice = Writable<Device>;

/** The deliveries of an account. */
export interface WritableOutbox {
  readonly pending: WritableDelivery[];
  readonly finished: WritableDelivery[];
}

/** A delivery. */
export type WritableDelivery = Writable<Delivery>;

type Writable<T> = T extends unknown ? { -readonly [Name in keyof T]: Own<T[Name]> } : never;

/** A ledger can be shared, see `note`. */
type Own<T> =
  T extends Ledger<unknown>
    ? T
    : T extends ReadonlyMap<infer Key, infer Value>
      ? Map<Key, Value>
      : T extends ReadonlySet<infer Value>
        ? Set<Value>
        : T extends Outbox
          ? WritableOutbox
          : T extends readonly (infer Value)[]
            ? Value[]
            : T;
