import type { Case } from '../case.ts';
import { admin, done, failed, including, member } from '../people.ts';
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
  leaves,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  reads,
  removeFromCommunity,
} from '../stage.ts';

const second = '{{second.jid}}';
const third = '{{third.jid}}';
const community = { jid: '{{community}}' };
const announcement = { jid: '{{announcement}}' };
const inCommunity = { ...community, as: 'second' } as const;
const inAnnouncement = { ...announcement, as: 'second' } as const;

/** Leaving a community or its announcement group, and ways back. */
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
    id: 'communities/back-into-announcement-group',
    promise: 'Who left an announcement group comes back by being added to the community, or by its link.',
    provenance: 'assumed',
    needs: ['second-account', 'third-account'],
    steps: [
      makeCommunity([second, third]),
      findAnnouncementGroup(),
      readLink('link', '{{community}}'),
      leaves(inAnnouncement),
      leaves({ ...announcement, as: 'third' }),
      changes('add', [second], [done(member(second))], community),
      { ...join('third'), expect: { status: 200, body: { pending_approval: false } } },
      reads(
        { members_count: 3, participants: including(member(second), member(third)) },
        { ...announcement, as: 'third' },
      ),
      reads({ members_count: 3 }, inCommunity),
    ],
  },
  {
    id: 'communities/left-twice',
    promise: 'Leaving a community and its announcement group counts as leaving twice: 408 in the row.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      readLink('link', '{{community}}'),
      leaves(inAnnouncement),
      changes('add', [second], [done(member(second))], community),
      leaves(inCommunity),
      changes('add', [second], [failed(second, 408)], community),
      changes('add', [second], [failed(second, 408)], announcement),
      join('second'),
      ...isIn(inCommunity),
    ],
  },
  {
    id: 'communities/removed-then-added',
    promise: 'Whom an admin removed from a community an admin adds again, and they are in it as before.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', second),
      removeFromCommunity(second),
      changes('add', [second], [done(member(second))], community),
      reads({ members_count: 2, participants: { $length: 1 } }, inCommunity),
      reads({ participants: including(member(second)) }, inAnnouncement),
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
  {
    id: 'communities/kept-out',
    promise:
      'Whom an admin removed from a community no member adds to a group of it: 417 in the row. Its admins do.',
    provenance: 'assumed',
    needs: ['second-account', 'two-numbers'],
    steps: [
      makeCommunity(['{{number1}}']),
      makeGroup({}, [second]),
      link(),
      change('promote', second),
      removeFromCommunity('{{number1}}'),
      changes(
        'add',
        ['{{number1}}', '{{number2}}'],
        [failed('{{number1.jid}}', 417), done(member('{{number2.jid}}'))],
        { as: 'second' },
      ),
      reads({ members_count: 3 }, community),
      changes('add', ['{{number1}}'], [done(member('{{number1.jid}}'))]),
      reads({ members_count: 4 }, community),
      changes('remove', ['{{number1}}'], [done(member('{{number1.jid}}'))]),
      // An admin of the community forgave them.
      changes('add', ['{{number1}}'], [done(member('{{number1.jid}}'))], { as: 'second' }),
    ],
  },
  {
    id: 'communities/added-again',
    promise:
      'Adding somebody to the community who left its announcement group makes them a member in their own right.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroupInside([second]),
      leaves(inAnnouncement),
      addToCommunity(second),
      leaves({ as: 'second' }),
      reads({ members_count: 2 }, inCommunity),
      reads({ members_count: 2 }, inAnnouncement),
    ],
  },
];
