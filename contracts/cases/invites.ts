import type { Case, Step, Template } from '../case.ts';
import { group } from '../cast.ts';
import { documented, inferred, refused, time } from '../known.ts';
import { join, letIn, list, makeGroup, readLink, reads } from '../stage.ts';

const shape = { $matches: '^https://chat\\.whatsapp\\.com/[0-9A-Za-z]{22}$' };
const joined = { status: 200, body: { success: true, pending_approval: false, group_jid: '{{group}}' } };
const inside = {
  jid: '{{second.jid}}',
  phone_number: '{{second.jid}}',
  is_admin: false,
  is_super_admin: false,
};
const reset: Step = { call: 'resetGroupInviteLink', path: group };
const isGone = inferred('whatsmeow: errors.go, ErrInviteLinkRevoked');
const second = { needs: ['second-account'] } as const;

/** Invite links, and what resetting them does. */
export const invites: readonly Case[] = [
  {
    id: 'invites/link-shape',
    promise: 'The invite link of a group is https://chat.whatsapp.com/ and 22 letters or digits.',
    ...documented('Get group invite link'),
    steps: [makeGroup(), readsLink({ success: true, group_jid: '{{group}}', invite_link: shape })],
  },
  {
    id: 'invites/link-stays',
    promise: 'Reading the invite link never makes a new one.',
    ...documented('Get group invite link'),
    steps: [
      makeGroup(),
      readLink(),
      readsLink({ invite_link: '{{link}}' }),
      readsLink({ invite_link: '{{link}}' }),
    ],
  },
  {
    id: 'invites/link-survives-join',
    promise: 'Joining by a link, leaving and updating the group do not change the link.',
    ...documented('Get group invite link'),
    ...second,
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      { call: 'updateGroup', path: group, body: { name: '{{other-name}}' } },
      readsLink({ invite_link: '{{link}}' }),
    ],
  },
  {
    id: 'invites/link-of-each-group',
    promise: 'Each group has an invite link of its own.',
    ...documented('Get group invite link'),
    steps: [
      makeGroup(),
      readLink(),
      makeGroup(),
      readsLink({ group_jid: '{{group}}', invite_link: { $not: '{{link}}' } }),
    ],
  },
  {
    id: 'invites/reset',
    promise: 'Resetting the link answers another one of the same shape, and when.',
    ...documented('Reset group invite link'),
    steps: [
      makeGroup(),
      readLink(),
      {
        ...reset,
        expect: {
          status: 200,
          body: {
            success: true,
            group_jid: '{{group}}',
            invite_link: { $all: [shape, { $not: '{{link}}' }] },
            reset_at: time,
          },
        },
      },
    ],
  },
  {
    id: 'invites/reset-then-read',
    promise: 'After a reset, reading the link answers the new one.',
    ...documented('Reset group invite link'),
    steps: [
      makeGroup(),
      { ...reset, capture: { link: 'invite_link' } },
      readsLink({ invite_link: '{{link}}' }),
    ],
  },
  {
    id: 'invites/reset-twice',
    promise: 'Each reset answers a link that was not there before.',
    ...documented('Reset group invite link'),
    steps: [
      makeGroup(),
      readLink(),
      { ...reset, capture: { newer: 'invite_link' } },
      {
        ...reset,
        expect: { status: 200, body: { invite_link: { $not: { $oneOf: ['{{link}}', '{{newer}}'] } } } },
      },
    ],
  },
  {
    id: 'invites/reset-keeps-members',
    promise: 'Resetting the link keeps everybody who joined by the old one.',
    ...documented('Reset group invite link'),
    ...second,
    steps: [makeGroup(), ...letIn(), reset, reads({ members_count: 2, participants: { $contains: inside } })],
  },
  {
    id: 'invites/old-link-is-refused',
    promise: 'A link that was reset lets nobody in.',
    ...documented('Reset group invite link'),
    ...second,
    steps: [
      makeGroup(),
      readLink(),
      reset,
      { ...join('second'), expect: refused([400, 403, 404, 409, 410]) },
      reads({ members_count: 1, participants: { $lacks: { jid: '{{second.jid}}' } } }),
      list({ $lacks: { jid: '{{group}}' } }, 'second'),
    ],
  },
  {
    id: 'invites/old-link-is-gone',
    promise: 'Joining by a link that was reset answers 410.',
    ...isGone,
    ...second,
    steps: [makeGroup(), readLink(), reset, { ...join('second'), expect: refused(410) }],
  },
  {
    id: 'invites/old-link-stays-dead',
    promise:
      'A link that was reset stays dead after the next reset, and after somebody joined by the new one.',
    ...isGone,
    ...second,
    steps: [
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
  },
  {
    id: 'invites/new-link-lets-in',
    promise: 'The link that a reset answers lets somebody in.',
    ...documented('Reset group invite link'),
    ...second,
    steps: [
      makeGroup(),
      { ...reset, capture: { link: 'invite_link' } },
      { ...join('second'), expect: joined },
    ],
  },
];

function readsLink(body: Template): Step {
  return { call: 'getGroupInviteLink', path: group, expect: { status: 200, body } };
}
