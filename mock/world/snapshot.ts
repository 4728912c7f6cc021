import type { Appointment } from './agenda.ts';
import { type Clock, createClock } from './clock.ts';
import type { Device } from './devices.ts';
import type { Happening } from './events.ts';
import type { Community, Group, Jid, Settings } from './groups.ts';
import { createIds } from './ids.ts';
import type { PrivateInvite } from './invites.ts';
import type { JoinRequest } from './join-requests.ts';
import { toLedger } from './ledger.ts';
import { type Person, type Phone, toUserJid } from './people.ts';
import type { Role } from './roles.ts';
import { createRulings } from './rulings.ts';
import { mustBeConsistent } from './snapshot-check.ts';
import type { Webhook } from './webhooks.ts';
import { createWorld, type World } from './world.ts';

/** A value that is never undefined, so that JSON keeps it. */
type Kept<T> = undefined extends T ? Exclude<T, undefined> | null : T;

/** These properties as JSON has them. */
type Saved<T, Replaced extends object = object> = {
  -readonly [Name in keyof Omit<T, keyof Replaced>]: Kept<Omit<T, keyof Replaced>[Name]>;
} & Replaced;

/** A person as JSON. */
export type SavedPerson = Saved<Omit<Person, 'jid'>, { contacts: Phone[]; blocked: Phone[] }>;

/** A device as JSON. */
export type SavedDevice = Saved<Device, { groups: Jid[]; webhook: Saved<Webhook> | null }>;

/** A group of any kind as JSON. */
export type SavedGroup = Saved<
  Group,
  {
    settings: Saved<Settings>;
    members: { phone: Phone; role: Role }[];
    joinRequests: Saved<JoinRequest>[];
    removed: Phone[];
    departures: { phone: Phone; at: readonly number[] }[];
    community: Saved<Community, { linked: Jid[]; brought: Phone[] }> | null;
  }
>;

/** A whole world as JSON: what is, what was and what is to come. */
export interface SavedWorld {
  clock: { now: number; frozen: boolean };
  /** The ids go on from here. */
  ids: { seed: number; state: number };
  rulings: Record<string, string | number>;
  counters: World['counters'];
  people: SavedPerson[];
  devices: SavedDevice[];
  groups: SavedGroup[];
  inviteCodes: { code: string; group: Jid }[];
  privateInvites: PrivateInvite[];
  happenings: Saved<Happening>[];
  agenda: Appointment[];
}

/** The world as JSON. What is shared with it is never changed in place, so that the world may go on. */
export function saveWorld(world: World): SavedWorld {
  const { clock, ids, rulings, counters } = world;
  return {
    clock: { now: clock.now(), frozen: clock.frozen },
    ids: { seed: ids.seed, state: ids.state },
    rulings: { ...rulings },
    counters: { ...counters },
    people: Array.from(world.people.values(), savePerson),
    devices: Array.from(world.devices.values(), saveDevice),
    groups: Array.from(world.groups.values(), saveGroup),
    inviteCodes: Array.from(world.inviteCodes, ([code, group]) => ({ code, group })),
    privateInvites: Array.from(world.privateInvites.values(), (invite) => ({ ...invite })),
    happenings: world.happenings.map(({ group, groupName, actor, ...one }) => ({
      ...one,
      group: group ?? null,
      groupName: groupName ?? null,
      actor: actor ?? null,
    })),
    agenda: [...world.agenda],
  };
}

/**
 * The world that was saved, on a clock that goes as `machine` does from where it stood. It goes on as the saved one
 * would have. What it was saved in becomes part of it. Throws a `SnapshotError` or a `RulingError`.
 */
export function loadWorld(saved: SavedWorld, machine: () => number): World {
  mustBeConsistent(saved);
  const clock: Clock = createClock(machine, saved.clock);
  const world = createWorld({
    clock,
    ids: createIds(saved.ids.seed, saved.ids.state),
    rulings: createRulings(saved.rulings),
  });
  for (const person of saved.people) {
    world.people.set(person.phone, loadPerson(person));
    world.lids.set(person.lid, person.phone);
  }
  for (const device of saved.devices) world.devices.set(device.phone, loadDevice(device));
  for (const group of saved.groups) world.groups.set(group.jid, loadGroup(group));
  for (const { code, group } of saved.inviteCodes) world.inviteCodes.set(code, group);
  for (const invite of saved.privateInvites) world.privateInvites.set(invite.code, invite);
  for (const { group, groupName, actor, ...one } of saved.happenings) {
    const named = { group: group ?? undefined, groupName: groupName ?? undefined };
    world.happenings.push({ ...one, ...named, actor: actor ?? undefined });
  }
  for (const appointment of saved.agenda) world.agenda.push(appointment);
  Object.assign(world.counters, saved.counters);
  return world;
}

function savePerson({ jid: _, contacts, blocked, alwaysRefused, ...person }: Person): SavedPerson {
  return {
    ...person,
    contacts: [...contacts],
    blocked: [...blocked],
    alwaysRefused: alwaysRefused ?? null,
  };
}

function loadPerson({ contacts, blocked, alwaysRefused, ...person }: SavedPerson): Person {
  return {
    ...person,
    jid: toUserJid(person.phone),
    contacts: new Set(contacts),
    blocked: new Set(blocked),
    alwaysRefused: alwaysRefused ?? undefined,
  };
}

function saveDevice({ groups, webhook, outbox, ...device }: Device): SavedDevice {
  return {
    ...device,
    outbox: structuredClone(outbox),
    groups: [...groups],
    webhook: webhook === undefined ? null : { ...webhook, secret: webhook.secret ?? null },
  };
}

function loadDevice({ groups, webhook, ...device }: SavedDevice): Device {
  return {
    ...device,
    groups: new Set(groups),
    webhook: webhook === null ? undefined : { ...webhook, secret: webhook.secret ?? undefined },
  };
}

function saveGroup({ settings, parent, community, ...group }: Group): SavedGroup {
  return {
    ...group,
    settings: { ...settings, pictureId: settings.pictureId ?? null },
    members: Array.from(group.members, ([phone, role]) => ({ phone, role })),
    joinRequests: Array.from(group.joinRequests.values(), ({ addedBy, ...request }) => ({
      ...request,
      addedBy: addedBy ?? null,
    })),
    removed: [...group.removed.keys()],
    departures: Array.from(group.departures, ([phone, at]) => ({ phone, at })),
    parent: parent ?? null,
    community:
      community === undefined
        ? null
        : { ...community, linked: [...community.linked], brought: [...community.brought] },
  };
}

function loadGroup({ settings, parent, community, ...group }: SavedGroup): Group {
  return {
    ...group,
    settings: { ...settings, pictureId: settings.pictureId ?? undefined },
    members: new Map(group.members.map(({ phone, role }) => [phone, role])),
    joinRequests: toLedger(
      group.joinRequests.map(({ addedBy, ...request }) => [
        request.phone,
        { ...request, addedBy: addedBy ?? undefined },
      ]),
    ),
    removed: toLedger(group.removed.map((phone) => [phone, phone])),
    departures: toLedger(group.departures.map(({ phone, at }) => [phone, at])),
    parent: parent ?? undefined,
    community:
      community === null
        ? undefined
        : { ...community, linked: new Set(community.linked), brought: new Set(community.brought) },
  };
}
