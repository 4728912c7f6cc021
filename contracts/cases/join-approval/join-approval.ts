import type { Expectation } from '../../language/case.ts';
import { one, second } from '../../language/cast.ts';
import { after, waiting } from '../../language/happenings.ts';
import { done, including, member, without } from '../../language/people.ts';
import { assumed, inferred, promises, restsOn } from '../../language/promises.ts';
import { add, change, changes, join, leaves, makeGroup, readLink, update } from '../../language/stage.ts';
import { doesNotList, isIn, isOutside, isRefused, reads } from '../../language/views.ts';

const pending: Expectation<'joinGroup'> = {
  status: 200,
  body: { pending_approval: true, group_jid: '{{group}}' },
};
const joined: Expectation<'joinGroup'> = {
  status: 200,
  body: { pending_approval: false, group_jid: '{{group}}' },
};

/** Groups that ask an admin before somebody joins by link. */
export const joinApproval = promises('join-approval', restsOn('behaviour approval-makes-a-request'), {
  pending: [
    assumed,
    'Joining by link where approval is on says that it waits for approval, and in which group.',
    makeGroup({ join_approval: true }),
    readLink(),
    { ...join('second'), expect: pending },
  ],
  'not-pending': [
    restsOn('operation joinGroup'),
    'Joining by link where approval is off says that it does not wait for approval.',
    makeGroup({ join_approval: false }),
    readLink(),
    { ...join('second'), expect: joined },
    ...isIn({ as: 'second' }),
  ],
  'no-member-yet': [
    'Who waits for approval is no member: not counted, without the group in the list, refused to read it.',
    makeGroup({ join_approval: true }),
    readLink(),
    join('second'),
    ...isOutside({ as: 'second' }),
    reads({ members_count: 1, participants: without(second) }),
  ],
  'turned-on-later': [
    'Turning approval on makes the link ask from then on; the link and the members stay the same.',
    makeGroup(),
    readLink(),
    join('third'),
    update({ join_approval: true }),
    join('second'),
    doesNotList({ as: 'second' }),
    reads({ members_count: 2, participants: without(second) }, { as: 'third' }),
  ],
  'asked-twice': [
    assumed,
    'Asking twice is still one request, and still waits.',
    makeGroup({ join_approval: true }),
    readLink(),
    { ...join('second'), expect: pending },
    { ...join('second'), expect: pending },
    ...isOutside({ as: 'second' }),
    reads({ members_count: 1 }),
  ],
  'turned-off': [
    restsOn('behaviour request-ends'),
    'Turning approval off lets nobody in who asked before; the link then lets them in at once.',
    makeGroup({ join_approval: true }),
    readLink(),
    join('second'),
    update({ join_approval: false }),
    ...isOutside({ as: 'second' }),
    { ...join('second'), expect: joined },
    reads({ members_count: 2, participants: including(member(second)) }, { as: 'second' }),
  ],
  'added-while-pending': [
    restsOn('behaviour request-ends'),
    'Being added by an admin makes a member of somebody who waits for approval.',
    makeGroup({ join_approval: true }),
    readLink(),
    join('second'),
    changes('add', [second], [done(member(second))]),
    ...isIn({ as: 'second' }),
    reads({ members_count: 2, participants: including(member(second)) }),
  ],
  'added-is-no-request': [
    'Who left after being added asks again where approval is on.',
    makeGroup({ join_approval: true }),
    readLink(),
    join('second'),
    add(second),
    after(leaves({ as: 'second' }), waiting()),
    join('second'),
    after(isRefused({ as: 'second' }), waiting({ phone: '{{second.phone}}', added_by: null })),
  ],
  'member-already': [
    inferred('whatsapp-web: main/148999'),
    'A member who uses the link where approval is on is told 409, as everywhere.',
    makeGroup({ join_approval: true }, [second]),
    readLink(),
    { ...join('second'), expect: { status: 409 } },
    { ...join('first'), expect: { status: 409 } },
  ],
  'removed-cannot-ask': [
    inferred('whatsapp-web: main/148999'),
    'Whom an admin removed cannot even ask by link: 403.',
    makeGroup({ join_approval: true }, [second]),
    readLink(),
    change('remove', second),
    { ...join('second'), expect: { status: 403 } },
    changes('add', [second], [done(member(second))]),
  ],
  'admins-add-directly': [
    restsOn('row 421'),
    'An admin adds without asking where approval is on.',
    makeGroup({ join_approval: true }, [second]),
    change('promote', second),
    changes('add', ['{{number1}}'], [done(member(one))], { as: 'second' }),
    reads({ members_count: 3, participants: including(member(one)) }),
  ],
});
