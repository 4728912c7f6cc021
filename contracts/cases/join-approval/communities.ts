import type { StepOf } from '../../language/case.ts';
import { community, inAnnouncement, inCommunity, second } from '../../language/cast.ts';
import {
  addToCommunity,
  findAnnouncementGroup,
  link,
  makeCommunity,
  makeGroupInside,
} from '../../language/communities.ts';
import { done, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { changes, join, makeGroup, readLink } from '../../language/stage.ts';
import { answers, isIn, isOutside, isRefused, reads } from '../../language/views.ts';

const turn = (join_approval: boolean): StepOf<'updateGroup'> => ({
  call: 'updateGroup',
  path: community,
  body: { join_approval },
});

/** Communities that ask an admin before somebody joins by link. */
export const joinApprovalOfCommunities = promises('join-approval', assumed, {
  community: [
    restsOn('role set-join-approval'),
    'Joining a community by link where its approval is on waits, and makes no member.',
    makeCommunity(),
    findAnnouncementGroup(),
    readLink('link', '{{community}}'),
    turn(true),
    answers(join('second'), { pending_approval: true, group_jid: '{{community}}' }),
    ...isOutside(inCommunity),
    isRefused(inAnnouncement),
    reads({ members_count: 1 }, community),
  ],
  'announcement-group': [
    'The link of an announcement group asks where the approval of its community is on.',
    makeCommunity(),
    findAnnouncementGroup(),
    readLink('link', '{{announcement}}'),
    turn(true),
    answers(join('second'), { pending_approval: true, group_jid: '{{announcement}}' }),
    isRefused(inAnnouncement),
    isRefused(inCommunity),
  ],
  'community-made-with-it': [
    'A community made with approval on asks from the start, until approval is turned off.',
    { ...makeGroup({ community: true, join_approval: true }), capture: { community: 'group.jid' } },
    readLink('link', '{{community}}'),
    answers(join('second'), { pending_approval: true }),
    turn(false),
    isRefused(inCommunity),
    answers(join('second'), { pending_approval: false }),
    ...isIn(inCommunity),
  ],
  'added-to-community-while-pending': [
    'Being added by an admin makes a member of somebody who waits to come into a community.',
    makeCommunity(),
    readLink('link', '{{community}}'),
    turn(true),
    join('second'),
    answers(addToCommunity(second), { participants: [member(second)] }),
    ...isIn(inCommunity),
  ],
  'group-of-a-community': [
    'The approval of a community does not guard its groups: their links let in, and into the community.',
    makeCommunity(),
    turn(true),
    makeGroupInside(),
    readLink(),
    answers(join('second'), { pending_approval: false }),
    reads({ members_count: 2 }, inCommunity),
  ],
  'linked-group': [
    'A linked group with approval on asks by its own link, and the community gets no member by that.',
    makeCommunity(),
    makeGroup({ join_approval: true }),
    link(),
    readLink(),
    answers(join('second'), { pending_approval: true }),
    isRefused({ as: 'second' }),
    isRefused(inCommunity),
    changes('add', [second], [done(member(second))]),
    reads({ members_count: 2 }, inCommunity),
  ],
});
