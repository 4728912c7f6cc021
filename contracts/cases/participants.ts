import type { Case } from '../case.ts';
import { first, one, second, two } from '../cast.ts';
import { creator, done, including, member, without } from '../people.ts';
import { add, change, changes, lists, makeGroup, reads } from '../stage.ts';

const row = { jid: one, phone_number: one, is_admin: false, is_super_admin: false };

/** Adding people to a group, removing them, and what everybody sees of it. */
export const participants: readonly Case[] = [
  {
    id: 'participants/add',
    promise:
      'Adding somebody answers a row with their user JID, as a plain member, and they are in the group.',
    provenance: 'documented',
    source: 'docs: Add group participants',
    needs: ['one-number'],
    steps: [
      makeGroup(),
      {
        call: 'addGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [one] },
        expect: { status: 200, body: { success: true, participants: [row] } },
      },
      reads({ members_count: 2, participants: including(creator(first), row) }),
    ],
  },
  {
    id: 'participants/add-by-action',
    promise: 'The action add adds somebody.',
    provenance: 'documented',
    source: 'docs: Add group participants',
    needs: ['one-number'],
    steps: [makeGroup(), changes('add', [one], [row]), reads({ participants: including(row) })],
  },
  {
    id: 'participants/remove',
    promise: 'DELETE with a JSON body removes somebody and answers a row with their user JID.',
    provenance: 'documented',
    source: 'docs: Remove group participants',
    needs: ['two-numbers'],
    steps: [
      makeGroup({}, [one, two]),
      {
        call: 'removeGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [one] },
        expect: { status: 200, body: { success: true, participants: [{ jid: one, phone_number: one }] } },
      },
      reads({
        members_count: 2,
        participants: { $all: [without(one), including(creator(first), member(two))] },
      }),
    ],
  },
  {
    id: 'participants/remove-by-post',
    promise: 'The action remove removes somebody.',
    provenance: 'documented',
    source: 'docs: Add group participants',
    needs: ['one-number'],
    steps: [
      makeGroup({}, [one]),
      changes('remove', [one], [{ jid: one, phone_number: one, is_admin: false }]),
      reads({ members_count: 1, participants: [creator(first)] }),
    ],
  },
  {
    id: 'participants/add-by-delete',
    promise: 'DELETE does what its action says, so that with add it adds.',
    provenance: 'inferred',
    source: 'docs: Remove group participants',
    needs: ['one-number'],
    steps: [
      makeGroup(),
      {
        call: 'removeGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [one], action: 'add' },
        expect: { status: 200, body: { participants: [row] } },
      },
      reads({ members_count: 2, participants: including(row) }),
    ],
  },
  {
    id: 'participants/order-of-rows',
    promise: 'Rows come in the order of the request, one for each participant.',
    provenance: 'inferred',
    source: 'docs: Add group participants',
    needs: ['two-numbers'],
    steps: [
      makeGroup(),
      changes('add', [two, one], [{ jid: two }, { jid: one }]),
      changes('promote', [one, two], [{ jid: one }, { jid: two }]),
      changes('demote', [two, one], [{ jid: two }, { jid: one }]),
      changes('remove', [one, two], [{ jid: one }, { jid: two }]),
      reads({ members_count: 1, participants: [creator(first)] }),
    ],
  },
  {
    id: 'participants/rows-carried-out',
    promise: 'A row that was carried out has neither an error nor an add request.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      makeGroup(),
      changes('add', [one], [done(row)]),
      changes('promote', [one], [done({ jid: one, is_admin: true })]),
      changes('demote', [one], [done(row)]),
      changes('remove', [one], [done(row)]),
    ],
  },
  {
    id: 'participants/count',
    promise: 'members_count counts everybody in the group, in the list as in the group itself.',
    provenance: 'documented',
    source: 'docs: Get group',
    needs: ['three-numbers'],
    steps: [
      makeGroup({}, [one]),
      add(two, '{{number3.jid}}'),
      reads({ members_count: 4, participants: { $length: 4 } }),
      change('remove', two),
      reads({ members_count: 3, participants: { $length: 3 } }),
      {
        call: 'listGroups',
        expect: { status: 200, body: { groups: { $contains: { jid: '{{group}}', members_count: 3 } } } },
      },
    ],
  },
  {
    id: 'participants/list-of-the-added',
    promise: 'An account that was added finds the group in its list, and reads it.',
    provenance: 'documented',
    source: 'docs: List groups',
    needs: ['second-account'],
    steps: [
      makeGroup(),
      add(second),
      lists({ as: 'second' }),
      reads({ name: '{{name}}', participants: including(member(second)) }, { as: 'second' }),
    ],
  },
  {
    id: 'participants/seen-by-others',
    promise: 'Every participant sees at once who was added and who was removed.',
    provenance: 'inferred',
    source: 'docs: Get group',
    needs: ['second-account', 'one-number'],
    steps: [
      makeGroup({}, [second]),
      reads({ members_count: 2 }, { as: 'second' }),
      add(one),
      reads({ members_count: 3, participants: including(row) }, { as: 'second' }),
      change('remove', one),
      reads({ members_count: 2, participants: without(one) }, { as: 'second' }),
    ],
  },
  {
    id: 'participants/added-again',
    promise: 'An admin whom another admin removed comes back as a plain member when added again.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      change('promote', second),
      changes('remove', [second], [done(member(second))]),
      changes('add', [second], [done(member(second))]),
      reads({ participants: including(member(second)) }, { as: 'second' }),
    ],
  },
];
