import type { Case } from '../case.ts';
import { assumed, documented, inferred, refused } from '../known.ts';
import { isAsBefore, letIn, list, makeGroup, read, reads, remember } from '../stage.ts';

const group = { jid: '{{group}}' };
const me = { jid: '{{first.jid}}', phone_number: '{{first.jid}}', is_admin: true, is_super_admin: true };
const anEnd = inferred('whatsmeow: errors.go, ErrGroupNotFound');

/** Leaving groups. */
export const groupsLeaving: readonly Case[] = [
  {
    id: 'groups/leave',
    promise: 'Leaving a group answers 200 with success.',
    ...documented('Leave group'),
    steps: [
      makeGroup(),
      { call: 'leaveGroup', path: group, expect: { status: 200, body: { success: true } } },
    ],
  },
  {
    id: 'groups/left-is-not-listed',
    promise: 'A group that was left is gone from the list.',
    ...documented('List groups'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      list({ $contains: { jid: '{{group}}' } }, 'second'),
      { call: 'leaveGroup', as: 'second', path: group, expect: { status: 200 } },
      list({ $lacks: { jid: '{{group}}' } }, 'second'),
    ],
  },
  {
    id: 'groups/left-is-forbidden',
    promise: 'Who has left a group reads 403 afterwards.',
    ...inferred('whatsmeow: errors.go, ErrNotInGroup'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      read(refused(403), { as: 'second' }),
    ],
  },
  {
    id: 'groups/leave-twice',
    promise: 'Leaving a group a second time answers 403.',
    ...assumed,
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      { call: 'leaveGroup', as: 'second', path: group, expect: refused(403) },
    ],
  },
  {
    id: 'groups/left-counts-one-less',
    promise: 'When a member leaves, the others see one member less and no trace of them.',
    ...documented('Leave group'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      reads({ name: '{{name}}', members_count: 1, participants: [me] }),
      list({ $contains: { jid: '{{group}}', members_count: 1 } }),
    ],
  },
  {
    id: 'groups/owner-leaves',
    promise: 'When the creator leaves, the other member becomes admin, but not super admin.',
    ...inferred('whatsapp-web: app/492006'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', path: group },
      reads(
        {
          members_count: 1,
          participants: [{ jid: '{{second.jid}}', is_admin: true, is_super_admin: false }],
        },
        { as: 'second' },
      ),
      read(refused(403)),
    ],
  },
  {
    id: 'groups/owner-stays-owner',
    promise: 'The owner stays named after leaving, though no longer a participant.',
    ...assumed,
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', path: group },
      reads({ owner: '{{first.jid}}', participants: { $lacks: { jid: '{{first.jid}}' } } }, { as: 'second' }),
    ],
  },
  {
    id: 'groups/last-one-out',
    promise: 'A group that its last member has left does not exist any more.',
    ...anEnd,
    steps: [
      makeGroup(),
      { call: 'leaveGroup', path: group },
      read(refused(404)),
      list({ $lacks: { jid: '{{group}}' } }),
    ],
  },
  {
    id: 'groups/ended-for-everybody',
    promise: 'A group that has ended answers 404 to those who were in it, and to change as well as to read.',
    ...anEnd,
    needs: ['second-account'],
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      { call: 'leaveGroup', path: group },
      read(refused(404), { as: 'second' }),
      { call: 'updateGroup', path: group, body: { topic: '{{topic}}' }, expect: refused(404) },
    ],
  },
  {
    id: 'groups/leaving-one-keeps-others',
    promise: 'Leaving one group leaves the others as they were.',
    ...documented('Leave group'),
    steps: [
      { ...makeGroup(), capture: { other: 'group.jid' } },
      makeGroup(),
      remember(),
      { call: 'leaveGroup', path: { jid: '{{other}}' } },
      isAsBefore(),
      list({ $contains: { jid: '{{group}}' } }),
    ],
  },
];
