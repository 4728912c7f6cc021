import { first, group, one, second, two } from '../../language/cast.ts';
import { admin, creator, done, failed, including, member, without } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { add, change, changes, join, leaves, makeGroup, readLink, update } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

/** People who cannot be added, by whom and for how long. */
export const refusedAdditions = promises('row-failures', restsOn('field Participant.error'), {
  'add-a-member': [
    'Adding a member gives 409 in their row, which tells what they are, and they stay what they are.',
    makeGroup({}, [one]),
    change('promote', one),
    changes(
      'add',
      [first, one, two],
      [{ ...creator(first), error: 409 }, { ...admin(one), error: 409 }, done(member(two))],
    ),
    reads({ members_count: 3, participants: including(creator(first), admin(one), member(two)) }),
  ],
  'unknown-lid': [
    'A LID that nobody has gives 404 in its row, which has no phone number, whatever the action.',
    makeGroup(),
    changes(
      'add',
      ['nobody0000@lid', one],
      [{ jid: 'nobody0000@lid', phone_number: '', error: 404 }, done(member(one))],
    ),
    ...(['promote', 'demote', 'remove'] as const).map((action) =>
      changes(action, ['nobody0000@lid'], [failed('nobody0000@lid', 404)]),
    ),
    reads({ members_count: 2 }),
  ],
  'removed-by-an-admin': [
    'Whom an admin removed no member adds again: 402 in the row. An admin does.',
    makeGroup({}, [second, one]),
    change('remove', one),
    changes('add', [one, two], [failed(one, 402), done(member(two))], { as: 'second' }),
    reads({ members_count: 3, participants: without(one) }),
    changes('add', [one], [done(member(one))]),
    change('promote', second),
    change('remove', one),
    changes('add', [one], [done(member(one))], { as: 'second' }),
    reads({ members_count: 4, participants: including(member(one)) }),
  ],
  'several-removed-by-an-admin': [
    'Of several whom an admin removed a member adds none again.',
    makeGroup({}, [second, one, two]),
    change('remove', one),
    change('remove', two),
    changes('add', [one, two], [failed(one, 402), failed(two, 402)], { as: 'second' }),
    reads({ members_count: 2, participants: without(one) }),
  ],
  'private-invite-lasts-72-hours': [
    'The private invite to somebody whose privacy forbids to add them expires after 72 hours.',
    makeGroup(),
    { call: 'resetGroupInviteLink', path: group, capture: { now: 'reset_at' } },
    changes(
      'add',
      ['{{magic.403}}'],
      [{ error: 403, add_request: { expires_at: { $hoursAfter: ['{{now}}', 72] } } }],
    ),
  ],
  'left-twice': [
    'Somebody who left twice within 24 hours cannot be added, 408 in the row, yet comes back by link.',
    makeGroup({}, [second]),
    readLink(),
    leaves({ as: 'second' }),
    changes('add', [second], [done(member(second))]),
    leaves({ as: 'second' }),
    changes('add', [second, one], [failed(second, 408), done(member(one))]),
    reads({ members_count: 2, participants: without(second) }),
    join('second'),
    reads({ members_count: 3, participants: including(member(second)) }, { as: 'second' }),
  ],
  'left-once': [
    restsOn('row 408'),
    'An admin adds again whoever left once, and whoever was removed twice.',
    makeGroup({}, [second, one]),
    leaves({ as: 'second' }),
    add(second),
    change('remove', one),
    add(one),
    change('remove', one),
    changes('add', [one, second], [done(member(one)), { jid: second }]),
    reads({ members_count: 3, participants: including(member(second), member(one)) }),
  ],
  'request-instead': [
    'Whom a plain member adds while approval is on is asked for, 421 in the row, and is no member.',
    makeGroup({ join_approval: true }, [second]),
    changes('add', [one], [failed(one, 421)], { as: 'second' }),
    changes('add', [one, second], [failed(one, 421), failed(second, 409)], { as: 'second' }),
    reads({ members_count: 2, participants: without(one) }),
    changes('add', [two], [done(member(two))]),
    changes('add', [one], [done(member(one))]),
    reads({ members_count: 4, participants: including(member(one), member(two)) }),
  ],
  'request-is-dropped': [
    'When approval is turned off, whom a member added meanwhile is no member until added again.',
    makeGroup({ join_approval: true }, [second]),
    changes('add', [one], [failed(one, 421)], { as: 'second' }),
    update({ join_approval: false }),
    reads({ members_count: 2, participants: without(one) }),
    changes('add', [one], [done(member(one))], { as: 'second' }),
  ],
});
