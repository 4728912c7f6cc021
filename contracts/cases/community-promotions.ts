import type { Case } from '../case.ts';
import { announcement, community, first, one, second, two } from '../cast.ts';
import { admin, creator, done, failed, including, member, without } from '../people.ts';
import { changeIn, changes, findAnnouncementGroup, leaves, makeCommunity, reads } from '../stage.ts';

/** Promoting and demoting in a community, which acts on its announcement group too, and the other way round. */
export const communityPromotions: readonly Case[] = [
  {
    id: 'communities/promote',
    promise: 'Promoting in a community makes an admin of it and of its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/507877',
    needs: ['two-numbers'],
    steps: [
      makeCommunity([one, two]),
      findAnnouncementGroup(),
      changes('promote', [one], [admin(one)], community),
      reads({ participants: including(creator(first), admin(one)) }, community),
      reads({ participants: including(creator(first), admin(one), member(two)) }, announcement),
    ],
  },
  {
    id: 'communities/promote-in-announcement-group',
    promise: 'Promoting in an announcement group makes an admin of it and of its community.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/492006, app/572147',
    needs: ['two-numbers'],
    steps: [
      makeCommunity([one, two]),
      findAnnouncementGroup(),
      changes('promote', [one], [admin(one)], announcement),
      reads({ participants: including(creator(first), admin(one), member(two)) }, announcement),
      reads({ participants: { $all: [including(creator(first), admin(one)), without(two)] } }, community),
    ],
  },
  {
    id: 'communities/demote',
    promise: 'Demoting in a community makes a plain member of it and of its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/659862',
    needs: ['two-numbers'],
    steps: [
      makeCommunity([one, two]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', one, two),
      changes('demote', [one], [member(one)], community),
      reads({ participants: { $all: [including(creator(first), admin(two)), without(one)] } }, community),
      reads({ participants: including(creator(first), member(one), admin(two)) }, announcement),
    ],
  },
  {
    id: 'communities/demote-in-announcement-group',
    promise: 'Demoting in an announcement group makes a plain member of it and of its community.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/492006, app/572147',
    needs: ['two-numbers'],
    steps: [
      makeCommunity([one, two]),
      findAnnouncementGroup(),
      changeIn('{{community}}', 'promote', one, two),
      changes('demote', [one], [member(one)], announcement),
      reads({ participants: including(creator(first), member(one), admin(two)) }, announcement),
      reads({ participants: { $all: [including(creator(first), admin(two)), without(one)] } }, community),
    ],
  },
  {
    id: 'communities/promote-outsider',
    promise:
      'Promoting or demoting in a community whoever is not in its announcement group gives 403 in the row.',
    provenance: 'assumed',
    needs: ['second-account', 'two-numbers'],
    steps: [
      makeCommunity([second, two]),
      findAnnouncementGroup(),
      leaves({ ...announcement, as: 'second' }),
      changes(
        'promote',
        [one, second, two],
        [failed(one, 403), { ...(member(second) as object), error: 403 }, done(admin(two))],
        community,
      ),
      changes(
        'demote',
        [one, second, two],
        [failed(one, 403), { ...(member(second) as object), error: 403 }, done(member(two))],
        community,
      ),
      reads({ members_count: 3, participants: [creator(first)] }, { ...community, as: 'second' }),
    ],
  },
  {
    id: 'communities/promote-outsider-in-announcement-group',
    promise:
      'Promoting, demoting or removing in an announcement group whoever is not in it gives 404 in the row.',
    provenance: 'assumed',
    needs: ['second-account', 'two-numbers'],
    steps: [
      makeCommunity([second, two]),
      findAnnouncementGroup(),
      leaves({ ...announcement, as: 'second' }),
      ...(['promote', 'demote', 'remove'] as const).map((action) =>
        changes(
          action,
          [one, second, two],
          [failed(one, 404), failed(second, 404), done({ jid: two })],
          announcement,
        ),
      ),
      reads({ members_count: 3 }, { ...community, as: 'second' }),
    ],
  },
];
