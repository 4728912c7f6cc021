import type { StepOf } from '../../language/case.ts';
import { first, one, second } from '../../language/cast.ts';
import type { Row } from '../../language/people.ts';
import { promises, restsOn, time } from '../../language/promises.ts';
import { letIn, makeGroup } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { isAsBefore, list, lists, read, reads, remember } from '../../language/views.ts';

const me: Row = { jid: first, phone_number: first, is_admin: true, is_super_admin: true };
const rowOfSecond: Row = { jid: second, phone_number: second, is_admin: false, is_super_admin: false };
const make: StepOf<'createGroup'> = {
  ...makeGroup({}, [first, one]),
  capture: { group: 'group.jid', made: 'group', time: 'group.created_at' },
};

/** One group more than any usual page of a list holds, each by the name of its JID. */
const many = Array.from({ length: 101 }, (_, index) => `group-${index + 1}`);

/** Reading and listing groups. */
export const groupsReading = promises('groups', restsOn('operation getGroup'), {
  'create-then-read': [
    'A group that was just created is read with the name and the participants that it was given.',
    makeGroup(),
    reads({ jid: '{{group}}', name: '{{name}}', participants: [me] }),
  ],
  'read-what-was-made': [
    'Reading a new group answers exactly what creating it answered.',
    make,
    read({ status: 200, body: { success: true, group: '{{made}}' } }),
  ],
  'read-twice': [
    'Reading a group changes nothing about it.',
    makeGroup(),
    remember(),
    isAsBefore(),
    isAsBefore(),
  ],
  'created-at': [
    restsOn('schema Success'),
    'A group carries the time of its creation in RFC 3339 and UTC.',
    makeGroup(),
    reads({ created_at: time }),
  ],
  'jid-of-the-documented-form': [
    restsOn('schema ParticipantId'),
    'A new group has a JID of 15 to 25 digits.',
    makeGroup(),
    reads({ jid: { $matches: '^[0-9]{15,25}@g\\.us$' } }),
  ],
  'list-holds-it': [
    restsOn('operation listGroups'),
    'The list holds a group that was just created.',
    makeGroup(),
    list({ $contains: { jid: '{{group}}', name: '{{name}}' } }),
  ],
  'list-keeps-the-others': [
    { ...restsOn('operation listGroups'), alone: true },
    'The list holds a new group beside every group that it held before.',
    makeGroup(),
    { ...lists(), capture: { listed: 'groups' } },
    makeGroup(),
    list({ $all: [{ $contains: { jid: '{{group}}' } }, { $keeps: '{{listed}}' }] }),
  ],
  'list-has-no-pages': [
    { ...restsOn('operation listGroups'), needs: ['invented-numbers'] },
    'The list holds every group, be they more than a hundred.',
    ...many.map((name) => ({ ...makeGroup(), capture: { [name]: 'group.jid' } }) as const),
    list({ $keeps: many.map((name) => ({ jid: `{{${name}}}` })) }),
  ],
  'list-of-each': [
    restsOn('operation listGroups'),
    'Every account has a list of groups, be it empty.',
    list({ $type: 'array' }, 'third'),
    list({ $type: 'array' }, 'second'),
  ],
  'list-of-nothing': [
    { ...restsOn('operation listGroups'), needs: ['people'] },
    'An account that is in no group has an empty list, before it makes one and after it left.',
    list([]),
    makeGroup(),
    { call: 'leaveGroup', path: { jid: '{{group}}' } },
    list([]),
  ],
  'list-has-no-participants': [
    restsOn('operation listGroups'),
    'The list shows groups without their participants.',
    makeGroup(),
    list({ $each: undocumented({ participants: { $absent: true } }) }),
  ],
  'list-agrees-with-read': [
    restsOn('operation listGroups'),
    'The list and a read tell the same about a group.',
    { ...make, body: { name: '{{name}}', participants: [first], options: { locked: true } } },
    list({
      $contains: {
        jid: '{{group}}',
        name: '{{name}}',
        owner: first,
        created_at: '{{time}}',
        is_announce: false,
        is_locked: true,
        join_approval: false,
        members_count: 1,
      },
    }),
    reads({ jid: '{{group}}', created_at: '{{time}}', is_locked: true, members_count: 1 }),
  ],
  'counts-add-up': [
    'The count of members is the number of participants, before and after somebody joins.',
    makeGroup(),
    reads({ members_count: 1, participants: { $length: 1 } }),
    ...letIn(),
    reads({
      members_count: 2,
      participants: { $all: [{ $length: 2 }, { $contains: me }, { $contains: rowOfSecond }] },
    }),
    list({ $contains: { jid: '{{group}}', members_count: 2 } }),
  ],
  'members-read-the-same': [
    'Two members of a group read the same group.',
    makeGroup(),
    ...letIn(),
    remember(),
    reads('{{before}}', { as: 'second' }),
  ],
  'owner-is-who-made-it': [
    'The owner of a group is the account that made it, whoever reads.',
    makeGroup(),
    ...letIn(),
    reads({ owner: first }, { as: 'second' }),
  ],
});
