import {
  announcement,
  community,
  first,
  group,
  inAnnouncement,
  inCommunity,
  one,
  second,
  two,
} from '../../language/cast.ts';
import { addToCommunity, findAnnouncementGroup, link, makeCommunity } from '../../language/communities.ts';
import { after, isPrivate } from '../../language/happenings.ts';
import { admin, creator, done, including, member, without } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { change, changes, leaves, makeGroup } from '../../language/stage.ts';
import { answers, isOutside, list, reads } from '../../language/views.ts';

/** Linking a group to a community. */
export const linking = promises('linking', restsOn('operation linkGroup'), {
  link: [
    'Linking a group answers success, and the group tells its community.',
    makeCommunity(),
    makeGroup(),
    answers(link(), { success: true }),
    reads({ parent_jid: '{{community}}', is_announcement_group: false, is_community: false }),
  ],
  'members-come-along': [
    restsOn('behaviour linking-brings-members'),
    'Linking a group pulls its members into the community and its announcement group.',
    makeCommunity([two]),
    findAnnouncementGroup(),
    makeGroup({}, [second, one, two]),
    link(),
    reads(
      { members_count: 4, participants: including(creator(first), member(second), member(one), member(two)) },
      inAnnouncement,
    ),
    reads({ members_count: 4 }, inCommunity),
    reads({ members_count: 4, participants: including(creator(first), member(second)) }),
  ],
  'privacy-keeps-out': [
    restsOn('behaviour linking-brings-members'),
    'Whose privacy forbids it is not pulled into the community by linking, and stays in the group.',
    makeCommunity(),
    makeGroup({}, [second, one]),
    after(link(), isPrivate('{{second.phone}}')),
    ...isOutside(inCommunity),
    reads({ members_count: 2 }, community),
    reads({ members_count: 3 }, { as: 'second' }),
  ],
  'admins-come-as-members': [
    'An admin of a group that is linked comes into the community as a plain member.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup({}, [second]),
    change('promote', second),
    link(),
    reads({ participants: including(admin(second)) }),
    reads({ participants: [creator(first)] }, inCommunity),
    reads({ participants: including(member(second)) }, announcement),
  ],
  'flat-list': [
    restsOn('behaviour list-is-flat'),
    'Communities, announcement groups and linked groups are listed side by side.',
    makeCommunity(),
    makeGroup({}, [second]),
    link(),
    list(
      {
        $all: [
          { $contains: { jid: '{{group}}', name: '{{name}}' } },
          { $contains: { ...community, name: '{{other-name}}', is_announce: false } },
          { $contains: { name: '{{other-name}}', is_announce: true } },
        ],
      },
      'second',
    ),
  ],
  'stays-an-ordinary-group': [
    restsOn('role set-name'),
    'A linked group keeps the rules of an ordinary group: members rename it, and its community not.',
    makeCommunity(),
    makeGroup({}, [second]),
    link(),
    answers(
      { call: 'updateGroup', as: 'second', path: group, body: { name: '{{third-name}}' } },
      { group: { name: '{{third-name}}' } },
    ),
    reads({ name: '{{other-name}}' }, community),
    { call: 'updateGroup', path: community, body: { name: '{{fourth-name}}' } },
    reads({ name: '{{third-name}}' }),
    changes('add', [one], [done(member(one))], { as: 'second' }),
  ],
  'members-in-their-own-right': [
    'Whoever the community had before a group of theirs was linked stays in it when they leave the group.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroup({}, [second, one]),
    link(),
    leaves({ as: 'second' }),
    changes('remove', [one], [done(member(one))]),
    reads({ members_count: 2 }, inCommunity),
    reads(
      { members_count: 2, participants: { $all: [without(one), including(member(second))] } },
      announcement,
    ),
    addToCommunity(one),
    reads({ members_count: 3 }, community),
  ],
});
