import type { ExpectedDelivery } from '../../language/case.ts';
import { community, first, inAnnouncement, inCommunity, one, second, third } from '../../language/cast.ts';
import {
  addToCommunity,
  findAnnouncementGroup,
  link,
  makeCommunity,
  makeGroupInside,
  removeFromCommunity,
  unlink,
} from '../../language/communities.ts';
import { type Info, info, joined, subscribe, told } from '../../language/deliveries.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { add, changeIn, changes, join, leaves, makeGroup, readLink, update } from '../../language/stage.ts';
import { answers } from '../../language/views.ts';

const known = restsOn('behaviour events');

const both = [first, second];

/** What the second account is told, on both sides, of a link between `{{community}}` and `{{group}}`. */
function bothSides(kind: 'link' | 'unlink'): ExpectedDelivery[] {
  const about = (jid: string, said: Info['link']) => info({ jid, sender: first, [kind]: said }, 'second');
  return [
    about('{{community}}', { type: 'sub_group', jid: '{{group}}' }),
    about('{{group}}', { type: 'parent_group', jid: '{{community}}' }),
  ];
}

/** A receipt about the community and one about its announcement group. */
function aboutBoth(receipt: (jid: string) => ExpectedDelivery): ExpectedDelivery[] {
  return ['{{community}}', '{{announcement}}'].map(receipt);
}

/** Nothing else was told before this. */
const nothingMore = told(update({ topic: '{{topic}}' }), info({ topic: '{{topic}}' }, 'second'));

