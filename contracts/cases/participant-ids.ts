import type { Case } from '../case.ts';
import { first, one, two } from '../cast.ts';
import { creator, done, failed, including, member, without } from '../people.ts';
import { changes, makeGroup, reads } from '../stage.ts';

/** By what people are called in requests, and what happens when they are called twice. */
export const participantIds: readonly Case[] = [
  {
    id: 'participants/phone-or-jid',
    promise: 'A participant is given as a bare phone number or as a user JID, and answered as a user JID.',
    provenance: 'documented',
    source: 'docs: Identifiers',
    needs: ['two-numbers'],
    steps: [
      makeGroup(),
      changes('add', ['{{number1}}', two], [member(one), member(two)]),
      reads({ participants: including(member(one), member(two)) }),
    ],
  },
  {
    id: 'participants/phone-with-signs',
    promise: 'Spaces, dashes, parentheses and a leading + of a phone number are ignored.',
    provenance: 'inferred',
    source: 'docs: Identifiers',
    needs: ['two-numbers'],
    steps: [
      makeGroup(),
      changes('add', ['+{{number1}}', ' (+{{number2}})- '], [member(one), member(two)]),
      changes('remove', ['({{number1}}) '], [{ jid: one }]),
      reads({ members_count: 2, participants: without(one) }),
    ],
  },
  {
    id: 'participants/phone-with-signs-of-a-new-group',
    promise: 'The participants of a new group are given in any of these forms.',
    provenance: 'inferred',
    source: 'docs: Identifiers',
    needs: ['two-numbers'],
    steps: [
      makeGroup({}, ['{{number1}}', '+{{number2}}']),
      reads({ members_count: 3, participants: including(member(one), member(two)) }),
    ],
  },
  {
    id: 'participants/lid',
    promise: 'A participant whose LID was answered is known by it in every action.',
    provenance: 'assumed',
    needs: ['two-numbers'],
    steps: [
      makeGroup(),
      {
        ...changes('add', [one, two], [{ lid: { $matches: '^[0-9]+@lid$' } }, { lid: { $type: 'string' } }]),
        capture: { lid: 'participants[0].lid', 'other-lid': 'participants[1].lid' },
      },
      reads({ participants: including({ jid: one, lid: '{{lid}}' }, { jid: two, lid: '{{other-lid}}' }) }),
      changes('promote', ['{{lid}}'], [{ jid: one, phone_number: one, lid: '{{lid}}', is_admin: true }]),
      changes('remove', ['{{lid}}'], [done(member(one))]),
      reads({ participants: { $all: [without(one), including(member(two))] } }),
      changes('add', ['{{lid}}'], [done(member(one))]),
    ],
  },
  {
    id: 'participants/lid-of-one-person',
    promise: 'Somebody has the same LID in every group, and nobody else has it.',
    provenance: 'assumed',
    needs: ['two-numbers'],
    steps: [
      makeGroup(),
      { ...changes('add', [one], [{}]), capture: { lid: 'participants[0].lid' } },
      makeGroup({}, [one, two]),
      reads({
        participants: including({ jid: one, lid: '{{lid}}' }, { jid: two, lid: { $not: '{{lid}}' } }),
      }),
    ],
  },
  {
    id: 'participants/add-twice',
    promise: 'Of two rows for the same person in one request the first adds, and the second finds a member.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      makeGroup(),
      changes('add', [one, '{{number1}}'], [done(member(one)), failed(one, 409)]),
      reads({ members_count: 2, participants: including(member(one)) }),
    ],
  },
  {
    id: 'participants/remove-twice',
    promise: 'Of two rows for the same person in one request the first removes, and the second finds nobody.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      makeGroup({}, [one]),
      changes('remove', [one, '{{number1}}'], [done(member(one)), failed(one, 404)]),
      reads({ members_count: 1, participants: [creator(first)] }),
    ],
  },
  {
    id: 'participants/promote-twice',
    promise: 'Two rows for the same person in one request both promote, or both demote.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      makeGroup({}, [one]),
      changes('promote', [one, one], [done({ is_admin: true }), done({ is_admin: true })]),
      reads({ participants: including({ jid: one, is_admin: true }) }),
      changes('demote', [one, one], [done(member(one)), done(member(one))]),
      reads({ participants: including(member(one)) }),
    ],
  },
  {
    id: 'participants/create-twice',
    promise: 'Somebody listed twice in a new group counts once, and so does its creator.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      {
        call: 'createGroup',
        body: { name: '{{name}}', participants: [first, one, '{{number1}}', '{{first.phone}}', one] },
        expect: {
          status: 201,
          body: { group: { members_count: 2, participants: [creator(first), done(member(one))] } },
        },
      },
    ],
  },
];
