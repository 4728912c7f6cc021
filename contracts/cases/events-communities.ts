import type { Case, Pattern, Receipt, Step } from '../case.ts';
import { alone, info, joined, subscribe } from '../deliveries.ts';
import { inferred } from '../known.ts';
import {
  addToCommunity,
  changes,
  findAnnouncementGroup,
  join,
  leaves,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  unlink,
  update,
} from '../stage.ts';

const known = inferred('whatsmeow: types/events/events.go, GroupInfo and JoinedGroup');

/** What both sides are told of a link between `{{community}}` and `{{group}}`. */
function bothSides(kind: 'link' | 'unlink', to: 'first' | 'second' = 'first'): Receipt[] {
  const sender = '{{first.jid}}';
  const about = (jid: string, said: Pattern) => info({ jid, sender, [kind]: said }, to);
  return [
    about('{{community}}', { type: 'sub_group', jid: '{{group}}' }),
    about('{{group}}', { type: 'parent_group', jid: '{{community}}' }),
  ];
}

/** A receipt about the community and one about its announcement group, in either order: nobody knows which comes first. */
function aboutBoth(path: string, receipt: (jid: Pattern) => Receipt): Receipt[] {
  const either = { $oneOf: ['{{community}}', '{{announcement}}'] };
  return [{ ...receipt(either), capture: { told: path } }, receipt({ $all: [either, { $not: '{{told}}' }] })];
}

/** Nothing else was told before this. */
const nothingMore: Step = { ...update({ topic: '{{topic}}' }), receive: [info({ topic: '{{topic}}' })] };

