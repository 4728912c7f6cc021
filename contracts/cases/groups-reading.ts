import type { Case } from '../case.ts';
import { documented, time } from '../known.ts';
import { isAsBefore, letIn, list, makeGroup, read, reads, remember } from '../stage.ts';

const me = { jid: '{{first.jid}}', phone_number: '{{first.jid}}', is_admin: true, is_super_admin: true };
const rowOfSecond = {
  jid: '{{second.jid}}',
  phone_number: '{{second.jid}}',
  is_admin: false,
  is_super_admin: false,
};
const make = { ...makeGroup(), capture: { group: 'group.jid', made: 'group', time: 'group.created_at' } };

/** Reading and listing groups. */
export const groupsReading: readonly Case[] = [
  {
    id: 'groups/create-then-read',
    promise: 'A group that was just created is read with the name and the participants that it was given.',
    ...documented('Get group'),
    steps: [makeGroup(), reads({ jid: '{{group}}', name: '{{name}}', participants: [me] })],
  },
  {
    id: 'groups/read-what-was-made',
    promise: 'Reading a new group answers exactly what creating it answered.',
    ...documented('Get group'),
    steps: [make, read({ body: { success: true, group: '{{made}}' } })],
  },
  {
    id: 'groups/read-twice',
    promise: 'Reading a group changes nothing about it.',
    ...documented('Get group'),
    steps: [makeGroup(), remember(), isAsBefore(), isAsBefore()],
  },
  {
    id: 'groups/created-at',
    promise: 'A group carries the time of its creation in RFC 3339 and UTC.',
    ...documented('Responses'),
    steps: [makeGroup(), reads({ created_at: time })],
  },
  {
    id: 'groups/jid-of-the-documented-form',
    promise: 'A new group has a JID of 15 to 25 digits.',
    ...documented('Identifiers'),
    steps: [makeGroup(), reads({ jid: { $matches: '^[0-9]{15,25}@g\\.us$' } })],
  },
  {
    id: 'groups/list-holds-it',
    promise: 'The list holds a group that was just created.',
    ...documented('List groups'),
    steps: [makeGroup(), list({ $contains: { jid: '{{group}}', name: '{{name}}' } })],
  },
  {
    id: 'groups/list-has-no-participants',
    promise: 'The list shows groups without their participants.',
    ...documented('List groups'),
    steps: [makeGroup(), list({ $each: { participants: { $absent: true } } })],
  },
  {
    id: 'groups/list-agrees-with-read',
    promise: 'The list and a read tell the same about a group.',
    ...documented('List groups'),
    steps: [
      { ...make, body: { name: '{{name}}', participants: ['{{first.jid}}'], options: { locked: true } } },
      list({
        $contains: {
          jid: '{{group}}',
          name: '{{name}}',
          owner: '{{first.jid}}',
          created_at: '{{time}}',
          is_announce: false,
          is_locked: true,
          join_approval: false,
          members_count: 1,
        },
      }),
      reads({ jid: '{{group}}', created_at: '{{time}}', is_locked: true, members_count: 1 }),
    ],
  },
  {
    id: 'groups/counts-add-up',
    promise: 'The count of members is the number of participants, before and after somebody joins.',
    ...documented('Get group'),
    needs: ['second-account'],
    steps: [
      makeGroup(),
      reads({ members_count: 1, participants: { $length: 1 } }),
      ...letIn(),
      reads({
        members_count: 2,
        participants: { $all: [{ $length: 2 }, { $contains: me }, { $contains: rowOfSecond }] },
      }),
      list({ $contains: { jid: '{{group}}', members_count: 2 } }),
    ],
  },
  {
    id: 'groups/members-read-the-same',
    promise: 'Two members of a group read the same group.',
    ...documented('Get group'),
    needs: ['second-account'],
    steps: [makeGroup(), ...letIn(), remember(), reads('{{before}}', { as: 'second' })],
  },
  {
    id: 'groups/owner-is-who-made-it',
    promise: 'The owner of a group is the account that made it, whoever reads.',
    ...documented('Get group'),
    needs: ['second-account'],
    steps: [makeGroup(), ...letIn(), reads({ owner: '{{first.jid}}' }, { as: 'second' })],
  },
];
