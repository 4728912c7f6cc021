import {
  announcement,
  community,
  inAnnouncement,
  inCommunity,
  one,
  second,
  third,
  two,
} from '../../language/cast.ts';
import {
  addToCommunity,
  findAnnouncementGroup,
  link,
  makeCommunity,
  makeGroupInside,
  removeFromCommunity,
} from '../../language/communities.ts';
import { done, failed, including, member } from '../../language/people.ts';
import { assumed, promises } from '../../language/promises.ts';
import { change, changeIn, changes, join, leaves, makeGroup, readLink } from '../../language/stage.ts';
import { answers, isIn, reads } from '../../language/views.ts';

/** Ways back into a community, and who is kept out of it. */
export const communityReturns = promises('communities', assumed, {
  'back-into-announcement-group': [
    'Who left an announcement group comes back by being added to the community, or by its link.',
    makeCommunity([second, third]),
    findAnnouncementGroup(),
    readLink('link', '{{community}}'),
    leaves(inAnnouncement),
    leaves({ ...announcement, as: 'third' }),
    changes('add', [second], [done(member(second))], community),
    answers(join('third'), { pending_approval: false }),
    reads(
      { members_count: 3, participants: including(member(second), member(third)) },
      { ...announcement, as: 'third' },
    ),
    reads({ members_count: 3 }, inCommunity),
  ],
  'left-twice': [
    'Leaving a community and its announcement group counts as leaving twice: 408 in the row.',
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
  'removed-then-added': [
    'Whom an admin removed from a community an admin adds again, and they are in it as before.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    changeIn('{{community}}', 'promote', second),
    removeFromCommunity(second),
    changes('add', [second], [done(member(second))], community),
    reads({ members_count: 2, participants: { $length: 1 } }, inCommunity),
    reads({ participants: including(member(second)) }, inAnnouncement),
  ],
  'kept-out': [
    'Whom an admin removed from a community no member adds to a group of it: 417 in the row. Its admins do.',
    makeCommunity(['{{number1}}']),
    makeGroup({}, [second]),
    link(),
    change('promote', second),
    removeFromCommunity('{{number1}}'),
    changes('add', ['{{number1}}', '{{number2}}'], [failed(one, 417), done(member(two))], { as: 'second' }),
    reads({ members_count: 3 }, community),
    changes('add', ['{{number1}}'], [done(member(one))]),
    reads({ members_count: 4 }, community),
    changes('remove', ['{{number1}}'], [done(member(one))]),
    // An admin of the community forgave them.
    changes('add', ['{{number1}}'], [done(member(one))], { as: 'second' }),
  ],
  'added-again': [
    'Adding somebody to the community who left its announcement group makes them a member in their own right.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside([second]),
    leaves(inAnnouncement),
    addToCommunity(second),
    leaves({ as: 'second' }),
    reads({ members_count: 2 }, inCommunity),
    reads({ members_count: 2 }, inAnnouncement),
  ],
});
