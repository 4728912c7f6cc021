import type { OperationId, RequestBody } from '../../../spec/index.ts';
import { type AnyAnswer, rowsOf } from '../model/network.ts';
import type { Action, Kind, Role, Setting } from './role-table.ts';
import { NEWCOMER, OTHER_ADMIN, PLAIN_MEMBER, type Stage } from './stage.ts';

/** Somebody tries one thing, in one situation. */
export interface Situation {
  kind: Kind;
  role: Role;
  setting: Setting;
}

/** One way to call an operation, and what the table has to say about it. */
export interface Attempt {
  operation: OperationId;
  /** Which of its ways, for example the property or the action. */
  way?: string;
  /** Everything that the caller has to be allowed; none when no role matters. */
  needs: readonly Action[];
  /** Operations under `/communities/{jid}` refuse a group that is none before they ask who calls. */
  onlyOnCommunities?: boolean;
  /** The verdict when the table lets the caller; "200" unless given. */
  otherwise?: (situation: Situation) => string;
  call(stage: Stage, as: Role): AnyAnswer;
}

/** On whom each action can be carried out. */
const TARGETS = { add: NEWCOMER, remove: PLAIN_MEMBER, promote: PLAIN_MEMBER, demote: OTHER_ADMIN };

/** Every operation on groups and communities, in every way that the table tells apart. */
export const ATTEMPTS: readonly Attempt[] = [
  {
    operation: 'listGroups',
    needs: [],
    call: ({ network }, as) => network.call(as, 'listGroups'),
  },
  on('getGroup', ['read']),
  on('getGroupInviteLink', ['get-invite-link']),
  on('resetGroupInviteLink', ['reset-invite-link']),
  on('leaveGroup', ['leave']),
  on('setGroupEphemeral', ['set-timer'], { duration_seconds: 604800 }),
  on('setGroupPicture', ['set-picture'], { image_base64: '/9j/4AAQ' }),

  updates('name', ['set-name'], () => ({ name: 'Renamed' })),
  updates('topic', ['set-topic'], () => ({ topic: 'A topic' })),
  updates('description', ['set-topic'], () => ({ description: 'A topic' })),
  updates('announcement', ['set-announcement'], (now) => ({ announcement: !now.announcement })),
  updates('locked', ['set-locked'], (now) => ({ locked: !now.locked })),
  updates('join_approval', ['set-join-approval'], (now) => ({ join_approval: !now.joinApproval })),
  updates('member_add_mode', ['set-member-add-mode'], (now) => ({
    member_add_mode: now.memberAddMode === 'all' ? 'admin' : 'all',
  })),
  // All of it or none: the name alone might have been allowed.
  updates('name and locked', ['set-name', 'set-locked'], (now) => ({
    name: 'Renamed',
    locked: !now.locked,
  })),

  ...(['addGroupParticipants', 'removeGroupParticipants'] as const).flatMap((operation) => [
    changes(operation, undefined),
    changes(operation, 'add'),
    changes(operation, 'remove'),
    changes(operation, 'promote'),
    changes(operation, 'demote'),
  ]),
  {
    ...on('addCommunityParticipants', ['add'], { participants: [NEWCOMER] }),
    onlyOnCommunities: true,
  },
  {
    ...on('removeCommunityParticipants', ['remove'], { participants: [PLAIN_MEMBER] }),
    onlyOnCommunities: true,
  },

  {
    operation: 'joinGroup',
    way: 'by link',
    needs: [],
    otherwise: ({ role, setting }) => {
      if (role !== 'outsider') return '409 already-a-member';
      return setting.joinApproval ? '200 pending' : '200';
    },
    call: ({ network, group }, as) => network.call(as, 'joinGroup', { body: { link: group.inviteCode } }),
  },

  {
    operation: 'linkGroup',
    way: 'own group to it',
    needs: ['hold-groups'],
    onlyOnCommunities: true,
    call: ({ network, group, own }, as) =>
      network.call(as, 'linkGroup', { jid: group.jid, body: { group_jid: own.group } }),
  },
  {
    operation: 'linkGroup',
    way: 'it to own community',
    needs: ['be-linked'],
    otherwise: ({ kind }) => (kind === 'linked group' ? '409 linked-already' : '200'),
    call: ({ network, group, own }, as) =>
      network.call(as, 'linkGroup', { jid: own.community, body: { group_jid: group.jid } }),
  },
  {
    operation: 'unlinkGroup',
    way: 'own group from it',
    needs: ['hold-groups'],
    onlyOnCommunities: true,
    otherwise: () => '404 not-linked-here',
    call: ({ network, group, own }, as) =>
      network.call(as, 'unlinkGroup', { jid: group.jid, body: { group_jid: own.group } }),
  },
  {
    operation: 'unlinkGroup',
    way: 'it from own community',
    needs: ['be-linked'],
    otherwise: () => '404 not-linked-here',
    call: ({ network, group, own }, as) =>
      network.call(as, 'unlinkGroup', { jid: own.community, body: { group_jid: group.jid } }),
  },

  creates('on its own', [], '201', () => ({})),
  creates('inside it', ['hold-groups'], '201', ({ group }) => ({ parent_jid: group.jid })),
  creates('as a community', [], '201', () => ({ community: true })),
  creates('as a community inside it', [], '422 community-in-community', ({ group }) => ({
    community: true,
    parent_jid: group.jid,
  })),
  {
    operation: 'createCommunity',
    needs: [],
    otherwise: () => '201',
    call: ({ network }, as) => network.call(as, 'createCommunity', { body: { name: 'New' } }),
  },
];

