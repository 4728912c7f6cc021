import type { Case } from '../case.ts';
import { announcement, community, first, one, second, two } from '../cast.ts';
import { admin, creator, done, failed, including, member } from '../people.ts';
import {
  changeIn,
  changes,
  findAnnouncementGroup,
  isIn,
  isRefused,
  leaves,
  makeCommunity,
  makeGroupInside,
  reads,
} from '../stage.ts';

/** What the admins of a community do, and what nobody does to them. */
export const communityAdmins: readonly Case[] = [
  {
    id: 'communities/promoted-acts',
    promise: 'Who was promoted in a community acts as an admin of both, until demoted.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/492006, app/572147',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      changeIn('{{announcement}}', 'promote', second),
      {
        call: 'addCommunityParticipants',
        as: 'second',
        path: community,
        body: { participants: [one] },
        expect: { status: 200, body: { participants: [member(one)] } },
      },
      { call: 'getGroupInviteLink', as: 'second', path: announcement, expect: { status: 200 } },
      changeIn('{{community}}', 'demote', second),
      { call: 'getGroupInviteLink', as: 'second', path: announcement, expect: { status: 403 } },
      { call: 'getGroupInviteLink', as: 'second', path: community, expect: { status: 403 } },
    ],
  },
  {
    id: 'communities/creator-stays-admin',
    promise: 'The creator of a community is demoted and removed by nobody, in no half of it: 406 in the row.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', second),
      ...[community, announcement].flatMap((where) =>
        (['demote', 'remove'] as const).map((action) =>
          changes(action, [first], [failed(first, 406)], { ...where, as: 'second' }),
        ),
      ),
      reads({ members_count: 2, participants: including(creator(first), admin(second)) }, community),
      reads({ members_count: 2, participants: including(creator(first), admin(second)) }, announcement),
    ],
  },
  {
    id: 'communities/remove-an-admin',
    promise:
      'An admin is removed from the community, not from its announcement group alone: 405 in the row there.',
    provenance: 'assumed',
    needs: ['two-numbers'],
    steps: [
      makeCommunity([one, two]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', one),
      changes(
        'remove',
        [one, two],
        [{ ...(admin(one) as object), error: 405 }, done(member(two))],
        announcement,
      ),
      reads({ members_count: 2, participants: including(admin(one)) }, announcement),
      changes('remove', [one], [done(member(one))], community),
      reads({ members_count: 1, participants: [creator(first)] }, announcement),
      reads({ members_count: 2, participants: [creator(first)] }, community),
    ],
  },
  {
    id: 'communities/remove-oneself',
    promise:
      'An admin who removes itself from a community, or its announcement group, gets 405 in its row and stays.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      changeIn('{{community}}', 'promote', second),
      findAnnouncementGroup(),
      changes('remove', [second], [failed(second, 405)], { ...community, as: 'second' }),
      changes('remove', [second], [failed(second, 405)], { ...announcement, as: 'second' }),
      reads({ members_count: 2, participants: including(admin(second)) }, community),
      reads({ members_count: 2, participants: including(admin(second)) }, announcement),
    ],
  },
  {
    id: 'communities/demoted-leaves-announcement-group',
    promise: 'An admin leaves an announcement group after demoting itself.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/24957',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', second),
      changes('demote', [second], [member(second)], { ...announcement, as: 'second' }),
      leaves({ ...announcement, as: 'second' }),
      isRefused({ ...announcement, as: 'second' }),
      ...isIn({ ...community, as: 'second' }),
    ],
  },
  {
    id: 'communities/admin-leaves',
    promise: 'An admin who is not the creator leaves a community, and with it everything.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/106630',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', second),
      leaves({ ...community, as: 'second' }),
      isRefused({ ...announcement, as: 'second' }),
      reads({ members_count: 1, participants: [creator(first)] }, announcement),
      reads({ members_count: 1, participants: [creator(first)] }, community),
    ],
  },
  {
    id: 'communities/admins-in-groups',
    promise: 'An admin of a community is no admin of the groups of it by that.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      makeGroupInside([second]),
      changeIn('{{community}}', 'promote', second),
      reads({ participants: including(creator(first), member(second)) }),
      { call: 'getGroupInviteLink', as: 'second', path: { jid: '{{group}}' }, expect: { status: 403 } },
      changeIn('{{community}}', 'demote', second),
      changeIn('{{group}}', 'promote', second),
      { call: 'getGroupInviteLink', as: 'second', path: community, expect: { status: 403 } },
    ],
  },
];
