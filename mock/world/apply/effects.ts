import type { Role } from '../../../spec/facts/index.ts';
import type { Change } from '../decision.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { NOTHING_NOTED } from '../state/ledger.ts';
import type { Person } from '../state/person.ts';
import { record } from './event-log.ts';
import { groupIn, groupOfKind } from './group-change.ts';
import { note, strike } from './ledger.ts';
import { meetByNumber } from './meet.ts';
import { renumber } from './renumber.ts';
import { tellLinked } from './tell-linked.ts';
import { noteTelling, type Tellings, tell } from './tellings.ts';
import type { WritableDevice, WritableGroup, WritableWorld } from './writable.ts';

/** Writes one change into the state, and records the domain events that come of it. */
export type Effect<Kind extends Change['kind']> = (
  world: WritableWorld,
  change: Extract<Change, { readonly kind: Kind }>,
  tellings: Tellings,
) => void;

/** What each change does to the state, and which domain events come of it. */
export const EFFECTS: { readonly [Kind in Change['kind']]: Effect<Kind> } = {
  found(world, { group: given }, tellings) {
    const { place } = given;
    // Spread last: an object that starts with a spread takes five times the memory.
    const group: WritableGroup = {
      jid: given.jid,
      owner: given.owner,
      createdAt: given.createdAt,
      settings: given.settings,
      addressing: given.addressing,
      members: new Map(),
      inviteCode: given.inviteCode,
      joinRequests: NOTHING_NOTED,
      removed: NOTHING_NOTED,
      departures: NOTHING_NOTED,
      revision: 0,
      ...(place.kind === 'community' ? { ...place, linked: new Set(), brought: new Set() } : place),
    };
    world.groups.set(group.jid, group);
    world.inviteCodes.set(group.inviteCode, group.jid);
    enter(world, group, group.owner, 'creator');
    const { owner } = group;
    noteTelling(world, tellings, { group, actor: owner, change: { kind: 'created', people: [owner] } });
  },

  enter(world, { group: jid, phone, actor, reason, brought }, tellings) {
    const group = groupIn(world, jid);
    meetByNumber(world, phone);
    enter(world, group, phone, 'member');
    if (brought === true) broughtInto(group)?.add(phone);
    const people = [phone];
    const change =
      reason === 'created' ? { kind: reason, people } : { kind: 'joined' as const, reason, people };
    noteTelling(world, tellings, { group, actor, change });
  },

  stay(world, { group: jid, phone }) {
    const group = groupIn(world, jid);
    strike(group.joinRequests, phone);
    broughtInto(group)?.delete(phone);
  },

  exit(world, { group: jid, phone, actor }, tellings) {
    const group = groupIn(world, jid);
    if (group.members.delete(phone)) world.memberships -= 1;
    broughtInto(group)?.delete(phone);
    world.devices.get(phone)?.groups.delete(jid);
    noteTelling(world, tellings, { group, actor, change: { kind: 'left', people: [phone] } });
  },

  end(world, { group: jid, last }, tellings) {
    tell(world, tellings);
    const group = groupOfKind(world, jid, 'group');
    world.groups.delete(jid);
    world.memberships -= group.members.size;
    if (group.parent !== undefined) groupOfKind(world, group.parent, 'community').linked.delete(jid);
    record(world, group, undefined, { kind: 'ended' }, [last]);
  },

  rank(world, { group: jid, phone, role, actor }, tellings) {
    const group = groupIn(world, jid);
    group.members.set(phone, role);
    broughtInto(group)?.delete(phone);
    const kind = role === 'admin' ? 'promoted' : 'demoted';
    noteTelling(world, tellings, { group, actor, change: { kind, people: [phone] } });
  },

  bar(world, { group: jid, phone }) {
    const group = groupIn(world, jid);
    group.removed = note(group.removed, phone, phone);
  },

  'note-departure'(world, { group: jid, phone, at }) {
    const group = groupIn(world, jid);
    const before = group.departures.get(phone) ?? [];
    group.departures = note(group.departures, phone, [...before.slice(-1), at]);
  },

  ask(world, { group: jid, request }) {
    const group = groupIn(world, jid);
    const { phone, addedBy } = request;
    group.joinRequests = note(group.joinRequests, phone, request);
    record(world, group, addedBy ?? phone, { kind: 'asked', people: [phone] });
  },

  'cancel-request'(world, { group: jid, phone }) {
    const group = groupIn(world, jid);
    strike(group.joinRequests, phone);
    record(world, group, phone, { kind: 'request-cancelled', people: [phone] });
  },

  'reject-request'(world, { group: jid, phone, actor }) {
    const group = groupIn(world, jid);
    strike(group.joinRequests, phone);
    record(world, group, actor, { kind: 'request-rejected', people: [phone] });
  },

  set(world, { group: jid, settings, actor }) {
    const group = groupIn(world, jid);
    Object.assign(group.settings, settings);
    if (settings.joinApproval === false) group.joinRequests = NOTHING_NOTED;
    record(world, group, actor, { kind: 'changed', settings });
  },

  address(world, { group: jid, by }) {
    groupIn(world, jid).addressing = by;
  },

  'count-picture'({ counters }, { id }) {
    counters.pictureId = id;
  },

  'reset-link'(world, { group: jid, code, actor }) {
    const group = groupIn(world, jid);
    group.inviteCode = code;
    world.inviteCodes.set(code, jid);
    record(world, group, actor, { kind: 'link-reset', code });
  },

  link(world, { community, group, actor }) {
    const [parent, child] = [groupOfKind(world, community, 'community'), groupOfKind(world, group, 'group')];
    child.parent = community;
    parent.linked.add(group);
    tellLinked(world, parent, child, actor, 'linked');
  },

  unlink(world, { community, group, actor }) {
    const [parent, child] = [groupOfKind(world, community, 'community'), groupOfKind(world, group, 'group')];
    child.parent = undefined;
    parent.linked.delete(group);
    tellLinked(world, parent, child, actor, 'unlinked');
  },

  invite(world, { invite }) {
    world.privateInvites.set(invite.code, invite);
  },

  'use-invite'({ privateInvites }, { code }) {
    const invite = privateInvites.get(code);
    if (invite !== undefined) invite.used = true;
  },

  'change-person'(world, { phone, traits }) {
    const before = meetByNumber(world, phone);
    const person: Person = Object.assign({ ...before }, traits);
    world.peopleRevision += 1;
    world.people.set(phone, person);
    world.lids.delete(before.lid);
    for (const alias of before.aliases ?? []) world.aliases.delete(alias);
    world.lids.set(person.lid, phone);
    for (const alias of person.aliases ?? []) world.aliases.set(alias, phone);
  },

  renumber,

  'link-device'(world, { phone, id }) {
    meetByNumber(world, phone);
    const groups = new Set<GroupJid>();
    for (const group of world.groups.values()) if (group.members.has(phone)) groups.add(group.jid);
    const outbox = { pending: [], finished: [] };
    const lastSeen = world.clock.now();
    world.devices.set(phone, { phone, id, state: 'connected', lastSeen, groups, webhook: undefined, outbox });
  },

  'set-device'(world, { phone, state }) {
    const device = deviceIn(world, phone);
    if (device.state === 'connected' || state === 'connected') device.lastSeen = world.clock.now();
    device.state = state;
    record(world, undefined, undefined, { kind: 'device', state }, [phone]);
  },

  'set-webhook'(world, { phone, webhook }) {
    deviceIn(world, phone).webhook = webhook;
  },

  name({ names }, { name, group }) {
    names.set(name, group);
  },

  schedule({ agenda, counters }, { appointment }) {
    counters.appointments += 1;
    const later = agenda.findIndex(({ at }) => at > appointment.at);
    agenda.splice(later === -1 ? agenda.length : later, 0, {
      sequence: counters.appointments,
      ...appointment,
    });
  },

  'take-due'({ agenda }) {
    agenda.shift();
  },

  refuse(world, { actor, act, rule }) {
    record(world, undefined, actor, { kind: 'refused', act, rule });
  },
};

function deviceIn({ devices }: WritableWorld, phone: Phone): WritableDevice {
  const device = devices.get(phone);
  if (device === undefined) throw new Error(`The mock was to change the device of ${phone}, who has none.`);
  return device;
}

/** Whom linked groups brought into a community; no other group has such people. */
function broughtInto(group: WritableGroup): Set<Phone> | undefined {
  return group.kind === 'community' ? group.brought : undefined;
}

/** Whatever kept somebody outside is forgotten when they enter. */
function enter(world: WritableWorld, group: WritableGroup, phone: Phone, role: Role): void {
  const before = group.members.size;
  group.members.set(phone, role);
  world.memberships += group.members.size - before;
  strike(group.joinRequests, phone);
  strike(group.removed, phone);
  world.devices.get(phone)?.groups.add(group.jid);
}
