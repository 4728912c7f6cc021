import { first, group, second, third } from '../../language/cast.ts';
import { creator, done, including, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { add, change, changes, join, leaves, makeGroup, readLink } from '../../language/stage.ts';
import { answers, isIn, isOutside, lists, reads } from '../../language/views.ts';

const gone = { status: 404 } as const;

/** Leaving a group or being removed from it, and coming back. */
export const leaving = promises('leaving', restsOn('refusal not-a-participant'), {
  leave: [
    restsOn('operation leaveGroup'),
    'Who leaves is a participant no more, and the others see it.',
    makeGroup({}, [second]),
    answers({ call: 'leaveGroup', as: 'second', path: group }, { success: true }),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  afterwards: [
    'Who left is refused to read the group with 403, and has it in the list no more.',
    makeGroup({}, [second]),
    lists({ as: 'second' }),
    leaves({ as: 'second' }),
    ...isOutside({ as: 'second' }),
  ],
  removed: [
    'Who was removed is refused to read the group with 403, and has it in the list no more.',
    makeGroup({}, [second]),
    lists({ as: 'second' }),
    change('remove', second),
    ...isOutside({ as: 'second' }),
  ],
  'come-back': [
    restsOn('behaviour left-comes-back'),
    'Who left comes back by link, as a plain member.',
    makeGroup({}, [second]),
    change('promote', second),
    readLink(),
    leaves({ as: 'second' }),
    join('second'),
    reads({ members_count: 2, participants: including(member(second)) }, { as: 'second' }),
    lists({ as: 'second' }),
  ],
  'last-one': [
    restsOn('refusal no-such-group'),
    'When the last participant leaves, the group has ended: 404 for everything.',
    makeGroup(),
    leaves(),
    { call: 'getGroup', path: group, expect: gone },
    { call: 'leaveGroup', path: group, expect: gone },
    { call: 'getGroupInviteLink', path: group, expect: gone },
    { call: 'listGroups', expect: { status: 200, body: { groups: { $lacks: group } } } },
  ],
  forgiven: [
    assumed,
    'Whom an admin removed and added again is as free as any other: a member adds them, the link lets them in.',
    makeGroup({}, [second, third]),
    readLink(),
    change('remove', third),
    { ...join('third'), expect: { status: 403 } },
    add(third),
    leaves({ as: 'third' }),
    changes('add', [third], [done(member(third))], { as: 'second' }),
    leaves({ as: 'third' }),
    join('third'),
    ...isIn({ as: 'third' }),
  ],
});
