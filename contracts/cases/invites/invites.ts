import type { Success } from '../../../spec/index.ts';
import type { Expectation, StepOf } from '../../language/case.ts';
import { group, second } from '../../language/cast.ts';
import type { Pattern } from '../../language/patterns.ts';
import type { Row } from '../../language/people.ts';
import { promises, refused, restsOn, time } from '../../language/promises.ts';
import { join, letIn, makeGroup, readLink } from '../../language/stage.ts';
import { answers, list, reads } from '../../language/views.ts';

const shape = { $matches: '^https://chat\\.whatsapp\\.com/[0-9A-Za-z]+$' };
const joined: Expectation<'joinGroup'> = {
  status: 200,
  body: { success: true, pending_approval: false, group_jid: '{{group}}' },
};
const inside: Row = { jid: second, phone_number: second, is_admin: false, is_super_admin: false };
const reset: StepOf<'resetGroupInviteLink'> = { call: 'resetGroupInviteLink', path: group };
const isGone = restsOn('refusal invite-link-reset');

/** Invite links, and what resetting them does. */
export const invites = promises('invites', restsOn('operation resetGroupInviteLink'), {
  'link-shape': [
    restsOn('operation getGroupInviteLink'),
    'The invite link of a group is https://chat.whatsapp.com/ and letters or digits.',
    makeGroup(),
    readsLink({ success: true, group_jid: '{{group}}', invite_link: shape }),
  ],
  'link-length': [
    restsOn('limit invite-code-length'),
    'The code of an invite link has 22 letters or digits.',
    makeGroup(),
    readsLink({ invite_link: { $matches: '/[0-9A-Za-z]{22}$' } }),
  ],
  'link-stays': [
    restsOn('operation getGroupInviteLink'),
    'Reading the invite link never makes a new one.',
    makeGroup(),
    readLink(),
    readsLink({ invite_link: '{{link}}' }),
    readsLink({ invite_link: '{{link}}' }),
  ],
  'link-survives-join': [
    restsOn('operation getGroupInviteLink'),
    'Joining by a link, leaving and updating the group do not change the link.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', as: 'second', path: group },
    { call: 'updateGroup', path: group, body: { name: '{{other-name}}' } },
    readsLink({ invite_link: '{{link}}' }),
  ],
  'link-of-each-group': [
    restsOn('operation getGroupInviteLink'),
    'Each group has an invite link of its own.',
    makeGroup(),
    readLink(),
    makeGroup(),
    readsLink({ group_jid: '{{group}}', invite_link: { $not: '{{link}}' } }),
  ],
  reset: [
    'Resetting the link answers another one of the same shape, and when.',
    makeGroup(),
    readLink(),
    answers(reset, {
      success: true,
      group_jid: '{{group}}',
      invite_link: { $all: [shape, { $not: '{{link}}' }] },
      reset_at: time,
    }),
  ],
  'reset-then-read': [
    'After a reset, reading the link answers the new one.',
    makeGroup(),
    { ...reset, capture: { link: 'invite_link' } },
    readsLink({ invite_link: '{{link}}' }),
  ],
  'reset-twice': [
    'Each reset answers a link that was not there before.',
    makeGroup(),
    readLink(),
    { ...reset, capture: { newer: 'invite_link' } },
    answers(reset, { invite_link: { $not: { $oneOf: ['{{link}}', '{{newer}}'] } } }),
  ],
  'reset-keeps-members': [
    'Resetting the link keeps everybody who joined by the old one.',
    makeGroup(),
    ...letIn(),
    reset,
    reads({ members_count: 2, participants: { $contains: inside } }),
  ],
  'old-link-is-refused': [
    'A link that was reset lets nobody in.',
    makeGroup(),
    readLink(),
    reset,
    { ...join('second'), expect: refused([400, 403, 404, 409, 410, 422]) },
    reads({ members_count: 1, participants: { $lacks: { jid: second } } }),
    list({ $lacks: group }, 'second'),
  ],
  'old-link-is-gone': [
    isGone,
    'Joining by a link that was reset answers 410.',
    makeGroup(),
    readLink(),
    reset,
    { ...join('second'), expect: refused(410) },
  ],
  'old-link-stays-dead': [
    isGone,
    'A link that was reset stays dead after the next reset, and after somebody joined by the new one.',
    makeGroup(),
    readLink('oldest'),
    reset,
    { ...join('second', '{{oldest}}'), expect: refused(410) },
    { ...reset, capture: { link: 'invite_link' } },
    { ...join('second', '{{oldest}}'), expect: refused(410) },
    join('second'),
    { call: 'leaveGroup', as: 'second', path: group },
    { ...join('second', '{{oldest}}'), expect: refused(410) },
  ],
  'new-link-lets-in': [
    'The link that a reset answers lets somebody in.',
    makeGroup(),
    { ...reset, capture: { link: 'invite_link' } },
    { ...join('second'), expect: joined },
  ],
});

function readsLink(body: Pattern<Success<'getGroupInviteLink'>['body']>): StepOf<'getGroupInviteLink'> {
  return { call: 'getGroupInviteLink', path: group, expect: { status: 200, body } };
}
