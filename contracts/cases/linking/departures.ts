import type { StepOf } from '../../language/case.ts';
import { announcement, community, first, inAnnouncement, inCommunity, second } from '../../language/cast.ts';
import { findAnnouncementGroup, link, makeCommunity, makeGroupInside } from '../../language/communities.ts';
import { done, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { change, changeIn, changes, join, leaves, makeGroup, readLink } from '../../language/stage.ts';
import { isOutside, isRefused, reads } from '../../language/views.ts';

/** A second group of `{{community}}`, called `{{sibling}}`. */
const makeSibling: StepOf<'createGroup'> = {
  ...makeGroupInside([second]),
  capture: { sibling: 'group.jid' },
};

/** How the members of linked groups leave the community. */
export const linkedDepartures = promises('linking', assumed, {
  'leave-the-last-group': [
    restsOn('behaviour last-linked-group'),
    'Whoever came with a linked group and leaves the last one leaves the community.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup({}, [second]),
    link(),
    leaves({ as: 'second' }),
    ...isOutside(inCommunity),
    isRefused(inAnnouncement),
    reads({ members_count: 1 }, community),
    reads({ members_count: 1 }, announcement),
  ],
  'removed-from-the-last-group': [
    restsOn('behaviour last-linked-group'),
    'Whoever came with a linked group and is removed from the last one is out of the community.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup({}, [second]),
    link(),
    change('remove', second),
    isRefused(inCommunity),
    isRefused(inAnnouncement),
    reads({ members_count: 1 }, community),
  ],
  'leave-one-of-two-groups': [
    restsOn('behaviour last-linked-group'),
    'Whoever leaves one of two linked groups stays in the community until they leave the other.',
    makeCommunity(),
    makeSibling,
    makeGroup({}, [second]),
    link(),
    leaves({ as: 'second' }),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2 }, { as: 'second', jid: '{{sibling}}' }),
    leaves({ as: 'second', jid: '{{sibling}}' }),
    ...isOutside(inCommunity),
  ],
  'leave-the-announcement-group-first': [
    'Whoever left the announcement group and then the last linked group is out of the community.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    leaves(inAnnouncement),
    reads({ members_count: 2 }, inCommunity),
    leaves({ as: 'second' }),
    isRefused(inCommunity),
    reads({ members_count: 1 }, community),
    reads({ members_count: 1 }, announcement),
  ],
  'promoted-in-the-community': [
    'Whoever came with a linked group and was promoted in the community is a member in their own right.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    changeIn('{{community}}', 'promote', second),
    changes('demote', [second], [done(member(second))], community),
    leaves({ as: 'second' }),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2 }, inAnnouncement),
  ],
  'leave-the-community': [
    'Whoever came with a linked group and leaves the community leaves the group too, and comes back by it.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    readLink(),
    leaves(inCommunity),
    isRefused({ as: 'second' }),
    isRefused(inAnnouncement),
    join('second'),
    reads({ members_count: 2 }, inCommunity),
    leaves({ as: 'second' }),
    isRefused(inCommunity),
  ],
  'maker-leaves': [
    'The creator of a community who leaves a group of it stays in the community, which stays theirs.',
    makeCommunity(),
    makeGroupInside([second]),
    leaves(),
    isRefused(),
    reads({ members_count: 2, participants: [{ jid: first, is_super_admin: true }] }, community),
    reads({ members_count: 1, participants: [{ jid: second, is_admin: true }] }, { as: 'second' }),
  ],
});
