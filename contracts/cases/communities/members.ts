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
import { addToCommunity, findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { creator, done, including, member, type Row, without } from '../../language/people.ts';
import { assumed, inferred, promises, restsOn } from '../../language/promises.ts';
import { changes } from '../../language/stage.ts';
import { answers, isIn, list, reads } from '../../language/views.ts';

const row: Row = { jid: one, phone_number: one, is_admin: false, is_super_admin: false };

/** Coming into a community, and what its members see. */
export const communityMembers = promises('communities', assumed, {
  add: [
    restsOn('operation addCommunityParticipants'),
    'Adding to a community answers its JID, the action add and a row for each participant.',
    makeCommunity(),
    answers(addToCommunity('{{number1}}'), {
      success: true,
      ...community,
      action: 'add',
      participants: [done(row)],
    }),
  ],
  'add-lands-in-announcement-group': [
    inferred('docs: Add community participants'),
    'Whoever is added to a community is in its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    addToCommunity(two, one),
    reads(
      { members_count: 3, participants: including(creator(first), member(one), member(two)) },
      announcement,
    ),
  ],
  'participants-of-a-new-one': [
    'The participants of a new community are its members, in its announcement group.',
    answers(makeCommunity([first, second, '{{number1}}', one]), {
      community: { members_count: 3, participants: [creator(first)] },
    }),
    findAnnouncementGroup(),
    reads(
      { members_count: 3, participants: including(creator(first), member(second), member(one)) },
      announcement,
    ),
    ...isIn(inCommunity),
  ],
  'seen-by-members': [
    restsOn('behaviour list-is-flat'),
    'Every member finds the community and its announcement group in the list, and reads both.',
    makeCommunity(),
    findAnnouncementGroup(),
    addToCommunity(second),
    list({ $all: [{ $contains: community }, { $contains: announcement }] }, 'second'),
    reads({ name: '{{other-name}}' }, inCommunity),
    reads({ participants: including(member(second)) }, inAnnouncement),
  ],
  'lists-admins-only': [
    restsOn('behaviour community-lists-admins'),
    'The participants of a community itself are its admins only, whoever asks.',
    makeCommunity([second, one]),
    reads({ participants: [creator(first)] }, inCommunity),
    changes('promote', [one], [{ jid: one, is_admin: true }], community),
    reads({ participants: { $all: [{ $length: 2 }, without(second)] } }, community),
  ],
  'counts-everybody': [
    'members_count of a community counts its members, not only the admins whom it lists.',
    makeCommunity([second]),
    addToCommunity(one, two),
    reads({ members_count: 4 }, inCommunity),
    list({ $contains: { ...community, members_count: 4 } }),
  ],
  'add-by-other-ways': [
    'Adding by the group endpoint, to a community or to its announcement group, adds to the community.',
    makeCommunity(),
    findAnnouncementGroup(),
    changes('add', [one], [done(row)], community),
    changes('add', [second], [done(member(second))], announcement),
    reads({ members_count: 3, participants: including(creator(first), row, member(second)) }, announcement),
    reads({ members_count: 3 }, inCommunity),
  ],
});
