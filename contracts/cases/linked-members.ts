import type { Case } from '../case.ts';
import { community, inAnnouncement, inCommunity, second } from '../cast.ts';
import { including, member } from '../people.ts';
import {
  add,
  changeIn,
  changes,
  findAnnouncementGroup,
  isIn,
  join,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  reads,
} from '../stage.ts';

/** How the members of linked groups come into the community. */
export const linkedMembers: readonly Case[] = [
  {
    id: 'linking/join-by-link',
    promise: 'Joining a linked group by its link joins the community and its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroup(),
      link(),
      readLink(),
      {
        ...join('second'),
        expect: { status: 200, body: { pending_approval: false, group_jid: '{{group}}' } },
      },
      reads({ members_count: 2 }, { as: 'second' }),
      reads({ members_count: 2, participants: including(member(second)) }, inAnnouncement),
      ...isIn(inCommunity),
      reads({ members_count: 2 }, community),
    ],
  },
  {
    id: 'linking/add',
    promise: 'Whoever is added to a linked group comes into the community and its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroup(),
      link(),
      changes('add', [second], [member(second)]),
      reads({ members_count: 2 }, inCommunity),
      reads({ members_count: 2, participants: including(member(second)) }, inAnnouncement),
    ],
  },
  {
    id: 'linking/add-a-member-of-the-community',
    promise:
      'Adding a member of the community to a linked group counts them once, and leaves them what they are.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', second),
      makeGroupInside(),
      add(second),
      reads({ members_count: 2, participants: including({ jid: second, is_admin: true }) }, inCommunity),
      reads({ members_count: 2, participants: including({ jid: second, is_admin: true }) }, inAnnouncement),
      reads({ participants: including(member(second)) }),
    ],
  },
];
