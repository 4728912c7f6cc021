import type { Action, Kind, Role } from '../../../spec/facts/index.ts';
import type { Schema } from '../../../spec/index.ts';
import type { BodyOf, Caller, Step } from '../../language/case.ts';
import { one } from '../../language/cast.ts';
import { link, makeNamedCommunity } from '../../language/communities.ts';
import type { Properties } from '../../language/patterns.ts';
import { admin, including, member, type Row, without } from '../../language/people.ts';
import { JPEG } from '../../language/samples.ts';
import { changeIn, leaves, readLink } from '../../language/stage.ts';
import {
  answers,
  doesNotList,
  type GroupPattern,
  isOutside,
  list,
  lists,
  reads,
} from '../../language/views.ts';

/** What somebody is to a group; an outsider takes no part in it. */
export type Standing = 'outsider' | Role;

/** Who tries something on a group of which kind. */
export interface Scene {
  readonly kind: Kind;
  readonly role: Standing;
  readonly as: Caller;
  /** The group. */
  readonly jid: string;
  /** How many take part, `{{number1}}` not counted. */
  readonly count: number;
}

/** One line of the role table as a call. */
export interface Attempt {
  /** What is done, as in "reads it". */
  readonly does: string;
  /** The same, as in "read it". */
  readonly todo: string;
  /** What `{{number1}}` is in the group beforehand; it is only needed where this is given. */
  readonly other?: Standing;
  /** What whoever tries it does first. */
  readonly before?: readonly Step[];
  /** The call, and what is expected of it when it is allowed. */
  readonly step: Step;
  /** What is seen afterwards when it is allowed. */
  readonly after?: readonly Step[];
  /** What is seen afterwards when it is refused, beside the group, which is as before. */
  readonly stays?: readonly Step[];
}

/** How each line of the table is tried through the public API. */
export const ATTEMPTS: Record<Exclude<Action, 'decide-join-request'>, (scene: Scene) => Attempt> = {
  read: ({ jid }) => ({ does: 'reads it', todo: 'read it', step: reads({ jid }, { jid }) }),
  add: (scene) =>
    changes(scene, 'add', 'outsider', member(one), {
      members_count: scene.count + 1,
      participants: scene.kind === 'community' ? without(one) : including(member(one)),
    }),
  remove: (scene) =>
    changes(scene, 'remove', 'member', member(one), {
      members_count: scene.count,
      participants: without(one),
    }),
  promote: (scene) =>
    changes(scene, 'promote', 'member', admin(one), { participants: including(admin(one)) }),
  demote: (scene) =>
    changes(scene, 'demote', 'admin', member(one), {
      participants: scene.kind === 'community' ? without(one) : including(member(one)),
    }),
  'set-name': (scene) => sets(scene, 'its name', { name: '{{third-name}}' }),
  'set-topic': (scene) => sets(scene, 'its topic', { topic: '{{topic}}' }),
  'set-picture': ({ jid }) => ({
    does: 'changes its picture',
    todo: 'change its picture',
    step: answers(
      {
        call: 'setGroupPicture',
        path: { jid },
        body: { image_base64: JPEG },
      },
      { picture_id: { $type: 'string' } },
    ),
  }),
  'set-announcement': (scene) =>
    sets(scene, 'who sends in it', { announcement: true }, { is_announce: true }),
  'set-member-add-mode': (scene) =>
    sets(scene, 'who adds to it', { member_add_mode: 'admin' }, { jid: scene.jid }),
  'set-locked': (scene) => sets(scene, 'who edits it', { locked: true }, { is_locked: true }),
  'set-join-approval': (scene) => sets(scene, 'its join approval', { join_approval: true }),
  'set-timer': ({ jid }) => ({
    does: 'changes its timer',
    todo: 'change its timer',
    step: answers(
      { call: 'setGroupEphemeral', path: { jid }, body: { duration_seconds: 604800 } },
      { duration_seconds: 604800 },
    ),
  }),
  'get-invite-link': ({ jid }) => ({
    does: 'reads its invite link',
    todo: 'read its invite link',
    step: answers(
      { call: 'getGroupInviteLink', path: { jid } },
      { group_jid: jid, invite_link: { $matches: '^https://chat\\.whatsapp\\.com/' } },
    ),
  }),
  'reset-invite-link': ({ jid }) => ({
    does: 'resets its invite link',
    todo: 'reset its invite link',
    before: [readLink('link', jid)],
    step: answers(
      { call: 'resetGroupInviteLink', path: { jid } },
      { group_jid: jid, invite_link: { $not: '{{link}}' } },
    ),
    stays: [answers({ call: 'getGroupInviteLink', path: { jid } }, { invite_link: '{{link}}' })],
  }),
  leave: ({ kind, role, as, jid }) => ({
    does: 'leaves it',
    todo: 'leave it',
    // Somebody has to stay, or the group ends.
    ...(kind === 'group' && role === 'creator' ? { other: 'member' as const } : {}),
    step: answers(leaves({ jid }), { success: true }),
    after: isOutside({ as, jid }),
  }),
  'hold-groups': ({ as, jid }) => ({
    does: 'makes a group inside it',
    todo: 'make a group inside it',
    step: answers(
      {
        call: 'createGroup',
        body: { name: '{{third-name}}', participants: [`{{${as}.jid}}`, one], options: { parent_jid: jid } },
      },
      { group: { name: '{{third-name}}', members_count: 2 } },
    ),
    stays: [list({ $lacks: { name: '{{third-name}}' } }, as)],
  }),
  'be-linked': ({ as, jid }) => ({
    does: 'links it to a community of their own',
    todo: 'link it to a community of their own',
    before: [makeNamedCommunity('own', '{{third-name}}', { as })],
    step: answers(link(jid, '{{own}}'), { success: true }),
    after: [lists({ jid: '{{own}}' })],
    stays: as === 'first' ? [] : [doesNotList({ jid: '{{own}}' })],
  }),
};

/** The list of a community shows its admins only, so that who is added to it is only counted. */
function changes(
  { kind, jid }: Scene,
  action: 'add' | 'remove' | 'promote' | 'demote',
  other: Standing,
  row: Row,
  after: GroupPattern,
): Attempt {
  const attempt: Omit<Attempt, 'step'> = {
    does: `${action}s somebody`,
    todo: `${action} somebody`,
    other,
    after: [reads(after, { jid })],
  };
  const rows = { participants: [row] };
  if (kind !== 'community' || action === 'promote' || action === 'demote') {
    return { ...attempt, step: answers(changeIn(jid, action, one), rows) };
  }
  const call = action === 'add' ? 'addCommunityParticipants' : 'removeCommunityParticipants';
  return { ...attempt, step: answers({ call, path: { jid }, body: { participants: [one] } }, rows) };
}

function sets(
  { jid }: Scene,
  what: string,
  body: BodyOf<'updateGroup'>,
  shown: Properties<Schema<'Group'>> = body,
): Attempt {
  return {
    does: `changes ${what}`,
    todo: `change ${what}`,
    step: answers({ call: 'updateGroup', path: { jid }, body }, { group: { jid, ...shown } }),
    after: [reads(shown, { jid })],
  };
}
