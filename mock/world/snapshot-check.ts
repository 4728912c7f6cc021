import type { SavedGroup, SavedWorld } from './snapshot.ts';

/** One place where a saved world contradicts itself. */
export interface Contradiction {
  /** For example `world.groups[3].members[2].phone`. */
  readonly field: string;
  readonly message: string;
  readonly value: unknown;
}

/** A saved world that contradicts itself; it cannot be loaded. */
export class SnapshotError extends Error {
  override name = 'SnapshotError';
  readonly contradictions: readonly Contradiction[];

  constructor(contradictions: readonly Contradiction[]) {
    const [first] = contradictions;
    const more = contradictions.length > 1 ? `, and ${contradictions.length - 1} more like this` : '';
    super(`The snapshot contradicts itself: ${first?.field} ${first?.message}${more}.`);
    this.contradictions = contradictions;
  }
}

/** No more are told than help. */
const MOST_TOLD = 20;

/** Throws a `SnapshotError` unless everything that is named is there, once. */
export function mustBeConsistent(saved: SavedWorld): void {
  const told: Contradiction[] = [];
  for (const check of CHECKS) {
    for (const contradiction of check(saved)) {
      told.push({ ...contradiction, field: `world.${contradiction.field}` });
      if (told.length === MOST_TOLD) throw new SnapshotError(told);
    }
  }
  if (told.length > 0) throw new SnapshotError(told);
}

type Check = (saved: SavedWorld) => Iterable<Contradiction>;

const CHECKS: readonly Check[] = [
  ({ people }) => repeated('people', 'phone', people),
  ({ people }) => repeated('people', 'lid', people),
  ({ devices }) => repeated('devices', 'phone', devices),
  ({ groups }) => repeated('groups', 'jid', groups),
  ({ inviteCodes }) => repeated('inviteCodes', 'code', inviteCodes),
  ({ privateInvites }) => repeated('privateInvites', 'code', privateInvites),
  checkMembers,
  checkPeopleOfGroups,
  checkCommunities,
  checkInviteCodes,
  checkDevices,
  checkAgenda,
  checkOutboxes,
];

function* repeated<Name extends string>(
  list: string,
  name: Name,
  entries: readonly Record<Name, string>[],
): Iterable<Contradiction> {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const value = entry[name];
    if (seen.has(value)) yield { field: `${list}[${index}].${name}`, message: 'is there twice', value };
    seen.add(value);
  }
}

function* checkMembers({ groups, people }: SavedWorld): Iterable<Contradiction> {
  const known = new Set(people.map(({ phone }) => phone));
  for (const [index, { members, joinRequests }] of groups.entries()) {
    const seen = new Set<string>();
    for (const [n, { phone }] of members.entries()) {
      const field = `groups[${index}].members[${n}].phone`;
      if (!known.has(phone)) yield { field, message: 'is nobody in people', value: phone };
      if (seen.has(phone)) yield { field, message: 'is there twice', value: phone };
      seen.add(phone);
    }
    // A member of a community may ask to get into its announcement group.
    const asking = new Set<string>();
    for (const [n, { phone }] of joinRequests.entries()) {
      const field = `groups[${index}].joinRequests[${n}].phone`;
      if (asking.has(phone)) yield { field, message: 'asks twice', value: phone };
      asking.add(phone);
    }
  }
}

function* checkPeopleOfGroups({ groups, people, devices, privateInvites }: SavedWorld) {
  const known = new Set(people.map(({ phone }) => phone));
  const named = function* (): Iterable<[field: string, phone: string | null]> {
    for (const [index, { phone }] of devices.entries()) yield [`devices[${index}].phone`, phone];
    for (const [index, group] of groups.entries()) {
      const at = `groups[${index}]`;
      yield [`${at}.owner`, group.owner];
      for (const [n, { phone, addedBy }] of group.joinRequests.entries()) {
        yield [`${at}.joinRequests[${n}].phone`, phone];
        yield [`${at}.joinRequests[${n}].addedBy`, addedBy];
      }
      for (const [n, phone] of group.removed.entries()) yield [`${at}.removed[${n}]`, phone];
      for (const [n, { phone }] of group.departures.entries()) yield [`${at}.departures[${n}].phone`, phone];
    }
    for (const [index, { inviter, invited }] of privateInvites.entries()) {
      yield [`privateInvites[${index}].inviter`, inviter];
      yield [`privateInvites[${index}].invited`, invited];
    }
  };
  for (const [field, phone] of named()) {
    if (phone !== null && !known.has(phone)) yield { field, message: 'is nobody in people', value: phone };
  }
}

