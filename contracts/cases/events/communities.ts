import type { ExpectedDelivery, ExpectedDeliveryOf } from '../../language/case.ts';
import { community, first, inAnnouncement, inCommunity, second, third } from '../../language/cast.ts';
import {
  addToCommunity,
  findAnnouncementGroup,
  link,
  makeCommunity,
  makeGroupInside,
  unlink,
} from '../../language/communities.ts';
import { type Info, info, joined, subscribe, told } from '../../language/deliveries.ts';
import type { Pattern } from '../../language/patterns.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { changes, join, leaves, makeGroup, readLink, update } from '../../language/stage.ts';

const known = restsOn('behaviour events');

/** What both sides are told of a link between `{{community}}` and `{{group}}`. */
function bothSides(kind: 'link' | 'unlink', to: 'first' | 'second' = 'first'): ExpectedDelivery[] {
  const sender = '{{first.jid}}';
  const about = (jid: string, said: Info['link']) => info({ jid, sender, [kind]: said }, to);
  return [
    about('{{community}}', { type: 'sub_group', jid: '{{group}}' }),
    about('{{group}}', { type: 'parent_group', jid: '{{community}}' }),
  ];
}

/** A receipt about the community and one about its announcement group, in either order: nobody knows which comes first. */
function aboutBoth<Name extends 'group.info' | 'group.joined'>(
  receipt: (jid: Pattern<string>) => ExpectedDeliveryOf<Name>,
): ExpectedDelivery[] {
  const either = { $oneOf: ['{{community}}', '{{announcement}}'] };
  const first = receipt(either);
  const path = first.event === 'group.info' ? 'data.jid' : 'data.group.jid';
  return [
    { ...first, capture: { told: path } },
    receipt({ $all: [either, { $not: '{{told}}' }] }),
  ] as ExpectedDelivery[];
}

/** Nothing else was told before this. */
const nothingMore = told(update({ topic: '{{topic}}' }), info({ topic: '{{topic}}' }));

/** What the members of communities are told by their webhooks. */
export const eventsOfCommunities = promises('events', known, {
  linked: [
    'Linking a group is told on both sides: of the community as sub_group, of the group as parent_group.',
    makeCommunity(),
    makeGroup(),
    subscribe(),
    { ...link(), receive: bothSides('link') },
    nothingMore,
  ],
  unlinked: [
    'Unlinking a group is told on both sides: of the community as sub_group, of the group as parent_group.',
    makeCommunity(),
    makeGroup(),
    link(),
    subscribe(),
    { ...unlink(), receive: bothSides('unlink') },
    nothingMore,
  ],
  'sibling-linked': [
    'The members of the other groups of a community are told of a group that is linked, as sibling_group.',
    makeCommunity(),
    makeGroupInside(),
    subscribe(),
    {
      ...makeGroup(),
      capture: { sibling: 'group.jid' },
      receive: [joined({ type: 'new' }, 'first', '{{sibling}}')],
    },
    told(
      link('{{sibling}}'),
      info({ jid: '{{community}}', link: { type: 'sub_group', jid: '{{sibling}}' } }),
      info({ jid: '{{sibling}}', link: { type: 'parent_group', jid: '{{community}}' } }),
      info({ jid: '{{group}}', link: { type: 'sibling_group', jid: '{{sibling}}' } }),
    ),
  ],
  'brought-in': [
    'Whoever joins a linked group is told that this brought them into the community and its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroupInside(),
    readLink(),
    subscribe('second'),
    told(
      join('second'),
      joined({ reason: 'invite' }, 'second'),
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
    'Whoever leaves a community is told so of it and of its announcement group, by group.info with leave.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    subscribe('second'),
    {
      ...leaves(inCommunity),
      receive: aboutBoth((jid) => info({ jid, sender: second, leave: [second] }, 'second')),
    },
  ],
  'created-inside': [
    'A group that is created inside a community is told as new, and then as linked on both sides.',
    makeCommunity(),
    subscribe(),
    told(makeGroupInside(), joined({ type: 'new', reason: '' }), ...bothSides('link')),
    nothingMore,
  ],
  'community-left-after': [
    'Whoever left the announcement group is told only of the community on leaving.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    subscribe('second'),
    told(leaves(inCommunity), info({ jid: '{{community}}', leave: [second] }, 'second')),
  ],
  'announcement-group-rejoined': [
    'Whoever left the announcement group and is added to the community again is told of that group alone.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    leaves(inAnnouncement),
    subscribe('second'),
    told(addToCommunity(second), joined({ reason: '' }, 'second', '{{announcement}}')),
    told(leaves(inAnnouncement), info({ jid: '{{announcement}}', leave: [second] }, 'second')),
  ],
  'pulled-in': [
    restsOn('behaviour linking-brings-members'),
    'The members whom linking a group pulls into a community are told of together, with the reason auto_add.',
    makeCommunity(),
    findAnnouncementGroup(),
    makeGroup(undefined, [second, third]),
    subscribe(),
    subscribe('second'),
    told(
      link(),
      ...bothSides('link'),
      ...aboutBoth((jid) => info({ jid, join: [second, third], join_reason: 'auto_add' })),
      info({ link: { type: 'parent_group', jid: '{{community}}' } }, 'second'),
      ...aboutBoth((jid) => joined({ reason: 'auto_add' }, 'second', jid)),
    ),
  ],
});
