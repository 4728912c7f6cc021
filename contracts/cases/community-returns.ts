import type { Case } from '../case.ts';
import { announcement, community, inAnnouncement, inCommunity, second, third } from '../cast.ts';
import { done, failed, including, member } from '../people.ts';
import {
  addToCommunity,
  change,
  changeIn,
  changes,
  findAnnouncementGroup,
  isIn,
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

/** Ways back into a community, and who is kept out of it. */
export const communityReturns: readonly Case[] = [
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
