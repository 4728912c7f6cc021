import type { BodyOf } from '../../language/case.ts';
import { community, first, inAnnouncement, inCommunity, second } from '../../language/cast.ts';
import {
  addToCommunity,
  findAnnouncementGroup,
  makeCommunity,
  makeGroupInside,
  removeFromCommunity,
} from '../../language/communities.ts';
import { creator, done, including, member } from '../../language/people.ts';
import { assumed, inferred, promises } from '../../language/promises.ts';
import { change, changeIn, changes, join, readLink } from '../../language/stage.ts';
import { answers, isIn, isOutside, isRefused, reads } from '../../language/views.ts';

const readBothLinks = [
  makeCommunity(),
  findAnnouncementGroup(),
  readLink('link', '{{community}}'),
  readLink('other-link', '{{announcement}}'),
];
const refused = { status: 403 } as const;
const invite: BodyOf<'joinGroup'> = { group_jid: '{{community}}', inviter_jid: first, code: '{{code}}' };

/** The invite links of a community, of its announcement group and of its groups. */
export const communityLinks = promises('communities', assumed, {
  'join-by-link': [
    'The invite link of a community leads into the community and its announcement group.',
    ...readBothLinks,
    answers(join('second'), { pending_approval: false, group_jid: '{{community}}' }),
    ...isIn(inCommunity),
    reads({ members_count: 2, participants: including(creator(first), member(second)) }, inAnnouncement),
  ],
  'join-by-link-of-announcement-group': [
    'The invite link of an announcement group leads into it and the community.',
    ...readBothLinks,
    answers(join('second', '{{other-link}}'), { pending_approval: false, group_jid: '{{announcement}}' }),
    ...isIn(inAnnouncement),
    reads({ members_count: 2 }, inCommunity),
  ],
  'join-twice': [
    inferred('whatsapp-web: main/148999'),
    'A member of a community who uses the link of it or of its announcement group is told 409.',
    ...readBothLinks,
    addToCommunity(second),
    { ...join('second'), expect: { status: 409 } },
    { ...join('second', '{{other-link}}'), expect: { status: 409 } },
    reads({ members_count: 2 }, community),
  ],
  'removed-cannot-join': [
    inferred('whatsapp-web: main/148999'),
    'Whom an admin removed from a community comes back by no link of it or of its groups: 403.',
    ...readBothLinks,
    makeGroupInside([second]),
    readLink('link-of-group'),
    removeFromCommunity(second),
    { ...join('second'), expect: refused },
    { ...join('second', '{{other-link}}'), expect: refused },
    { ...join('second', '{{link-of-group}}'), expect: refused },
    isRefused({ as: 'second' }),
    isRefused(inCommunity),
  ],
  'removed-then-forgiven': [
    'Whom an admin removed from a community and added again comes back by link after leaving.',
    ...readBothLinks,
    addToCommunity(second),
    removeFromCommunity(second),
    addToCommunity(second),
    { call: 'leaveGroup', as: 'second', path: community },
    join('second'),
    reads({ members_count: 2 }, inCommunity),
  ],
  'removed-from-announcement-group-cannot-join': [
    'Whom an admin removed from an announcement group comes back into it by no link: 403.',
    ...readBothLinks,
    addToCommunity(second),
    changeIn('{{announcement}}', 'remove', second),
    { ...join('second'), expect: refused },
    { ...join('second', '{{other-link}}'), expect: refused },
    isRefused(inAnnouncement),
    changes('add', [second], [done(member(second))], community),
    reads({ members_count: 2 }, inAnnouncement),
  ],
  'removed-from-a-group-only': [
    'Whom an admin removed from a group of a community is free to join the community by link.',
    ...readBothLinks,
    makeGroupInside([second]),
    readLink('link-of-group'),
    change('remove', second),
    ...isOutside(inCommunity),
    { ...join('second', '{{link-of-group}}'), expect: refused },
    { ...join('second'), expect: { status: 200 } },
    reads({ members_count: 2 }, inCommunity),
  ],
  'private-invite': [
    'A private invite to a community is known by the JID of it and of its announcement group, not of a group.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside(),
    { ...addToCommunity('{{magic.403}}'), capture: { code: 'participants[0].add_request.code' } },
    // It is for somebody else: known, and refused.
    { call: 'joinGroup', as: 'second', body: invite, expect: refused },
    { call: 'joinGroup', as: 'second', body: { ...invite, group_jid: '{{announcement}}' }, expect: refused },
    { call: 'joinGroup', as: 'second', body: { ...invite, group_jid: '{{group}}' }, expect: { status: 404 } },
    isRefused(inCommunity),
  ],
});
