import type { Case } from '../case.ts';
import { creator, done, failed, including, member, without } from '../people.ts';
import {
  addToCommunity,
  changes,
  findAnnouncementGroup,
  isIn,
  isOutside,
  isRefused,
  list,
  makeCommunity,
  makeGroupInside,
  reads,
} from '../stage.ts';

const first = '{{first.jid}}';
const second = '{{second.jid}}';
const one = '{{number1.jid}}';
const two = '{{number2.jid}}';
const row = { jid: one, phone_number: one, is_admin: false, is_super_admin: false };
const community = { jid: '{{community}}' };
const announcement = { jid: '{{announcement}}' };

/** Coming into a community, what its members see, and being removed from it. */
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
    id: 'communities/remove',
    promise: 'Removing from a community answers its JID, the action remove and a row for each participant.',
    provenance: 'documented',
    source: 'docs: Remove community participants',
    needs: ['one-number'],
    steps: [
      makeCommunity([one]),
      {
        call: 'removeCommunityParticipants',
        path: community,
        body: { participants: [one] },
        expect: {
          status: 200,
          body: { success: true, ...community, action: 'remove', participants: [{ jid: one }] },
        },
      },
      reads({ members_count: 1 }, community),
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
  {
    id: 'communities/remove-from-everything',
    promise: 'Whoever is removed from a community is out of its announcement group and of all its groups.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/650348',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([second, one]),
      findAnnouncementGroup(),
      makeGroupInside([second, one]),
      {
        call: 'removeCommunityParticipants',
        path: community,
        body: { participants: [second] },
        expect: { status: 200, body: { participants: [{ jid: second, is_admin: false }] } },
      },
      isRefused({ as: 'second' }),
      isRefused({ ...announcement, as: 'second' }),
      ...isOutside({ ...community, as: 'second' }),
      reads({ members_count: 2, participants: including(creator(first), member(one)) }),
      reads({ members_count: 2, participants: including(creator(first), member(one)) }, announcement),
      reads({ members_count: 2 }, community),
    ],
  },
  {
    id: 'communities/remove-by-group-endpoint',
    promise: 'Removing by the group endpoint with the JID of a community removes from all of it.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      makeGroupInside([second]),
      changes('remove', [second], [done(member(second))], community),
      isRefused({ as: 'second' }),
      isRefused({ ...announcement, as: 'second' }),
      isRefused({ ...community, as: 'second' }),
    ],
  },
  {
    id: 'communities/remove-from-announcement-group',
    promise: 'Whoever is removed from an announcement group stays in the community and in its other groups.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      makeGroupInside([second]),
      changes('remove', [second], [done(member(second))], announcement),
      ...isOutside({ ...announcement, as: 'second' }),
      reads({ members_count: 2 }, { ...community, as: 'second' }),
      reads({ members_count: 2 }, { as: 'second' }),
    ],
  },
  {
    id: 'communities/rows-that-fail',
    promise: 'Rows of a community fail one by one: 409 a member already, 404 no member, 406 the creator.',
    provenance: 'assumed',
    needs: ['two-numbers'],
    steps: [
      makeCommunity([one]),
      {
        ...addToCommunity(one, 'nobody0000@lid', two),
        expect: {
          status: 200,
          body: { participants: [failed(one, 409), failed('nobody0000@lid', 404), done(member(two))] },
        },
      },
      {
        call: 'removeCommunityParticipants',
        path: community,
        body: { participants: [first, 'nobody0000@lid', one, one] },
        expect: {
          status: 200,
          body: {
            participants: [
              failed(first, 406),
              failed('nobody0000@lid', 404),
              done(member(one)),
              failed(one, 404),
            ],
          },
        },
      },
      reads({ members_count: 2, participants: [creator(first)] }, community),
    ],
  },
];
