import type { Case, Pattern, Step, Template } from '../case.ts';
import { alone, info, joined, subscribe } from '../deliveries.ts';
import { inferred } from '../known.ts';
import { change, join, leaves, letIn, makeGroup, readLink, update } from '../stage.ts';

const known = inferred('whatsmeow: types/events/events.go, GroupInfo and JoinedGroup');
const both: readonly Template[] = ['{{first.jid}}', '{{second.jid}}'];
const byFirst = { sender: '{{first.jid}}' };
const bySecond = { sender: '{{second.jid}}' };

/** A setting, what it is set to, and what the members are told of it. */
const SETTINGS: readonly {
  slug: string;
  what: string;
  set: Template;
  said: Readonly<Record<string, Pattern>>;
}[] = [
  { slug: 'name', what: 'name', set: { name: '{{other-name}}' }, said: { name: '{{other-name}}' } },
  { slug: 'topic', what: 'topic', set: { topic: '{{topic}}' }, said: { topic: '{{topic}}' } },
  { slug: 'announcement', what: 'announcement mode', set: { announcement: true }, said: { announce: true } },
  { slug: 'locked', what: 'lock', set: { locked: true }, said: { locked: true } },
  {
    slug: 'join-approval',
    what: 'join approval',
    set: { join_approval: true },
    said: { join_approval: true },
  },
];

