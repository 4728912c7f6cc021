import { first, one, second, two } from '../../language/cast.ts';
import { admin, creator, done, failed, including, member, without } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { change, changes, makeGroup } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

/** Rows that fail while the request succeeds, and the other rows are carried out. */
export const rowFailures = promises('row-failures', restsOn('field Participant.error'), {
  'the-others-are-carried-out': [
    restsOn('behaviour rows-fail-alone'),
    'When one row cannot be carried out the request succeeds, and the other rows are carried out.',
    makeGroup({}, [one]),
    changes('add', [one, two, first], [{ jid: one }, member(two), { jid: first }]),
    reads({ members_count: 3, participants: including(creator(first), member(one), member(two)) }),
    change('remove', one),
    changes('promote', [one, two], [{ jid: one }, admin(two)]),
    reads({ members_count: 2, participants: { $all: [without(one), including(admin(two))] } }),
    changes('demote', [first, two], [creator(first), member(two)]),
    changes('remove', [one, first, two], [{ jid: one }, { jid: first }, { jid: two }]),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'no-member': [
    'Removing, promoting or demoting somebody who is no member gives 404 in their row.',
    makeGroup({}, [two]),
    changes('promote', [one, two], [failed(one, 404), done(admin(two))]),
    changes('demote', [one, two], [failed(one, 404), done(member(two))]),
    changes('remove', [one, two], [failed(one, 404), done(member(two))]),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'the-creator': [
    'Removing or demoting the creator gives 406 in their row, and they stay super admin.',
    makeGroup({}, [second]),
    change('promote', second),
    changes('remove', [first], [failed(first, 406)], { as: 'second' }),
    changes('demote', [first], [failed(first, 406)], { as: 'second' }),
    changes('remove', [first], [failed(first, 406)]),
    changes('demote', [first], [failed(first, 406)]),
    reads({ members_count: 2, participants: including(creator(first), admin(second)) }),
  ],
  'the-creator-stays': [
    restsOn('row 406'),
    'No admin removes or demotes the creator, and asking for it is no failed request.',
    makeGroup({}, [second]),
    change('promote', second),
    changes('remove', [first], [creator(first)], { as: 'second' }),
    changes('demote', [first], [creator(first)], { as: 'second' }),
    reads({ participants: including(creator(first), admin(second)) }),
  ],
  'remove-oneself': [
    'An admin who removes itself gets 405 in its row and stays an admin.',
    makeGroup({}, [second, one]),
    change('promote', second),
    changes('remove', [second, one], [failed(second, 405), done(member(one))], { as: 'second' }),
    reads({ members_count: 2, participants: including(admin(second)) }),
  ],
});
