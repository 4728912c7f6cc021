import type { Case } from '../case.ts';
import { announcement, community, first, one, second, two } from '../cast.ts';
import { creator, done, including, member, without } from '../people.ts';
import {
  addToCommunity,
  changes,
  findAnnouncementGroup,
  isIn,
  list,
  makeCommunity,
  reads,
} from '../stage.ts';

const row = { jid: one, phone_number: one, is_admin: false, is_super_admin: false };

/** Coming into a community, and what its members see. */
export const communityMembers: readonly Case[] = [
  {
    id: 'communities/add',
    promise: 'Adding to a community answers its JID, the action add and a row for each participant.',
    provenance: 'documented',
    source: 'docs: Add community participants',
    needs: ['one-number'],
    steps: [
      makeCommunity(),
      {
        ...addToCommunity('{{number1}}'),
        expect: { status: 200, body: { success: true, ...community, action: 'add', participants: [row] } },
      },
    ],
  },
  {
    id: 'communities/add-lands-in-announcement-group',
    promise: 'Whoever is added to a community is in its announcement group.',
    provenance: 'inferred',
    source: 'docs: Add community participants',
    needs: ['two-numbers'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      addToCommunity(two, one),
      reads(
        { members_count: 3, participants: including(creator(first), member(one), member(two)) },
        announcement,
      ),
    ],
  },
  {
    id: 'communities/participants-of-a-new-one',
    promise: 'The participants of a new community are its members, in its announcement group.',
    provenance: 'assumed',
    needs: ['second-account', 'one-number'],
    steps: [
      {
        ...makeCommunity([first, second, '{{number1}}', one]),
        expect: { status: 201, body: { community: { members_count: 3, participants: [creator(first)] } } },
      },
      findAnnouncementGroup(),
      reads(
        { members_count: 3, participants: including(creator(first), member(second), member(one)) },
        announcement,
      ),
      ...isIn({ ...community, as: 'second' }),
    ],
  },
  {
    id: 'communities/seen-by-members',
    promise: 'Every member finds the community and its announcement group in the list, and reads both.',
    provenance: 'inferred',
    source: 'whatsmeow: group.go, GetJoinedGroups',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      addToCommunity(second),
      list({ $all: [{ $contains: community }, { $contains: announcement }] }, 'second'),
      reads({ name: '{{other-name}}' }, { ...community, as: 'second' }),
      reads({ participants: including(member(second)) }, { ...announcement, as: 'second' }),
    ],
  },
  {
    id: 'communities/lists-admins-only',
    promise: 'The participants of a community itself are its admins only, whoever asks.',
    provenance: 'inferred',
    source: 'whatsmeow: types/group.go, ParticipantCount',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([second, one]),
      reads({ participants: [creator(first)] }, { ...community, as: 'second' }),
      changes('promote', [one], [{ jid: one, is_admin: true }], community),
      reads({ participants: { $all: [{ $length: 2 }, without(second)] } }, community),
    ],
  },
  {
    id: 'communities/counts-everybody',
    promise: 'members_count of a community counts its members, not only the admins whom it lists.',
    provenance: 'assumed',
    needs: ['second-account', 'two-numbers'],
    steps: [
      makeCommunity([second]),
      addToCommunity(one, two),
      reads({ members_count: 4 }, { ...community, as: 'second' }),
      list({ $contains: { ...community, members_count: 4 } }),
    ],
  },
  {
    id: 'communities/add-by-other-ways',
    promise:
      'Adding by the group endpoint, to a community or to its announcement group, adds to the community.',
    provenance: 'assumed',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      changes('add', [one], [done(row)], community),
      changes('add', [second], [done(member(second))], announcement),
      reads({ members_count: 3, participants: including(creator(first), row, member(second)) }, announcement),
      reads({ members_count: 3 }, { ...community, as: 'second' }),
    ],
  },
];
