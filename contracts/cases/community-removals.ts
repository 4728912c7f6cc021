import type { Case } from '../case.ts';
import { announcement, community, first, one, second, two } from '../cast.ts';
import { creator, done, failed, including, member } from '../people.ts';
import {
  addToCommunity,
  change,
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

/** Being removed from a community or from its announcement group. */
export const communityRemovals: readonly Case[] = [
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
    id: 'communities/remove-leaves-other-groups-alone',
    promise: 'Removing somebody from a community changes nothing in the groups of it that they are not in.',
    provenance: 'assumed',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([one]),
      makeGroupInside([second]),
      change('promote', second),
      leaves(),
      changes('demote', [second], [done(member(second))], { as: 'second' }),
      removeFromCommunity(one),
      reads({ members_count: 1, participants: [member(second)] }, { as: 'second' }),
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
