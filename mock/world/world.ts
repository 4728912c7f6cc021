import type { RowCode, Rulings } from '../../spec/facts/index.ts';
import type { Appointment } from './agenda.ts';
import type { Clock } from './clock.ts';
import type { Device } from './devices.ts';
import type { Happening, News } from './events.ts';
import type { Group, Jid } from './groups.ts';
import type { Ids } from './ids.ts';
import type { PrivateInvite } from './invites.ts';
import type { Person, Phone } from './people.ts';

/** One WhatsApp: people, the devices of some of them, groups and communities. State only; the rules are functions over it. */
export interface World {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rulings: Rulings;
  /** Everybody who was met so far; see `findPerson`. */
  readonly people: Map<Phone, Person>;
  /** Whose LID it is, for those who were met. */
  readonly lids: Map<string, Phone>;
  readonly devices: Map<Phone, Device>;
  readonly groups: Map<Jid, Group>;
  /** The group of each invite code that was ever given out; dead codes stay. */
  readonly inviteCodes: Map<string, Jid>;
  /** The groups of a scenario or a world file, by the names that it has for them. */
  readonly names: Map<string, Jid>;
  readonly privateInvites: Map<string, PrivateInvite>;
  /** What happened last; see `record`. */
  readonly happenings: Happening[];
  /** What webhooks are yet to be told of; emptied after each request. */
  readonly outgoing: News[];
  /** What people will do, the soonest first; see `schedule`. */
  readonly agenda: Appointment[];
  /** Participants whose row fails in the request of this moment, whatever the rules say. */
  scriptedRows: ReadonlyMap<Phone, RowCode>;
  /** Counts up with whatever happens, whoever enters a group, and whatever may change the world: what was read before may be old by then. */
  revision: number;
  /** How many characters of answers are kept of it. */
  keptCharacters: number;
  counters: {
    happenings: number;
    pictureId: number;
    appointments: number;
    /** How many deliveries were made. */
    deliveries: number;
    /** How often a delivery changed. */
    revisions: number;
  };
}

/** No row fails but by the rules. */
export const NO_ROWS: ReadonlyMap<Phone, RowCode> = new Map();

/** An empty WhatsApp. */
export function createWorld(parts: { clock: Clock; ids: Ids; rulings: Rulings }): World {
  return {
    ...parts,
    people: new Map(),
    lids: new Map(),
    devices: new Map(),
    groups: new Map(),
    names: new Map(),
    inviteCodes: new Map(),
    privateInvites: new Map(),
    happenings: [],
    outgoing: [],
    agenda: [],
    scriptedRows: NO_ROWS,
    revision: 0,
    keptCharacters: 0,
    counters: { happenings: 0, pictureId: 0, appointments: 0, deliveries: 0, revisions: 0 },
  };
}