/** What the members of communities are told by their webhooks. */
export const eventsOfCommunities = promises('events', known, {
  linked: [
    'Linking a group is told on both sides: of the community as sub_group, of the group as parent_group.',
    makeCommunity([second]),
    makeGroup(undefined, both),
    subscribe('second'),
    { ...link(), receive: bothSides('link') },
    nothingMore,
  ],
  unlinked: [
    'Unlinking a group is told on both sides: of the community as sub_group, of the group as parent_group.',
    makeCommunity([second]),
    makeGroup(undefined, both),
    link(),
    subscribe('second'),
    { ...unlink(), receive: bothSides('unlink') },
    nothingMore,
  ],
  'sibling-linked': [
    'The members of the other groups of a community are told of a group that is linked, as sibling_group.',
    makeCommunity([second]),
    makeGroupInside(both),
    subscribe('second'),
    {
      ...makeGroup(undefined, both),
      capture: { sibling: 'group.jid' },
      receive: [joined({ type: 'new' }, 'second', '{{sibling}}')],
    },
    told(
      link('{{sibling}}'),
      info({ jid: '{{community}}', link: { type: 'sub_group', jid: '{{sibling}}' } }, 'second'),
      info({ jid: '{{sibling}}', link: { type: 'parent_group', jid: '{{community}}' } }, 'second'),
      info({ jid: '{{group}}', link: { type: 'sibling_group', jid: '{{sibling}}' } }, 'second'),
    ),
  ],
  'brought-in': [
    'Whoever comes into a linked group is told that this brought them into the community and its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside(),
    subscribe('second'),
    told(
      add(second),
      joined({ reason: '' }, 'second'),
      ...aboutBoth((jid) => joined({ reason: 'linked_group_join' }, 'second', jid)),
    ),
  ],
  'others-brought-in': [
    'The members of a community are told with linked_group_join who came in by a linked group.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside(),
    readLink(),
    subscribe(),
    told(
      join('second'),
      info({ join: [second], join_reason: 'invite' }),
      ...aboutBoth((jid) => info({ jid, join: [second], join_reason: 'linked_group_join' })),
    ),
  ],
  'promoted-on-both': [
    'A promotion in a community is told of the community and of its announcement group.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    subscribe('second'),
    {
      ...changes('promote', [second], { $length: 1 }, community),
      receive: aboutBoth((jid) => info({ jid, promote: [second] }, 'second')),
    },
  ],
  'community-joined': [
    'Whoever is added to a community is told by group.joined of it and of its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    subscribe('second'),
    {
      ...addToCommunity(second),
      receive: aboutBoth((jid) => joined({ reason: '', sender: first }, 'second', jid)),
    },
  ],
  'community-left': [
    'Whoever leaves a community is told of as gone from it and from its announcement group, by group.info with leave.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    subscribe(),
    {
      ...leaves(inCommunity),
      receive: aboutBoth((jid) => info({ jid, sender: second, leave: [second] })),
    },
  ],
  'community-removed': [
    'Whoever is removed from a community is told so of it and of its announcement group.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    subscribe('second'),
    {
      ...removeFromCommunity(second),
      receive: aboutBoth((jid) => info({ jid, sender: first, leave: [second] }, 'second')),
    },
  ],
  'community-left-oneself': [
    restsOn('behaviour events', 'behaviour own-deeds-are-told'),
    'Whoever leaves a community is told so of it and of its announcement group.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    subscribe('second'),
    {
      ...leaves(inCommunity),
      receive: aboutBoth((jid) => info({ jid, sender: second, leave: [second] }, 'second')),
    },
  ],
  renamed: [
    'A new name or topic of a community is told of it and of its announcement group.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    subscribe('second'),
    {
      call: 'updateGroup',
      path: community,
      body: { name: '{{name}}' },
      receive: aboutBoth((jid) => info({ jid, sender: first, name: '{{name}}' }, 'second')),
    },
  ],
  'out-of-linked-groups': [
    'Whom an admin removes from a community is told of as gone from each of its groups that they were in.',
    makeCommunity([second, third]),
    findAnnouncementGroup(),
    makeGroupInside([second, third]),
    subscribe('second'),
    told(
      removeFromCommunity(third),
      info({ jid: '{{group}}', sender: first, leave: [third] }, 'second'),
      ...aboutBoth((jid) => info({ jid, sender: first, leave: [third] }, 'second')),
    ),
  ],
  'link-of-community-reset': [
    'A reset of the invite link of a community is told to its members.',
    makeCommunity([second]),
    subscribe('second'),
    {
      call: 'resetGroupInviteLink',
      path: community,
      capture: { link: 'invite_link' },
      receive: [info({ jid: '{{community}}', new_invite_link: '{{link}}' }, 'second')],
    },
  ],
  'created-inside': [
    'A group that is created inside a community is told as new, and then as linked on both sides.',
    makeCommunity([second]),
    subscribe('second'),
    told(makeGroupInside(both), joined({ type: 'new', reason: '' }, 'second'), ...bothSides('link')),
    nothingMore,
  ],
  'community-left-after': [
    'Whoever left the announcement group and is removed from the community is told of the community only.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    subscribe('second'),
    told(removeFromCommunity(second), info({ jid: '{{community}}', leave: [second] }, 'second')),
    told(addToCommunity(second), ...aboutBoth((jid) => joined({}, 'second', jid))),
  ],
  'announcement-group-rejoined': [
    'Whoever left the announcement group and is added to the community again is told of that group alone.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    subscribe('second'),
    told(addToCommunity(second), joined({ reason: '' }, 'second', '{{announcement}}')),
    told(
      changeIn('{{announcement}}', 'remove', second),
      info({ jid: '{{announcement}}', leave: [second] }, 'second'),
    ),
  ],
  'in-their-own-right': [
    assumed,
    'Adding whom a linked group brought to the community is told to nobody: they are there already.',
    makeCommunity(),
    makeGroup(undefined, [second]),
    link(),
    subscribe('second'),
    answers(addToCommunity(second), { participants: [{ jid: second, error: { $absent: true } }] }),
    nothingMore,
  ],
  'pulled-in-oneself': [
    restsOn('behaviour linking-brings-members'),
    'A member whom linking a group pulls into a community is told so with the reason auto_add.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup(undefined, [second]),
    subscribe('second'),
    told(
      link(),
      info({ jid: '{{group}}', link: { type: 'parent_group', jid: '{{community}}' } }, 'second'),
      ...aboutBoth((jid) => joined({ reason: 'auto_add' }, 'second', jid)),
    ),
  ],
  'pulled-in': [
    restsOn('behaviour linking-brings-members', 'behaviour told-together'),
    'The members whom linking a group pulls into a community are told of together, with the reason auto_add.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    makeGroup(undefined, [third, one]),
    subscribe('second'),
    told(
      link(),
      info({ jid: '{{community}}', link: { type: 'sub_group', jid: '{{group}}' } }, 'second'),
      ...aboutBoth((jid) => info({ jid, join: [third, one], join_reason: 'auto_add' }, 'second')),
    ),
  ],
});
