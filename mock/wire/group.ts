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
import { toParticipant, toRow } from './participant.ts';
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

/** A group with its participants as a member sees them, and the rows that failed when it was made. A community shows its admins only. */
export function toGroupWithParticipants(
  world: World,
  group: Group,
  viewer: Phone | undefined,
  rows: readonly Row[] = [],
): Schema<'GroupWithParticipants'> {
  const sight = sightOf(group, viewer);
  const participants: Schema<'Participant'>[] = [];
  for (const [phone, role] of group.members) {
    if (group.kind === 'community' && role === 'member') continue;
    participants.push(toParticipant(personOf(world, phone), role, sight));
  }
  const added = new Set<Person>();
  for (const row of rows) {
    if (row.error === undefined) added.add(row.person);
    // Who is named again after they were added counts once.
    else if (added.has(row.person)) continue;
    if (isBeside(group, row)) participants.push(toRow(row, sight));
  }
  return { ...toGroup(world, group), participants };
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
