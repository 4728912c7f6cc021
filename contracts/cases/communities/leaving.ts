import {
  announcement,
  community,
  group,
  inAnnouncement,
  inCommunity,
  second,
  third,
} from '../../language/cast.ts';
import {
  findAnnouncementGroup,
  makeCommunity,
  makeGroupInside,
  removeFromCommunity,
} from '../../language/communities.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { admin, done, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { changeIn, changes, leaves } from '../../language/stage.ts';
import { isOutside, isRefused, reads } from '../../language/views.ts';

/** Leaving a community, its announcement group or its groups. */
export const communityLeaving = promises('communities', assumed, {
  leave: [
    restsOn('behaviour community-is-left-whole'),
    'Leaving a community leaves its announcement group and every group of it.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    leaves(inCommunity),
    isRefused({ as: 'second' }),
    isRefused(inAnnouncement),
    ...isOutside(inCommunity),
    reads({ members_count: 1 }),
    reads({ members_count: 1 }, announcement),
    reads({ members_count: 1 }, community),
  ],
  'leave-announcement-group': [
    'Leaving an announcement group leaves neither the community nor its other groups.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    leaves(inAnnouncement),
    ...isOutside(inAnnouncement),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2 }, { as: 'second' }),
    reads({ members_count: 1 }, announcement),
  ],
  'leave-linked-group': [
    restsOn('behaviour last-linked-group'),
    'Leaving a group of a community leaves nothing else, for whom the community itself has.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    leaves({ as: 'second' }),
    isRefused({ as: 'second' }),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2 }, inAnnouncement),
  ],
  'removed-maker-of-a-group': [
    'Whoever is removed from a community leaves also the groups that they made; others become admin there.',
    makeCommunity([second, third]),
    changeIn('{{community}}', 'promote', second),
    { ...makeGroupInside([third]), as: 'second' },
    changes('remove', [second], [done(member(second))], community),
    isRefused({ as: 'second' }),
    reads({ members_count: 1, participants: [admin(third)] }, { as: 'third' }),
  ],
  'ended-group': [
    'A community goes on when the last participant of one of its groups leaves.',
    makeCommunity([second]),
    makeGroupInside(),
    leaves(),
    { call: 'getGroup', path: group, expect: { status: 404 } },
    removeFromCommunity(second),
    isRefused(inCommunity),
    reads({ members_count: 1 }, community),
  ],
  'leave-announcement-group-first': [
    restsOn('behaviour community-is-left-whole'),
    'Who left the announcement group and then leaves the community is told to have left that, and nothing twice.',
    makeCommunity([second, third]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    subscribe('third'),
    told(leaves(inCommunity), info({ ...community, leave: [second] }, 'third')),
  ],
});
