import {
  announcement,
  community,
  first,
  inAnnouncement,
  inCommunity,
  one,
  second,
  two,
} from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { admin, creator, done, failed, including, member, without } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { changeIn, changes, leaves } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

/** Promoting and demoting in a community, which acts on its announcement group too, and the other way round. */
export const communityPromotions = promises('communities', restsOn('behaviour community-roles-are-one'), {
  promote: [
    restsOn('behaviour community-promotes-both'),
    'Promoting in a community makes an admin of it and of its announcement group.',
    makeCommunity([one, two]),
    findAnnouncementGroup(),
    changes('promote', [one], [admin(one)], community),
    reads({ participants: including(creator(first), admin(one)) }, community),
    reads({ participants: including(creator(first), admin(one), member(two)) }, announcement),
  ],
  'promote-in-announcement-group': [
    'Promoting in an announcement group makes an admin of it and of its community.',
    makeCommunity([one, two]),
    findAnnouncementGroup(),
    changes('promote', [one], [admin(one)], announcement),
    reads({ participants: including(creator(first), admin(one), member(two)) }, announcement),
    reads({ participants: { $all: [including(creator(first), admin(one)), without(two)] } }, community),
  ],
  demote: [
    restsOn('behaviour community-demotes-both'),
    'Demoting in a community makes a plain member of it and of its announcement group.',
    makeCommunity([one, two]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', one, two),
    changes('demote', [one], [member(one)], community),
    reads({ participants: { $all: [including(creator(first), admin(two)), without(one)] } }, community),
    reads({ participants: including(creator(first), member(one), admin(two)) }, announcement),
  ],
  'demote-in-announcement-group': [
    'Demoting in an announcement group makes a plain member of it and of its community.',
    makeCommunity([one, two]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', one, two),
    changes('demote', [one], [member(one)], announcement),
    reads({ participants: including(creator(first), member(one), admin(two)) }, announcement),
    reads({ participants: { $all: [including(creator(first), admin(two)), without(one)] } }, community),
  ],
  'promote-outsider': [
    assumed,
    'Promoting or demoting in a community whoever is not in its announcement group gives 403 in the row.',
    makeCommunity([second, two]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    changes(
      'promote',
      [one, second, two],
      [failed(one, 403), { ...member(second), error: 403 }, done(admin(two))],
      community,
    ),
    changes(
      'demote',
      [one, second, two],
      [failed(one, 403), { ...member(second), error: 403 }, done(member(two))],
      community,
    ),
    reads({ members_count: 3, participants: [creator(first)] }, inCommunity),
  ],
  'promote-outsider-in-announcement-group': [
    assumed,
    'Promoting, demoting or removing in an announcement group whoever is not in it gives 404 in the row.',
    makeCommunity([second, two]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    ...(['promote', 'demote', 'remove'] as const).map((action) =>
      changes(
        action,
        [one, second, two],
        [failed(one, 404), failed(second, 404), done({ jid: two })],
        announcement,
      ),
    ),
    reads({ members_count: 3 }, inCommunity),
  ],
});
