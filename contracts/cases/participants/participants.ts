import { first, group, one, second, two } from '../../language/cast.ts';
import { creator, done, including, member, type Row, without } from '../../language/people.ts';
import { assumed, inferred, promises, restsOn } from '../../language/promises.ts';
import { add, change, changes, makeGroup, removes } from '../../language/stage.ts';
import { answers, lists, reads } from '../../language/views.ts';

const row: Row = { jid: one, phone_number: one, is_admin: false, is_super_admin: false };

/** Adding people to a group, removing them, and what everybody sees of it. */
export const participants = promises('participants', restsOn('operation addGroupParticipants'), {
  add: [
    'Adding somebody answers a row with their user JID, as a plain member, and they are in the group.',
    makeGroup(),
    answers(
      { call: 'addGroupParticipants', path: group, body: { participants: [one] } },
      { success: true, participants: [row] },
    ),
    reads({ members_count: 2, participants: including(creator(first), row) }),
  ],
  'add-by-action': [
    'The action add adds somebody.',
    makeGroup(),
    changes('add', [one], [row]),
    reads({ participants: including(row) }),
  ],
  remove: [
    restsOn('operation removeGroupParticipants'),
    'DELETE with a JSON body removes somebody and answers a row with their user JID.',
    makeGroup({}, [one, two]),
    answers(removes([one]), { success: true, participants: [{ jid: one, phone_number: one }] }),
    reads({
      members_count: 2,
      participants: { $all: [without(one), including(creator(first), member(two))] },
    }),
  ],
  'remove-by-post': [
    'The action remove removes somebody.',
    makeGroup({}, [one]),
    changes('remove', [one], [{ jid: one, phone_number: one, is_admin: false }]),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'add-by-delete': [
    inferred('docs: Remove group participants'),
    'DELETE does what its action says, so that with add it adds.',
    makeGroup(),
    answers(removes([one], 'add'), { participants: [row] }),
    reads({ members_count: 2, participants: including(row) }),
  ],
  'order-of-rows': [
    assumed,
    'Rows come in the order of the request.',
    makeGroup(),
    changes('add', [two, one], { $inOrder: [{ jid: two }, { jid: one }] }),
    changes('promote', [one, two], { $inOrder: [{ jid: one }, { jid: two }] }),
    changes('demote', [two, one], { $inOrder: [{ jid: two }, { jid: one }] }),
    changes('remove', [one, two], { $inOrder: [{ jid: one }, { jid: two }] }),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'one-row-each': [
    restsOn('schema ParticipantRows'),
    'There is one row for each participant of the request, in whatever order.',
    makeGroup(),
    changes('add', [two, one], [{ jid: one }, { jid: two }]),
    changes('promote', [one, two], [{ jid: two }, { jid: one }]),
    changes('demote', [two, one], [{ jid: one }, { jid: two }]),
    changes('remove', [one, two], [{ jid: two }, { jid: one }]),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'rows-carried-out': [
    assumed,
    'A row that was carried out has neither an error nor an add request.',
    makeGroup(),
    changes('add', [one], [done(row)]),
    changes('promote', [one], [done({ jid: one, is_admin: true })]),
    changes('demote', [one], [done(row)]),
    changes('remove', [one], [done(row)]),
  ],
  count: [
    restsOn('operation getGroup'),
    'members_count counts everybody in the group, in the list as in the group itself.',
    makeGroup({}, [one]),
    add(two, '{{number3.jid}}'),
    reads({ members_count: 4, participants: { $length: 4 } }),
    change('remove', two),
    reads({ members_count: 3, participants: { $length: 3 } }),
    answers({ call: 'listGroups' }, { groups: { $contains: { jid: '{{group}}', members_count: 3 } } }),
  ],
  'at-the-same-time': [
    'Of two who are added at the same time by two calls both are in the group.',
    makeGroup(),
    { ...add(one), beside: add(two) },
    reads({ members_count: 3, participants: including(creator(first), member(one), member(two)) }),
    { ...change('remove', one), beside: change('remove', two) },
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'list-of-the-added': [
    restsOn('operation listGroups'),
    'An account that was added finds the group in its list, and reads it.',
    makeGroup(),
    add(second),
    lists({ as: 'second' }),
    reads({ name: '{{name}}', participants: including(member(second)) }, { as: 'second' }),
  ],
  'seen-by-others': [
    inferred('docs: Get group'),
    'Every participant sees at once who was added and who was removed.',
    makeGroup({}, [second]),
    reads({ members_count: 2 }, { as: 'second' }),
    add(one),
    reads({ members_count: 3, participants: including(row) }, { as: 'second' }),
    change('remove', one),
    reads({ members_count: 2, participants: without(one) }, { as: 'second' }),
  ],
  'added-again': [
    assumed,
    'An admin whom another admin removed comes back as a plain member when added again.',
    makeGroup({}, [second]),
    change('promote', second),
    changes('remove', [second], [done(member(second))]),
    changes('add', [second], [done(member(second))]),
    reads({ participants: including(member(second)) }, { as: 'second' }),
  ],
});