function* checkCommunities({ groups }: SavedWorld): Iterable<Contradiction> {
  const byJid = new Map(groups.map((group) => [group.jid, group]));
  for (const [index, group] of groups.entries()) {
    const at = `groups[${index}]`;
    const { kind, parent, community } = group;
    if ((kind === 'community') !== (community !== null)) {
      yield { field: `${at}.community`, message: `does not go with the kind "${kind}"`, value: kind };
    }
    const isHeld = parent === null ? kind !== 'announcement' : holds(byJid.get(parent), group);
    if (!isHeld)
      yield { field: `${at}.parent`, message: 'is no community that has this group', value: parent };
    if (community === null) continue;
    const { announcementGroup, linked, brought } = community;
    const parts: [string, string, string][] = [
      ['announcementGroup', announcementGroup, 'announcement'],
      ...linked.map((jid, n): [string, string, string] => [`linked[${n}]`, jid, 'group']),
    ];
    for (const [name, jid, wanted] of parts) {
      const part = byJid.get(jid);
      if (part?.kind === wanted && part.parent === group.jid) continue;
      const message = `is no ${wanted === 'group' ? 'group' : 'announcement group'} with this community as its parent`;
      yield { field: `${at}.community.${name}`, message, value: jid };
    }
    const members = new Set(group.members.map(({ phone }) => phone));
    for (const [n, phone] of brought.entries()) {
      if (members.has(phone)) continue;
      yield {
        field: `${at}.community.brought[${n}]`,
        message: 'is no member of the community',
        value: phone,
      };
    }
  }
}

function holds(parent: SavedGroup | undefined, { jid, kind }: SavedGroup): boolean {
  if (parent === undefined || parent.community === null) return false;
  const { announcementGroup, linked } = parent.community;
  return kind === 'announcement' ? announcementGroup === jid : kind === 'group' && linked.includes(jid);
}

function* checkInviteCodes({ groups, inviteCodes }: SavedWorld): Iterable<Contradiction> {
  const given = new Map(inviteCodes.map(({ code, group }) => [code, group]));
  for (const [index, { jid, inviteCode }] of groups.entries()) {
    if (given.get(inviteCode) === jid) continue;
    yield {
      field: `groups[${index}].inviteCode`,
      message: 'is not that of this group in inviteCodes',
      value: inviteCode,
    };
  }
}

/** A device takes part in the groups that its number is a member of. */
function* checkDevices({ groups, devices }: SavedWorld): Iterable<Contradiction> {
  const joined = new Map(devices.map(({ phone }) => [phone, new Set<string>()]));
  for (const { jid, members } of groups) for (const { phone } of members) joined.get(phone)?.add(jid);
  for (const [index, device] of devices.entries()) {
    const left = joined.get(device.phone) ?? new Set();
    for (const [n, jid] of device.groups.entries()) {
      if (left.delete(jid)) continue;
      const message = 'is no group that the number is a member of, or is there twice';
      yield { field: `devices[${index}].groups[${n}]`, message, value: jid };
    }
    for (const jid of left)
      yield {
        field: `devices[${index}].groups`,
        message: `lacks ${jid}, of which the number is a member`,
        value: jid,
      };
  }
}

/** What is to come is in order, so that it happens in order. */
function* checkAgenda({ agenda, counters, happenings }: SavedWorld): Iterable<Contradiction> {
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, { at, sequence }] of agenda.entries()) {
    if (at < before)
      yield { field: `agenda[${index}].at`, message: 'is before the entry above it', value: at };
    if (sequence > counters.appointments) {
      const message = 'is above counters.appointments';
      yield { field: `agenda[${index}].sequence`, message, value: sequence };
    }
    before = at;
  }
  const last = happenings.at(-1)?.sequence ?? 0;
  if (last > counters.happenings)
    yield { field: 'counters.happenings', message: `is below ${last}, the last of happenings`, value: last };
}

/** What waits is pending, what is over is not, and what is sent is JSON. */
function* checkOutboxes({ devices }: SavedWorld): Iterable<Contradiction> {
  for (const [index, { outbox }] of devices.entries()) {
    for (const list of ['pending', 'finished'] as const) {
      for (const [n, { state, payload }] of outbox[list].entries()) {
        const field = `devices[${index}].outbox.${list}[${n}]`;
        if ((state === 'pending') !== (list === 'pending'))
          yield { field: `${field}.state`, message: `does not go with ${list}`, value: state };
        if (!isObject(payload))
          yield { field: `${field}.payload`, message: 'is no JSON object', value: payload };
      }
    }
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
