import type { Case } from '../case.ts';
import { announcement, community, inAnnouncement, inCommunity, second, third } from '../cast.ts';
import { alone, info, subscribe } from '../deliveries.ts';
import { inferred } from '../known.ts';
import { admin, done, member } from '../people.ts';
import {
  changeIn,
  changes,
  findAnnouncementGroup,
  isOutside,
  isRefused,
  leaves,
  makeCommunity,
  makeGroupInside,
  reads,
  removeFromCommunity,
} from '../stage.ts';

/** Leaving a community, its announcement group or its groups. */
export const communityLeaving: readonly Case[] = [
  {
    id: 'communities/leave',
    promise: 'Leaving a community leaves its announcement group and every group of it.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/24957',
    needs: ['second-account'],
    steps: [
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
  },
  {
    id: 'communities/leave-announcement-group',
    promise: 'Leaving an announcement group leaves neither the community nor its other groups.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      makeGroupInside([second]),
      leaves(inAnnouncement),
      ...isOutside(inAnnouncement),
      reads({ members_count: 2 }, inCommunity),
      reads({ members_count: 2 }, { as: 'second' }),
      reads({ members_count: 1 }, announcement),
    ],
  },
  {
    id: 'communities/leave-linked-group',
    promise: 'Leaving a group of a community leaves nothing else, for whom the community itself has.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/736371',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      makeGroupInside([second]),
      leaves({ as: 'second' }),
      isRefused({ as: 'second' }),
      reads({ members_count: 2 }, inCommunity),
      reads({ members_count: 2 }, inAnnouncement),
    ],
  },
  {
    id: 'communities/removed-maker-of-a-group',
    promise:
      'Whoever is removed from a community leaves also the groups that they made; others become admin there.',
    provenance: 'assumed',
    needs: ['second-account', 'third-account'],
    steps: [
      makeCommunity([second, third]),
      changeIn('{{community}}', 'promote', second),
      { ...makeGroupInside([third]), as: 'second' },
      changes('remove', [second], [done(member(second))], community),
      isRefused({ as: 'second' }),
      reads({ members_count: 1, participants: [admin(third)] }, { as: 'third' }),
    ],
  },
  {
    id: 'communities/ended-group',
    promise: 'A community goes on when the last participant of one of its groups leaves.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      makeGroupInside(),
      leaves(),
      { call: 'getGroup', path: { jid: '{{group}}' }, expect: { status: 404 } },
      removeFromCommunity(second),
      isRefused(inCommunity),
      reads({ members_count: 1 }, community),
    ],
  },
  alone(
    'communities/leave-announcement-group-first',
    'Who left the announcement group and then leaves the community is told to have left that, and nothing twice.',
    inferred('whatsapp-web: main/24957'),
    [
      makeCommunity([second, third]),
      findAnnouncementGroup(),
      leaves(inAnnouncement),
      subscribe('third'),
      { ...leaves(inCommunity), receive: [info({ ...community, leave: [second] }, 'third')] },
    ],
  ),
];
