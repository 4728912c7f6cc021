import {
  announcement,
  community,
  first,
  group,
  inAnnouncement,
  inCommunity,
  one,
  second,
  two,
} from '../../language/cast.ts';
import {
  addToCommunity,
  findAnnouncementGroup,
  makeCommunity,
  makeGroupInside,
} from '../../language/communities.ts';
import { admin, creator, done, failed, including, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { changeIn, changes, leaves } from '../../language/stage.ts';
import { answers, isIn, isRefused, reads } from '../../language/views.ts';

/** What the admins of a community do, and what nobody does to them. */
export const communityAdmins = promises('communities', assumed, {
  'promoted-acts': [
    restsOn('behaviour community-roles-are-one'),
    'Who was promoted in a community acts as an admin of both, until demoted.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    changeIn('{{announcement}}', 'promote', second),
    answers({ ...addToCommunity(one), as: 'second' }, { participants: [member(one)] }),
    { call: 'getGroupInviteLink', as: 'second', path: announcement, expect: { status: 200 } },
    changeIn('{{community}}', 'demote', second),
    { call: 'getGroupInviteLink', as: 'second', path: announcement, expect: { status: 403 } },
    { call: 'getGroupInviteLink', as: 'second', path: community, expect: { status: 403 } },
  ],
  'creator-stays-admin': [
    'The creator of a community is demoted and removed by nobody, in no half of it: 406 in the row.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', second),
    ...[community, announcement].flatMap((where) =>
      (['demote', 'remove'] as const).map((action) =>
        changes(action, [first], [failed(first, 406)], { ...where, as: 'second' }),
      ),
    ),
    reads({ members_count: 2, participants: including(creator(first), admin(second)) }, community),
    reads({ members_count: 2, participants: including(creator(first), admin(second)) }, announcement),
  ],
  'remove-an-admin': [
    'An admin is removed from the community, not from its announcement group alone: 405 in the row there.',
    makeCommunity([one, two]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', one),
    changes('remove', [one, two], [{ ...admin(one), error: 405 }, done(member(two))], announcement),
    reads({ members_count: 2, participants: including(admin(one)) }, announcement),
    changes('remove', [one], [done(member(one))], community),
    reads({ members_count: 1, participants: [creator(first)] }, announcement),
    reads({ members_count: 2, participants: [creator(first)] }, community),
  ],
  'remove-oneself': [
    'An admin who removes itself from a community, or its announcement group, gets 405 in its row and stays.',
    makeCommunity([second]),
    changeIn('{{community}}', 'promote', second),
    findAnnouncementGroup(),
    changes('remove', [second], [failed(second, 405)], inCommunity),
    changes('remove', [second], [failed(second, 405)], inAnnouncement),
    reads({ members_count: 2, participants: including(admin(second)) }, community),
    reads({ members_count: 2, participants: including(admin(second)) }, announcement),
  ],
  'demoted-leaves-announcement-group': [
    restsOn('refusal admins-stay-in-announcement-group'),
    'An admin leaves an announcement group after demoting itself.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', second),
    changes('demote', [second], [member(second)], inAnnouncement),
    leaves(inAnnouncement),
    isRefused(inAnnouncement),
    ...isIn(inCommunity),
  ],
  'admin-leaves': [
    restsOn('refusal creator-stays-in-community'),
    'An admin who is not the creator leaves a community, and with it everything.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', second),
    leaves(inCommunity),
    isRefused(inAnnouncement),
    reads({ members_count: 1, participants: [creator(first)] }, announcement),
    reads({ members_count: 1, participants: [creator(first)] }, community),
  ],
  'admins-in-groups': [
    'An admin of a community is no admin of the groups of it by that.',
    makeCommunity([second]),
    makeGroupInside([second]),
    changeIn('{{community}}', 'promote', second),
    reads({ participants: including(creator(first), member(second)) }),
    { call: 'getGroupInviteLink', as: 'second', path: group, expect: { status: 403 } },
    changeIn('{{community}}', 'demote', second),
    changeIn('{{group}}', 'promote', second),
    { call: 'getGroupInviteLink', as: 'second', path: community, expect: { status: 403 } },
  ],
});
