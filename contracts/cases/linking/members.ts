import { community, inAnnouncement, inCommunity, second } from '../../language/cast.ts';
import { findAnnouncementGroup, link, makeCommunity, makeGroupInside } from '../../language/communities.ts';
import { done, failed, including, member } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { add, changeIn, changes, join, makeGroup, readLink } from '../../language/stage.ts';
import { answers, isIn, reads } from '../../language/views.ts';

/** How the members of linked groups come into the community. */
export const linkedMembers = promises('linking', restsOn('behaviour linked-group-brings-members'), {
  'join-by-link': [
    'Joining a linked group by its link joins the community and its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup(),
    link(),
    readLink(),
    answers(join('second'), { pending_approval: false, group_jid: '{{group}}' }),
    reads({ members_count: 2 }, { as: 'second' }),
    reads({ members_count: 2, participants: including(member(second)) }, inAnnouncement),
    ...isIn(inCommunity),
    reads({ members_count: 2 }, community),
  ],
  add: [
    'Whoever is added to a linked group comes into the community and its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup(),
    link(),
    changes('add', [second], [done(member(second))]),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2, participants: including(member(second)) }, inAnnouncement),
  ],
  'add-a-member-of-the-community': [
    'Adding a member of the community to a linked group counts them once, and leaves them what they are.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', second),
    makeGroupInside(),
    add(second),
    reads({ members_count: 2, participants: including({ jid: second, is_admin: true }) }, inCommunity),
    reads({ members_count: 2, participants: including({ jid: second, is_admin: true }) }, inAnnouncement),
    reads({ participants: including(member(second)) }),
  ],
  'add-whom-it-brought': [
    restsOn('field Participant.error', 'row 409'),
    'Whom a linked group brought into the community is in the group already: adding them there fails with 409.',
    makeCommunity(),
    makeGroup({}, [second]),
    link(),
    changes('add', [second], [failed(second, 409)]),
    reads({ members_count: 2 }),
  ],
});
