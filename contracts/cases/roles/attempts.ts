import type { Action, Kind, Role } from '../../../spec/facts/index.ts';
import type { OperationId } from '../../../spec/index.ts';
import type { Caller, Pattern, Step, Template } from '../../language/case.ts';
import { one } from '../../language/cast.ts';
import { CHILD_GROUP, makeNamedCommunity } from '../../language/communities.ts';
import { admin, including, member, without } from '../../language/people.ts';
import { answers, doesNotList, isOutside, lists, reads } from '../../language/views.ts';

/** What somebody is to a group; an outsider takes no part in it. */
export type Standing = 'outsider' | Role;

/** Who tries something on a group of which kind. */
export interface Scene {
  readonly kind: Kind;
  readonly role: Standing;
  readonly as: Caller;
  /** The group. */
  readonly jid: Template;
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
  readonly call: OperationId;
  readonly body?: Template;
  /** The group goes into the path unless this is given. */
  readonly path?: Readonly<Record<string, Template>>;
  /** What the answer is when it is allowed, beside the status. */
  readonly answer?: Pattern;
  /** 200 unless given. */
  readonly status?: number;
  /** What is seen afterwards when it is allowed. */
  readonly after?: readonly Step[];
  /** What is seen afterwards when it is refused, beside the group, which is as before. */
  readonly stays?: readonly Step[];
}

/** How each line of the table is tried through the public API. */
export const ATTEMPTS: Record<Exclude<Action, 'decide-join-request'>, (scene: Scene) => Attempt> = {
  read: ({ jid }) => ({ does: 'reads it', todo: 'read it', call: 'getGroup', answer: { group: { jid } } }),
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
  'set-name': (scene) => sets(scene, 'its name', { name: '{{name}} again' }),
  'set-topic': (scene) => sets(scene, 'its topic', { topic: '{{topic}}' }),
  'set-picture': () => ({
    does: 'changes its picture',
    todo: 'change its picture',
    call: 'setGroupPicture',
    body: { image_base64: '/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==' },
    answer: { picture_id: { $type: 'string' } },
  }),
  'set-announcement': (scene) =>
    sets(scene, 'who sends in it', { announcement: true }, { is_announce: true }),
  'set-member-add-mode': (scene) => sets(scene, 'who adds to it', { member_add_mode: 'admin' }, {}),
  'set-locked': (scene) => sets(scene, 'who edits it', { locked: true }, { is_locked: true }),
  'set-join-approval': (scene) => sets(scene, 'its join approval', { join_approval: true }),
  'set-timer': () => ({
    does: 'changes its timer',
    todo: 'change its timer',
    call: 'setGroupEphemeral',
    body: { duration_seconds: 604800 },
    answer: { duration_seconds: 604800 },
  }),
  'get-invite-link': ({ jid }) => ({
    does: 'reads its invite link',
    todo: 'read its invite link',
    call: 'getGroupInviteLink',
    answer: { group_jid: jid, invite_link: { $matches: '^https://chat\\.whatsapp\\.com/' } },
  }),
  'reset-invite-link': ({ jid }) => ({
    does: 'resets its invite link',
    todo: 'reset its invite link',
    before: [{ call: 'getGroupInviteLink', path: { jid }, capture: { link: 'invite_link' } }],
    call: 'resetGroupInviteLink',
    answer: { group_jid: jid, invite_link: { $not: '{{link}}' } },
    stays: [answers({ call: 'getGroupInviteLink', path: { jid } }, { invite_link: '{{link}}' })],
  }),
  leave: ({ kind, role, as, jid }) => ({
    does: 'leaves it',
    todo: 'leave it',
    // Somebody has to stay, or the group ends.
    ...(kind === 'group' && role === 'creator' ? { other: 'member' as const } : {}),
    call: 'leaveGroup',
    after: isOutside({ as, jid }),
  }),
  'hold-groups': ({ as, jid }) => ({
    does: 'makes a group inside it',
    todo: 'make a group inside it',
    call: 'createGroup',
    path: {},
    body: { name: '{{name}} inside', participants: [`{{${as}.jid}}`], options: { parent_jid: jid } },
    status: 201,
    answer: { group: { name: '{{name}} inside', members_count: 1 } },
    stays: [answers({ call: 'listGroups', as }, { groups: { $lacks: { name: '{{name}} inside' } } })],
  }),
  'be-linked': ({ as, jid }) => ({
    does: 'links it to a community of their own',
    todo: 'link it to a community of their own',
    before: [makeNamedCommunity('own', '{{name}} own', { as })],
    call: 'linkGroup',
    path: { jid: '{{own}}' },
    body: { [CHILD_GROUP]: jid },
    after: [lists({ jid: '{{own}}' })],
    stays: as === 'first' ? [] : [doesNotList({ jid: '{{own}}' })],
  }),
};

/** The list of a community shows its admins only, so that who is added to it is only counted. */
function changes(
  { kind, jid }: Scene,
  action: 'add' | 'remove' | 'promote' | 'demote',
  other: Standing,
  row: Pattern,
  after: Pattern,
): Attempt {
  const attempt = {
    does: `${action}s somebody`,
    todo: `${action} somebody`,
    other,
    answer: { participants: [row] },
    after: [reads(after, { jid })],
  };
  if (kind !== 'community' || action === 'promote' || action === 'demote') {
    return { ...attempt, call: 'addGroupParticipants', body: { participants: [one], action } };
  }
  const call = action === 'add' ? 'addCommunityParticipants' : 'removeCommunityParticipants';
  return { ...attempt, call, body: { participants: [one] } };
}

function sets(
  { jid }: Scene,
  what: string,
  body: Readonly<Record<string, Template>>,
  shown: Readonly<Record<string, Template>> = body,
): Attempt {
  return {
    does: `changes ${what}`,
    todo: `change ${what}`,
    call: 'updateGroup',
    body,
    answer: { group: { jid, ...shown } },
    after: [reads({ ...shown }, { jid })],
  };
}
