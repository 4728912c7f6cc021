import { first, group, second } from '../../language/cast.ts';
import type { Row } from '../../language/people.ts';
import { assumed, promises, refused, restsOn } from '../../language/promises.ts';
import { letIn, makeGroup } from '../../language/stage.ts';
import { isAsBefore, list, read, reads, remember } from '../../language/views.ts';

const me: Row = { jid: first, phone_number: first, is_admin: true, is_super_admin: true };
const anEnd = restsOn('refusal no-such-group');

/** Leaving groups. */
export const groupsLeaving = promises('groups', restsOn('operation leaveGroup'), {
  leave: [
    'Leaving a group answers 200 with success.',
    makeGroup(),
    { call: 'leaveGroup', path: group, expect: { status: 200, body: { success: true } } },
  ],
  'left-is-not-listed': [
    restsOn('operation listGroups'),
    'A group that was left is gone from the list.',
    makeGroup(),
    ...letIn(),
    list({ $contains: group }, 'second'),
    { call: 'leaveGroup', as: 'second', path: group, expect: { status: 200 } },
    list({ $lacks: group }, 'second'),
  ],
  'left-is-forbidden': [
    restsOn('refusal not-a-participant'),
    'Who has left a group reads 403 afterwards.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', as: 'second', path: group },
    read(refused(403), { as: 'second' }),
  ],
  'leave-twice': [
    assumed,
    'Leaving a group a second time answers 403.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', as: 'second', path: group },
    { call: 'leaveGroup', as: 'second', path: group, expect: refused(403) },
  ],
  'left-counts-one-less': [
    'When a member leaves, the others see one member less and no trace of them.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', as: 'second', path: group },
    reads({ name: '{{name}}', members_count: 1, participants: [me] }),
    list({ $contains: { jid: '{{group}}', members_count: 1 } }),
  ],
  'owner-leaves': [
    restsOn('behaviour creator-left'),
    'When the creator leaves, the other member becomes admin, but not super admin.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', path: group },
    reads(
      { members_count: 1, participants: [{ jid: second, is_admin: true, is_super_admin: false }] },
      { as: 'second' },
    ),
    read(refused(403)),
  ],
  'owner-stays-owner': [
    assumed,
    'The owner stays named after leaving, though no longer a participant.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', path: group },
    reads({ owner: first, participants: { $lacks: { jid: first } } }, { as: 'second' }),
  ],
  'last-one-out': [
    anEnd,
    'A group that its last member has left does not exist any more.',
    makeGroup(),
    { call: 'leaveGroup', path: group },
    read(refused(404)),
    list({ $lacks: group }),
  ],
  'ended-for-everybody': [
    anEnd,
    'A group that has ended answers 404 to those who were in it, and to change as well as to read.',
    makeGroup(),
    ...letIn(),
    { call: 'leaveGroup', as: 'second', path: group },
    { call: 'leaveGroup', path: group },
    read(refused(404), { as: 'second' }),
    { call: 'updateGroup', path: group, body: { topic: '{{topic}}' }, expect: refused(404) },
  ],
  'leaving-one-keeps-others': [
    'Leaving one group leaves the others as they were.',
    { ...makeGroup(), capture: { other: 'group.jid' } },
    makeGroup(),
    remember(),
    { call: 'leaveGroup', path: { jid: '{{other}}' } },
    isAsBefore(),
    list({ $contains: group }),
  ],
});