/** What the members of communities are told by their webhooks. */
export const eventsOfCommunities: readonly Case[] = [
  told(
    'linked',
    'Linking a group is told on both sides: of the community as sub_group, of the group as parent_group.',
    [makeCommunity(), makeGroup(), subscribe(), { ...link(), receive: bothSides('link') }, nothingMore],
  ),
  told(
    'unlinked',
    'Unlinking a group is told on both sides: of the community as sub_group, of the group as parent_group.',
    [
      makeCommunity(),
      makeGroup(),
      link(),
      subscribe(),
      { ...unlink(), receive: bothSides('unlink') },
      nothingMore,
    ],
  ),
  told(
    'sibling-linked',
    'The members of the other groups of a community are told of a group that is linked, as sibling_group.',
    [
      makeCommunity(),
      makeGroupInside(),
      subscribe(),
      {
        ...makeGroup(),
        capture: { sibling: 'group.jid' },
        receive: [joined({ type: 'new' }, 'first', '{{sibling}}')],
      },
      {
        ...link('{{sibling}}'),
        receive: [
          info({ jid: '{{community}}', link: { type: 'sub_group', jid: '{{sibling}}' } }),
          info({ jid: '{{sibling}}', link: { type: 'parent_group', jid: '{{community}}' } }),
          info({ jid: '{{group}}', link: { type: 'sibling_group', jid: '{{sibling}}' } }),
        ],
      },
    ],
  ),
  told(
    'brought-in',
    'Whoever joins a linked group is told that this brought them into the community and its announcement group.',
    [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroupInside(),
      readLink(),
      subscribe('second'),
      {
        ...join('second'),
        receive: [
          joined({ reason: 'invite' }, 'second'),
          ...aboutBoth('data.group.jid', (jid) => joined({ reason: 'linked_group_join' }, 'second', jid)),
        ],
      },
    ],
  ),
  told(
    'others-brought-in',
    'The members of a community are told with linked_group_join who came in by a linked group.',
    [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroupInside(),
      readLink(),
      subscribe(),
      {
        ...join('second'),
        receive: [
          info({ join: ['{{second.jid}}'], join_reason: 'invite' }),
          ...aboutBoth('data.jid', (jid) =>
            info({ jid, join: ['{{second.jid}}'], join_reason: 'linked_group_join' }),
          ),
        ],
      },
    ],
  ),
  told(
    'promoted-on-both',
    'A promotion in a community is told of the community and of its announcement group.',
    [
      makeCommunity(['{{second.jid}}']),
      findAnnouncementGroup(),
      subscribe('second'),
      {
        ...changes('promote', ['{{second.jid}}'], { $length: 1 }, { jid: '{{community}}' }),
        receive: aboutBoth('data.jid', (jid) => info({ jid, promote: ['{{second.jid}}'] }, 'second')),
      },
    ],
  ),
  told(
    'community-joined',
    'Whoever is added to a community is told by group.joined of it and of its announcement group.',
    [
      makeCommunity(),
      findAnnouncementGroup(),
      subscribe('second'),
      {
        ...addToCommunity('{{second.jid}}'),
        receive: aboutBoth('data.group.jid', (jid) =>
          joined({ reason: '', sender: '{{first.jid}}' }, 'second', jid),
        ),
      },
    ],
  ),
  told(
    'community-left',
    'Whoever leaves a community is told so of it and of its announcement group, by group.info with leave.',
    [
      makeCommunity(['{{second.jid}}']),
      findAnnouncementGroup(),
      subscribe('second'),
      {
        ...leaves({ as: 'second', jid: '{{community}}' }),
        receive: aboutBoth('data.jid', (jid) =>
          info({ jid, sender: '{{second.jid}}', leave: ['{{second.jid}}'] }, 'second'),
        ),
      },
    ],
  ),
  told(
    'created-inside',
    'A group that is created inside a community is told as new, and then as linked on both sides.',
    [
      makeCommunity(),
      subscribe(),
      { ...makeGroupInside(), receive: [joined({ type: 'new', reason: '' }), ...bothSides('link')] },
      nothingMore,
    ],
  ),
  told(
    'community-left-after',
    'Whoever left the announcement group is told only of the community on leaving.',
    [
      makeCommunity(['{{second.jid}}']),
      findAnnouncementGroup(),
      leaves({ as: 'second', jid: '{{announcement}}' }),
      subscribe('second'),
      {
        ...leaves({ as: 'second', jid: '{{community}}' }),
        receive: [info({ jid: '{{community}}', leave: ['{{second.jid}}'] }, 'second')],
      },
    ],
  ),
  told(
    'announcement-group-rejoined',
    'Whoever left the announcement group and is added to the community again is told of that group alone.',
    [
      makeCommunity(['{{second.jid}}']),
      findAnnouncementGroup(),
      leaves({ as: 'second', jid: '{{announcement}}' }),
      subscribe('second'),
      {
        ...addToCommunity('{{second.jid}}'),
        receive: [joined({ reason: '' }, 'second', '{{announcement}}')],
      },
      {
        ...leaves({ as: 'second', jid: '{{announcement}}' }),
        receive: [info({ jid: '{{announcement}}', leave: ['{{second.jid}}'] }, 'second')],
      },
    ],
  ),
  alone(
    'events/pulled-in',
    'The members whom linking a group pulls into a community are told of together, with the reason auto_add.',
    inferred('whatsapp-web: main/621880'),
    [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroup(undefined, ['{{second.jid}}', '{{third.jid}}']),
      subscribe(),
      subscribe('second'),
      {
        ...link(),
        receive: [
          ...bothSides('link'),
          ...aboutBoth('data.jid', (jid) =>
            info({ jid, join: ['{{second.jid}}', '{{third.jid}}'], join_reason: 'auto_add' }),
          ),
          info({ link: { type: 'parent_group', jid: '{{community}}' } }, 'second'),
          ...aboutBoth('data.group.jid', (jid) => joined({ reason: 'auto_add' }, 'second', jid)),
        ],
      },
    ],
  ),
];

function told(slug: string, promise: string, steps: readonly Step[]): Case {
  return alone(`events/${slug}`, promise, known, steps);
}
