import { first, group, one, second, third } from '../../language/cast.ts';
import { admin, creator, done, including, member, without } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { add, change, changes, join, leaves, makeGroup, readLink } from '../../language/stage.ts';
import { isOutside, reads } from '../../language/views.ts';

/** Who is admin of a group after its admins left. */
export const succession = promises('leaving', restsOn('behaviour only-admin-leaves'), {
  'only-admin': [
    'When the only admin leaves, one of the others becomes admin, not super admin.',
    makeGroup({}, [second]),
    leaves(),
    ...isOutside(),
    reads({ members_count: 1, participants: [admin(second)] }, { as: 'second' }),
    { call: 'getGroupInviteLink', as: 'second', path: group, expect: { status: 200 } },
  ],
  'longest-standing': [
    assumed,
    'When the only admin leaves, the one who has been there longest becomes admin, and nobody else.',
    makeGroup({}, [one]),
    add(second),
    leaves(),
    reads({ members_count: 2, participants: including(admin(one), member(second)) }, { as: 'second' }),
  ],
  'one-of-the-admins': [
    'When an admin leaves and another stays, nobody is promoted.',
    makeGroup({}, [one, second]),
    change('promote', second),
    leaves(),
    reads({ members_count: 2, participants: including(member(one), admin(second)) }, { as: 'second' }),
  ],
  'one-of-the-members': [
    'When a member leaves or is removed, nobody is promoted.',
    makeGroup({}, [one, '{{number2}}', second]),
    leaves({ as: 'second' }),
    change('remove', '{{number2}}'),
    reads({ members_count: 2, participants: including(creator(first), member(one)) }),
  ],
  'no-super-admin': [
    assumed,
    'A group that its creator left has no super admin, and the same owner.',
    makeGroup({}, [second, one]),
    leaves(),
    reads(
      { owner: first, participants: { $all: [without(first), { $each: { is_super_admin: false } }] } },
      { as: 'second' },
    ),
  ],
  'creator-comes-back': [
    'A creator who left and came back is a plain member, whom an admin removes like any other.',
    makeGroup({}, [second]),
    readLink(),
    leaves(),
    join('first'),
    reads({ members_count: 2, participants: including(member(first), admin(second)) }),
    changes('remove', [first], [member(first)], { as: 'second' }),
    ...isOutside(),
  ],
  'admin-demoted-itself': [
    assumed,
    'A group without admins gets one when somebody leaves.',
    makeGroup({}, [one, second, third]),
    change('promote', second),
    leaves(),
    changes('demote', [second], [done(member(second))], { as: 'second' }),
    reads({ participants: { $each: { is_admin: false } } }, { as: 'second' }),
    leaves({ as: 'second' }),
    reads({ members_count: 2, participants: including(admin(one), member(third)) }, { as: 'third' }),
  ],
});
