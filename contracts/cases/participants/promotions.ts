import { first, group, one, second, two } from '../../language/cast.ts';
import { admin, creator, done, including, member } from '../../language/people.ts';
import { assumed, inferred, promises, restsOn } from '../../language/promises.ts';
import { change, changes, makeGroup, removes } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

/** Making people admins, and plain members again. */
export const promotions = promises('participants', assumed, {
  promote: [
    restsOn('operation addGroupParticipants'),
    'The action promote makes a member an admin, not a super admin, and nobody else.',
    makeGroup({}, [one, two]),
    changes('promote', [one], [admin(one)]),
    reads({ members_count: 3, participants: including(creator(first), admin(one), member(two)) }),
  ],
  demote: [
    restsOn('operation addGroupParticipants'),
    'The action demote makes an admin a plain member, and nobody else.',
    makeGroup({}, [one, two]),
    change('promote', one, two),
    changes('demote', [one], [member(one)]),
    reads({ members_count: 3, participants: including(creator(first), member(one), admin(two)) }),
  ],
  'promote-by-delete': [
    inferred('docs: Remove group participants'),
    'DELETE with the actions promote and demote promotes and demotes.',
    makeGroup({}, [one]),
    answers(removes([one], 'promote'), { participants: [admin(one)] }),
    reads({ participants: including(admin(one)) }),
    answers(removes([one], 'demote'), { participants: [member(one)] }),
    reads({ participants: including(member(one)) }),
  ],
  'promote-again': [
    'Promoting an admin again succeeds and changes nothing.',
    makeGroup({}, [one]),
    change('promote', one),
    changes('promote', [one], [done(admin(one))]),
    reads({ participants: including(admin(one)) }),
  ],
  'promote-the-creator': [
    'Promoting the creator succeeds, and they stay super admin.',
    makeGroup(),
    changes('promote', [first], [done(creator(first))]),
    reads({ participants: [creator(first)] }),
  ],
  'demote-a-member': [
    'Demoting a plain member succeeds and changes nothing.',
    makeGroup({}, [one]),
    changes('demote', [one], [done(member(one))]),
    reads({ participants: including(member(one)) }),
  ],
  'demote-oneself': [
    'An admin who demotes itself is a plain member afterwards.',
    makeGroup({}, [second]),
    change('promote', second),
    changes('demote', [second], [done(member(second))], { as: 'second' }),
    reads({ participants: including(member(second)) }),
  ],
  'promoted-acts': [
    restsOn('role promote'),
    'A member acts as an admin as soon as they are promoted, until they are demoted.',
    makeGroup({}, [second]),
    change('promote', second),
    { call: 'getGroupInviteLink', as: 'second', path: group, expect: { status: 200 } },
    change('demote', second),
    { call: 'getGroupInviteLink', as: 'second', path: group, expect: { status: 403 } },
  ],
});