/** What the API said: the status, the rule of a refusal, the code of a failed row, and whether it waits for approval. */
export function verdictOf(answer: AnyAnswer): string {
  const words: (string | number)[] = [answer.status];
  if (answer.rule !== undefined) words.push(answer.rule);
  if ('pending_approval' in answer.body && answer.body.pending_approval) words.push('pending');
  for (const { error } of rowsOf(answer)) if (error !== undefined) words.push(`row ${error}`);
  return words.join(' ');
}

function on<Id extends OperationId>(
  operation: Id,
  needs: readonly Action[],
  body?: RequestBody<Id>,
): Attempt {
  const request = body === undefined ? {} : { body };
  return {
    operation,
    needs,
    call: ({ network, group }, as) => network.call(as, operation, { jid: group.jid, ...request }),
  };
}

function updates(
  way: string,
  needs: readonly Action[],
  body: (now: Setting) => RequestBody<'updateGroup'>,
): Attempt {
  return {
    operation: 'updateGroup',
    way,
    needs,
    call: ({ network, group, setting }, as) =>
      network.call(as, 'updateGroup', { jid: group.jid, body: body(setting) }),
  };
}

function changes(
  operation: 'addGroupParticipants' | 'removeGroupParticipants',
  action: keyof typeof TARGETS | undefined,
): Attempt {
  const meant = action ?? (operation === 'addGroupParticipants' ? 'add' : 'remove');
  const body = { participants: [TARGETS[meant]], ...(action && { action }) };
  return {
    operation,
    way: action ?? 'without an action',
    needs: [meant],
    // Where approval is on, somebody who is no admin only asks for the one whom they add.
    otherwise: ({ role, setting }) =>
      meant === 'add' && role === 'member' && setting.joinApproval ? '200 row 421' : '200',
    call: ({ network, group }, as) => network.call(as, operation, { jid: group.jid, body }),
  };
}

function creates(
  way: string,
  needs: readonly Action[],
  verdict: string,
  options: (stage: Stage) => NonNullable<RequestBody<'createGroup'>['options']>,
): Attempt {
  return {
    operation: 'createGroup',
    way,
    needs,
    otherwise: () => verdict,
    call: (stage, as) =>
      stage.network.call(as, 'createGroup', {
        body: { name: 'New', participants: [NEWCOMER], options: options(stage) },
      }),
  };
}
