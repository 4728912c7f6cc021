import {
  announcement,
  community,
  first,
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
  removeFromCommunity,
} from '../../language/communities.ts';
import { creator, done, failed, including, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { change, changes, leaves } from '../../language/stage.ts';
import { answers, isOutside, isRefused, reads } from '../../language/views.ts';

/** Being removed from a community or from its announcement group. */
export const communityRemovals = promises('communities', assumed, {
  remove: [
    restsOn('operation removeCommunityParticipants'),
    'Removing from a community answers its JID, the action remove and a row for each participant.',
    makeCommunity([one]),
    answers(removeFromCommunity(one), {
      success: true,
      ...community,
      action: 'remove',
      participants: [{ jid: one }],
    }),
    reads({ members_count: 1 }, community),
  ],
  'remove-from-everything': [
    restsOn('behaviour community-removes-everywhere'),
    'Whoever is removed from a community is out of its announcement group and of all its groups.',
    makeCommunity([second, one]),
    findAnnouncementGroup(),
    makeGroupInside([second, one]),
    answers(removeFromCommunity(second), { participants: [{ jid: second, is_admin: false }] }),
    isRefused({ as: 'second' }),
    isRefused(inAnnouncement),
    ...isOutside(inCommunity),
    reads({ members_count: 2, participants: including(creator(first), member(one)) }),
    reads({ members_count: 2, participants: including(creator(first), member(one)) }, announcement),
    reads({ members_count: 2 }, community),
  ],
  'remove-by-group-endpoint': [
    'Removing by the group endpoint with the JID of a community removes from all of it.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    changes('remove', [second], [done(member(second))], community),
    isRefused({ as: 'second' }),
    isRefused(inAnnouncement),
    isRefused(inCommunity),
  ],
  'remove-from-announcement-group': [
    'Whoever is removed from an announcement group stays in the community and in its other groups.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    changes('remove', [second], [done(member(second))], announcement),
    ...isOutside(inAnnouncement),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2 }, { as: 'second' }),
  ],
  'remove-leaves-other-groups-alone': [
    'Removing somebody from a community changes nothing in the groups of it that they are not in.',
    makeCommunity([one]),
    makeGroupInside([second]),
    change('promote', second),
    leaves(),
    changes('demote', [second], [done(member(second))], { as: 'second' }),
    removeFromCommunity(one),
    reads({ members_count: 1, participants: [member(second)] }, { as: 'second' }),
  ],
  'rows-that-fail': [
    'Rows of a community fail one by one: 409 a member already, 404 no member, 406 the creator.',
    makeCommunity([one]),
    answers(addToCommunity(one, 'nobody0000@lid', two), {
      participants: [failed(one, 409), failed('nobody0000@lid', 404), done(member(two))],
    }),
    answers(removeFromCommunity(first, 'nobody0000@lid', one, one), {
      participants: [failed(first, 406), failed('nobody0000@lid', 404), done(member(one)), failed(one, 404)],
    }),
    reads({ members_count: 2, participants: [creator(first)] }, community),
  ],
});
