import type { Case } from '../case.ts';
import { community, first, inAnnouncement, inCommunity, second } from '../cast.ts';
import { creator, done, including, member } from '../people.ts';
import {
  addToCommunity,
  change,
  changeIn,
  changes,
  findAnnouncementGroup,
  isIn,
  isOutside,
  isRefused,
  join,
  makeCommunity,
  makeGroupInside,
  readLink,
  reads,
  removeFromCommunity,
} from '../stage.ts';

const readBothLinks = [
  makeCommunity(),
  findAnnouncementGroup(),
  readLink('link', '{{community}}'),
  readLink('other-link', '{{announcement}}'),
];
const refused = { status: 403 };
const invite = { group_jid: '{{community}}', inviter_jid: '{{first.jid}}', code: '{{code}}' };

/** The invite links of a community, of its announcement group and of its groups. */
export const communityLinks: readonly Case[] = [
  {
    id: 'communities/join-by-link',
    promise: 'The invite link of a community leads into the community and its announcement group.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      ...readBothLinks,
      {
        ...join('second'),
        expect: { status: 200, body: { pending_approval: false, group_jid: '{{community}}' } },
      },
      ...isIn(inCommunity),
      reads({ members_count: 2, participants: including(creator(first), member(second)) }, inAnnouncement),
    ],
  },
  {
    id: 'communities/join-by-link-of-announcement-group',
    promise: 'The invite link of an announcement group leads into it and the community.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      ...readBothLinks,
      {
        ...join('second', '{{other-link}}'),
        expect: { status: 200, body: { pending_approval: false, group_jid: '{{announcement}}' } },
      },
      ...isIn(inAnnouncement),
      reads({ members_count: 2 }, inCommunity),
    ],
  },
  {
    id: 'communities/join-twice',
    promise: 'A member of a community who uses the link of it or of its announcement group is told 409.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      ...readBothLinks,
      addToCommunity(second),
      { ...join('second'), expect: { status: 409 } },
      { ...join('second', '{{other-link}}'), expect: { status: 409 } },
      reads({ members_count: 2 }, community),
    ],
  },
  {
    id: 'communities/removed-cannot-join',
    promise: 'Whom an admin removed from a community comes back by no link of it or of its groups: 403.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
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
  },
  {
    id: 'communities/removed-then-forgiven',
    promise: 'Whom an admin removed from a community and added again comes back by link after leaving.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      ...readBothLinks,
      addToCommunity(second),
      removeFromCommunity(second),
      addToCommunity(second),
      { call: 'leaveGroup', as: 'second', path: community },
      join('second'),
      reads({ members_count: 2 }, inCommunity),
    ],
  },
  {
    id: 'communities/removed-from-announcement-group-cannot-join',
    promise: 'Whom an admin removed from an announcement group comes back into it by no link: 403.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      ...readBothLinks,
      addToCommunity(second),
      changeIn('{{announcement}}', 'remove', second),
      { ...join('second'), expect: refused },
      { ...join('second', '{{other-link}}'), expect: refused },
      isRefused(inAnnouncement),
      changes('add', [second], [done(member(second))], community),
      reads({ members_count: 2 }, inAnnouncement),
    ],
  },
  {
    id: 'communities/removed-from-a-group-only',
    promise: 'Whom an admin removed from a group of a community is free to join the community by link.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      ...readBothLinks,
      makeGroupInside([second]),
      readLink('link-of-group'),
      change('remove', second),
      ...isOutside(inCommunity),
      { ...join('second', '{{link-of-group}}'), expect: refused },
      { ...join('second'), expect: { status: 200 } },
      reads({ members_count: 2 }, inCommunity),
    ],
  },
  {
    id: 'communities/private-invite',
    promise:
      'A private invite to a community is known by the JID of it and of its announcement group, not of a group.',
    provenance: 'assumed',
    needs: ['magic-numbers', 'second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroupInside(),
      { ...addToCommunity('{{magic.403}}'), capture: { code: 'participants[0].add_request.code' } },
      // It is for somebody else: known, and refused.
      { call: 'joinGroup', as: 'second', body: invite, expect: refused },
      {
        call: 'joinGroup',
        as: 'second',
        body: { ...invite, group_jid: '{{announcement}}' },
        expect: refused,
      },
      {
        call: 'joinGroup',
        as: 'second',
        body: { ...invite, group_jid: '{{group}}' },
        expect: { status: 404 },
      },
      isRefused(inCommunity),
    ],
  },
];