/** What the members of a group are told by their webhooks: a line of the table of events each. */
export const events: readonly Case[] = [
  told('created', 'Whoever creates a group is told by group.joined that it is new, and who created it.', [
    subscribe(),
    { ...makeGroup(), receive: [joined({ type: 'new', ...byFirst })] },
  ]),
  told(
    'put-into-new',
    'Whoever is put into a group at its creation is told by group.joined that it is new.',
    [
      subscribe('second'),
      { ...makeGroup(undefined, both), receive: [joined({ type: 'new', ...byFirst }, 'second')] },
    ],
  ),
  told('added', 'Whoever is added is told by group.joined, and the others by group.info with join.', [
    makeGroup(),
    subscribe(),
    subscribe('second'),
    {
      ...change('add', '{{second.jid}}'),
      receive: [
        joined({ type: '', reason: '', ...byFirst }, 'second'),
        info({ ...byFirst, join: ['{{second.jid}}'] }),
      ],
    },
  ]),
  told(
    'joined-by-link',
    'Joining by link is told to the one who joins with the reason invite, and to the others with that join_reason.',
    [
      makeGroup(),
      readLink(),
      subscribe(),
      subscribe('second'),
      {
        ...join('second'),
        receive: [
          joined({ reason: 'invite' }, 'second'),
          info({ ...bySecond, join: ['{{second.jid}}'], join_reason: 'invite' }),
        ],
      },
    ],
  ),
  told(
    'left',
    'Somebody who leaves is told of by group.info with leave, as the sender, and is told it too.',
    [
      makeGroup(undefined, both),
      subscribe(),
      subscribe('second'),
      {
        ...leaves({ as: 'second' }),
        receive: [
          info({ ...bySecond, leave: ['{{second.jid}}'] }),
          info({ ...bySecond, leave: ['{{second.jid}}'] }, 'second'),
        ],
      },
    ],
  ),
  told(
    'removed',
    'A removal is told to the others and to the one who is removed; its sender is who removed.',
    [
      makeGroup(undefined, both),
      subscribe(),
      subscribe('second'),
      {
        ...change('remove', '{{second.jid}}'),
        receive: [
          info({ ...byFirst, leave: ['{{second.jid}}'] }),
          info({ ...byFirst, leave: ['{{second.jid}}'] }, 'second'),
        ],
      },
    ],
  ),
  told(
    'nothing-after-removal',
    'Whoever was removed is told nothing more of the group, until they are back.',
    [
      makeGroup(undefined, both),
      change('remove', '{{second.jid}}'),
      subscribe('second'),
      update({ name: '{{other-name}}' }),
      { ...change('add', '{{second.jid}}'), receive: [joined({}, 'second')] },
    ],
  ),
  told('promoted', 'A promotion is told by group.info with promote, and a demotion with demote.', [
    makeGroup(undefined, both),
    subscribe(),
    subscribe('second'),
    {
      ...change('promote', '{{second.jid}}'),
      receive: [
        info({ ...byFirst, promote: ['{{second.jid}}'] }),
        info({ ...byFirst, promote: ['{{second.jid}}'] }, 'second'),
      ],
    },
    {
      ...change('demote', '{{second.jid}}'),
      receive: [
        info({ ...byFirst, demote: ['{{second.jid}}'] }),
        info({ ...byFirst, demote: ['{{second.jid}}'] }, 'second'),
      ],
    },
  ]),
  told(
    'heir-promoted',
    'When the only admin leaves, the leave is told first, and then that WhatsApp promoted.',
    [
      makeGroup(undefined, both),
      subscribe('second'),
      {
        ...leaves(),
        receive: [
          info({ ...byFirst, leave: ['{{first.jid}}'] }, 'second'),
          info({ sender: null, promote: ['{{second.jid}}'] }, 'second'),
        ],
      },
    ],
  ),
  ...SETTINGS.map(({ slug, what, set, said }) =>
    told(slug, `A new ${what} is told to every member by group.info, with its value and who set it.`, [
      makeGroup(undefined, both),
      subscribe(),
      subscribe('second'),
      { ...update(set), receive: [info({ ...byFirst, ...said }), info({ ...byFirst, ...said }, 'second')] },
    ]),
  ),
  told('timer', 'A new disappearing timer is told to the members by group.info, in seconds.', [
    makeGroup(undefined, both),
    subscribe('second'),
    {
      call: 'setGroupEphemeral',
      path: { jid: '{{group}}' },
      body: { duration_seconds: 86400 },
      receive: [info({ ...byFirst, ephemeral_seconds: 86400 }, 'second')],
    },
  ]),
  told('link-reset', 'A reset of the invite link is told to the members by group.info, with the new link.', [
    makeGroup(undefined, both),
    subscribe('second'),
    {
      call: 'resetGroupInviteLink',
      path: { jid: '{{group}}' },
      capture: { link: 'invite_link' },
      receive: [info({ ...byFirst, new_invite_link: '{{link}}' }, 'second')],
    },
  ]),
  told('ended', 'The end of a group is told by group.info with delete, after the leave of the last member.', [
    makeGroup(),
    subscribe(),
    { ...leaves(), receive: [info({ leave: ['{{first.jid}}'] }), info({ delete: { $type: 'object' } })] },
  ]),
  told('not-to-outsiders', 'Whoever does not take part in a group is told nothing of it.', [
    makeGroup(),
    readLink(),
    subscribe('second'),
    update({ name: '{{other-name}}' }),
    {
      ...join('second'),
      receive: [joined({ group: { jid: '{{group}}', name: '{{other-name}}' } }, 'second')],
    },
  ]),
  told('in-order', 'An account is told of what happens in the order in which it happened.', [
    makeGroup(undefined, both),
    subscribe('second'),
    update({ name: '{{other-name}}' }),
    update({ topic: '{{topic}}' }),
    update({ locked: true }),
    {
      ...change('promote', '{{second.jid}}'),
      receive: [
        info({ name: '{{other-name}}' }, 'second'),
        info({ topic: '{{topic}}' }, 'second'),
        info({ locked: true }, 'second'),
        info({ promote: ['{{second.jid}}'] }, 'second'),
      ],
    },
  ]),
  told(
    'pending-request',
    'A request to join is no event for the members; that it was asked for is not told.',
    [
      makeGroup({ join_approval: true }),
      subscribe(),
      ...letIn(),
      { ...update({ topic: '{{topic}}' }), receive: [info({ topic: '{{topic}}' })] },
    ],
  ),
];

function told(slug: string, promise: string, steps: readonly Step[]): Case {
  return alone(`events/${slug}`, promise, known, steps);
}
