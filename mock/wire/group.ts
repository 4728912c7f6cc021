import type { RequestBody, Schema } from '../../spec/index.ts';
import {
  type Group,
  type Person,
  type Phone,
  parentOf,
  personOf,
  type Row,
  type Settings,
  type World,
} from '../world/index.ts';
import { given } from './given.ts';
import { sightOf, toPersonJid } from './jid.ts';
import { toRow } from './participant.ts';
import { toTimestamp } from './timestamp.ts';

/** A group as lists and updates show it: without participants. */
export function toGroup(world: World, group: Group): Required<Schema<'Group'>> {
  const { settings } = group;
  return {
    jid: group.jid,
    name: settings.name,
    topic: settings.topic,
    owner: toPersonJid(personOf(world, group.owner), group),
    created_at: toTimestamp(group.createdAt),
    is_announce: settings.announcement,
    is_locked: settings.locked,
    join_approval: settings.joinApproval,
    members_count: group.members.size,
    is_community: group.kind === 'community',
    parent_jid: parentOf(group) ?? null,
    is_announcement_group: group.kind === 'announcement',
    member_add_mode: settings.memberAddMode,
    ephemeral_seconds: settings.ephemeralSeconds,
    picture_id: settings.pictureId ?? null,
  };
}

/** A group with its participants as a member sees them, and the rows that failed when it was made. */
export function toGroupWithParticipants(
  world: World,
  group: Group,
  viewer: Phone | undefined,
  rows: readonly Row[] = [],
): Schema<'GroupWithParticipants'> {
  const sight = sightOf(group, viewer);
  const shown = [...membersIn(world, group), ...besideMembers(group, rows)];
  return { ...toGroup(world, group), participants: shown.map((row) => toRow(row, sight)) };
}

/** The members that a group shows: of a community its admins only. */
export function membersIn(world: World, { kind, members }: Group): Row[] {
  const shown: Row[] = [];
  for (const [phone, role] of members) {
    if (kind === 'community' && role === 'member') continue;
    shown.push({ person: personOf(world, phone), role });
  }
  return shown;
}

/** The rows that a new group shows beside its members. Who is named again after they were added counts once. */
export function besideMembers(group: Group, rows: readonly Row[]): Row[] {
  if (rows.length === 0) return [];
  const added = new Set<Person>();
  return rows.filter((row) => {
    const isAgain = added.has(row.person);
    if (row.error === undefined) added.add(row.person);
    return !isAgain && isBeside(group, row);
  });
}

/** A row that failed, or that tells of a member who is none. */
function isBeside({ kind, members }: Group, { error, person }: Row): boolean {
  return error !== undefined || (kind === 'group' && !members.has(person.phone));
}

/** The options of a new group as settings. */
export function fromOptions(options: RequestBody<'createGroup'>['options'] = {}): Partial<Settings> {
  return given({
    announcement: options.announcement,
    locked: options.locked,
    joinApproval: options.join_approval,
  });
}

/** The body of an update as settings; `topic` and `description` are one text. */
export function fromUpdate(body: RequestBody<'updateGroup'>): Partial<Settings> {
  return given({
    name: body.name,
    topic: body.topic ?? body.description,
    announcement: body.announcement,
    locked: body.locked,
    joinApproval: body.join_approval,
    memberAddMode: body.member_add_mode,
  });
}
