import type { Case, Step } from '../case.ts';
import { announcement, community, inAnnouncement, inCommunity, second } from '../cast.ts';
import { done, member } from '../people.ts';
import {
  change,
  changeIn,
  changes,
  findAnnouncementGroup,
  isOutside,
  isRefused,
  join,
  leaves,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  reads,
} from '../stage.ts';

/** A second group of `{{community}}`, called `{{sibling}}`. */
const makeSibling: Step = { ...makeGroupInside([second]), capture: { sibling: 'group.jid' } };

/** How the members of linked groups leave the community. */
export const linkedDepartures: readonly Case[] = [
  {
    id: 'linking/leave-the-last-group',
    promise: 'Whoever came with a linked group and leaves the last one leaves the community.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/736371',
    needs: ['second-account'],
    steps: [
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
  },
  {
    id: 'linking/removed-from-the-last-group',
    promise: 'Whoever came with a linked group and is removed from the last one is out of the community.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/736371',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroup({}, [second]),
      link(),
      change('remove', second),
      isRefused(inCommunity),
      isRefused(inAnnouncement),
      reads({ members_count: 1 }, community),
    ],
  },
  {
    id: 'linking/leave-one-of-two-groups',
    promise: 'Whoever leaves one of two linked groups stays in the community until they leave the other.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/736371',
    needs: ['second-account'],
    steps: [
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
  },
  {
    id: 'linking/leave-the-announcement-group-first',
    promise: 'Whoever left the announcement group and then the last linked group is out of the community.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
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
  },
  {
    id: 'linking/promoted-in-the-community',
    promise:
      'Whoever came with a linked group and was promoted in the community is a member in their own right.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroupInside([second]),
      changeIn('{{community}}', 'promote', second),
      changes('demote', [second], [done(member(second))], community),
      leaves({ as: 'second' }),
      reads({ members_count: 2 }, inCommunity),
      reads({ members_count: 2 }, inAnnouncement),
    ],
  },
  {
    id: 'linking/leave-the-community',
    promise:
      'Whoever came with a linked group and leaves the community leaves the group too, and comes back by it.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
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
  },
  {
    id: 'linking/maker-leaves',
    promise:
      'The creator of a community who leaves a group of it stays in the community, which stays theirs.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      makeGroupInside([second]),
      leaves(),
      isRefused(),
      reads({ members_count: 2, participants: [{ jid: '{{first.jid}}', is_super_admin: true }] }, community),
      reads({ members_count: 1, participants: [{ jid: second, is_admin: true }] }, { as: 'second' }),
    ],
  },
];
