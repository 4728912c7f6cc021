import type { Rulings } from '../../../spec/facts/index.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { Appointment } from './act.ts';
import type { Device } from './device.ts';
import type { Happening, News } from './domain-event.ts';
import type { Group } from './group.ts';
import type { GroupJid, Lid, LinkCode, Phone, PrivateCode } from './id.ts';
import type { PrivateInvite } from './invite.ts';
import type { Person } from './person.ts';

/**
 * One WhatsApp: people, the devices of some of them, groups and communities. State only, and only to read: the rules
 * decide over it, and `apply/` alone writes it.
 */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rulings: Rulings;
  /** Everybody who was met so far; see `meet`. */
  readonly people: ReadonlyMap<Phone, Person>;
  /** Whose LID it is, for those who were met. */
  readonly lids: ReadonlyMap<Lid, Phone>;
  /** Whose number it is as well, where that was said; what is spelled otherwise is not here. */
  readonly aliases: ReadonlyMap<Phone, Phone>;
  readonly devices: ReadonlyMap<Phone, Device>;
  readonly groups: ReadonlyMap<GroupJid, Group>;
  /** How many members all groups have together. */
  readonly memberships: number;
  /** The group of each invite code that was ever given out; dead codes stay. */
  readonly inviteCodes: ReadonlyMap<LinkCode, GroupJid>;
  /** The groups of a scenario or a world file, by the names that it has for them. */
  readonly names: ReadonlyMap<string, GroupJid>;
  readonly privateInvites: ReadonlyMap<PrivateCode, PrivateInvite>;
  /** What happened last. */
  readonly happenings: readonly Happening[];
  /** What webhooks are yet to be told of; emptied after each request. */
  readonly outgoing: readonly News[];
  /** What people will do, the soonest first. */
  readonly agenda: readonly Appointment[];
  /** Counts up with every change, and with whatever may change the world: what was read before may be old by then. */
  readonly revision: number;
  /** Counts up with what changes how people are shown: their numbers and their traits. */
  readonly peopleRevision: number;
  /** Who is told what is going to change. */
  readonly watcher: Watcher | undefined;
  readonly counters: {
    readonly happenings: number;
    readonly pictureId: number;
    readonly appointments: number;
    /** How many deliveries were made. */
    readonly deliveries: number;
    /** How often a delivery changed. */
    readonly revisions: number;
  };
}

/** Is told of a world, or of a group, before it changes. */
export interface Watcher {
  beforeChange(): void;
  beforeGroup(group: Group): void;
}

/** An empty WhatsApp. */
export function createWorld({ clock, ids, rulings }: Pick<World, 'clock' | 'ids' | 'rulings'>): World {
  return {
    clock,
    ids,
    rulings,
    people: new Map(),
    lids: new Map(),
    aliases: new Map(),
    devices: new Map(),
    groups: new Map(),
    memberships: 0,
    names: new Map(),
    inviteCodes: new Map(),
    privateInvites: new Map(),
    happenings: [],
    outgoing: [],
    agenda: [],
    revision: 0,
    peopleRevision: 0,
    watcher: undefined,
    counters: { happenings: 0, pictureId: 0, appointments: 0, deliveries: 0, revisions: 0 },
  };
}
