import type { BodyOf, StepOf } from '../../language/case.ts';
import { first, group, one, second, third } from '../../language/cast.ts';
import { type Info, info, joined, subscribe, told } from '../../language/deliveries.ts';
import { promises, restsOn } from '../../language/promises.ts';
import {
  add,
  change,
  join,
  leaves,
  letIn,
  makeGroup,
  readLink,
  setTimer,
  update,
} from '../../language/stage.ts';

const known = restsOn('behaviour events');
const both = [first, second];
const byFirst: Info = { sender: first };
const bySecond: Info = { sender: second };
const resetLink: StepOf<'resetGroupInviteLink'> = { call: 'resetGroupInviteLink', path: group };

/** A setting, what it is set to, and what the members are told of it. */
const SETTINGS: readonly {
  slug: string;
  what: string;
  set: BodyOf<'updateGroup'>;
  said: Info;
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

const pair = makeGroup(undefined, both);

/** What the members of a group are told by their webhooks: a line of the table of events each. */
export const events = [
  ...promises('events', known, {
    'told-and-joined': [
      'Who is added is told by group.joined what the others are told of by group.info.',
      makeGroup(undefined, [first, third]),
      subscribe('second'),
      subscribe('third'),
      told(add(second), info({ join: [second], ...byFirst }, 'third'), joined({ ...byFirst }, 'second')),
    ],
    'put-into-new': [
      'Whoever is put into a group at its creation is told by group.joined that it is new.',
      subscribe('second'),
      told(pair, joined({ type: 'new', ...byFirst }, 'second')),
    ],
    added: [
      'Whoever is added is told by group.joined, and the others by group.info with join.',
      makeGroup(),
      subscribe('second'),
      told(add(second), joined({ type: '', reason: '', ...byFirst }, 'second')),
      told(add(one), info({ ...byFirst, join: [one] }, 'second')),
    ],
    'joined-by-link': [
      'Joining by link is told to the others with invite for its join_reason.',
      makeGroup(),
      readLink(),
      subscribe(),
      told(join('second'), info({ ...bySecond, join: [second], join_reason: 'invite' })),
    ],
    left: [
      'Somebody who leaves is told of by group.info with leave, as the sender.',
      pair,
      subscribe(),
      told(leaves({ as: 'second' }), info({ ...bySecond, leave: [second] })),
    ],
    removed: [
      'A removal is told to the one who is removed and to the others; its sender is who removed.',
      makeGroup(undefined, [first, second, one]),
      subscribe('second'),
      told(change('remove', one), info({ ...byFirst, leave: [one] }, 'second')),
      told(change('remove', second), info({ ...byFirst, leave: [second] }, 'second')),
    ],
    'nothing-after-removal': [
      'Whoever was removed is told nothing more of the group, until they are back.',
      pair,
      change('remove', second),
      subscribe('second'),
      update({ name: '{{other-name}}' }),
      told(add(second), joined({}, 'second')),
    ],
    promoted: [
      'A promotion is told by group.info with promote, and a demotion with demote.',
      pair,
      subscribe('second'),
      told(change('promote', second), info({ ...byFirst, promote: [second] }, 'second')),
      told(change('demote', second), info({ ...byFirst, demote: [second] }, 'second')),
    ],
    'heir-promoted': [
      'When the only admin leaves, the leave is told first, and then that WhatsApp promoted.',
      pair,
      subscribe('second'),
      told(
        leaves(),
        info({ ...byFirst, leave: [first] }, 'second'),
        info({ sender: null, promote: [second] }, 'second'),
      ),
    ],
  }),
  ...SETTINGS.flatMap(({ slug, what, set, said }) =>
    promises('events', known, {
      [slug]: [
        `A new ${what} is told to the other members by group.info, with its value and who set it.`,
        pair,
        subscribe('second'),
        told(update(set), info({ ...byFirst, ...said }, 'second')),
      ],
    }),
  ),
  ...promises('events', known, {
    timer: [
      'A new disappearing timer is told to the members by group.info, in seconds.',
      pair,
      subscribe('second'),
      told(setTimer(86400), info({ ...byFirst, ephemeral_seconds: 86400 }, 'second')),
    ],
    'link-reset': [
      'A reset of the invite link is told to the members by group.info, with the new link.',
      pair,
      subscribe('second'),
      {
        ...resetLink,
        capture: { link: 'invite_link' },
        receive: [info({ ...byFirst, new_invite_link: '{{link}}' }, 'second')],
      },
    ],
    'not-to-outsiders': [
      'Whoever does not take part in a group is told nothing of it.',
      makeGroup(),
      subscribe('second'),
      update({ name: '{{other-name}}' }),
      told(add(second), joined({ group: { jid: '{{group}}', name: '{{other-name}}' } }, 'second')),
    ],
    'of-other-groups': [
      'An account is told of its own groups only.',
      { ...makeGroup(), capture: { other: 'group.jid' } },
      pair,
      subscribe('second'),
      { ...update({ name: '{{other-name}}' }), path: { jid: '{{other}}' } },
      {
        ...update({ topic: '{{topic}}' }),
        receive: [info({ jid: { $not: '{{other}}' } }, 'second')],
      },
    ],
    'in-order': [
      'An account is told of what happens in the order in which it happened.',
      pair,
      subscribe('second'),
      update({ name: '{{other-name}}' }),
      update({ topic: '{{topic}}' }),
      update({ locked: true }),
      told(
        change('promote', second),
        info({ name: '{{other-name}}' }, 'second'),
        info({ topic: '{{topic}}' }, 'second'),
        info({ locked: true }, 'second'),
        info({ promote: [second] }, 'second'),
      ),
    ],
    'pending-request': [
      'A request to join is no event for the members; that it was asked for is not told.',
      makeGroup({ join_approval: true }, both),
      subscribe('second'),
      ...letIn('third'),
      told(update({ topic: '{{topic}}' }), info({ topic: '{{topic}}' }, 'second')),
    ],
  }),
  ...promises('events', restsOn('behaviour events', 'behaviour own-deeds-are-told'), {
    created: [
      'Whoever creates a group is told by group.joined that it is new, and who created it.',
      subscribe(),
      told(makeGroup(), joined({ type: 'new', ...byFirst })),
    ],
    'joined-oneself': [
      'Joining by link is told to the one who joins with the reason invite.',
      makeGroup(),
      readLink(),
      subscribe('second'),
      told(join('second'), joined({ reason: 'invite' }, 'second')),
    ],
    'own-deeds': [
      'Whoever changes a group is told of it like everybody else in it.',
      makeGroup(),
      subscribe(),
      told(update({ name: '{{other-name}}' }), info({ ...byFirst, name: '{{other-name}}' })),
      told(setTimer(86400), info({ ...byFirst, ephemeral_seconds: 86400 })),
      told(resetLink, info({ ...byFirst, new_invite_link: { $type: 'string' } })),
      told(add(second), info({ ...byFirst, join: [second] })),
      told(change('promote', second), info({ ...byFirst, promote: [second] })),
      told(change('demote', second), info({ ...byFirst, demote: [second] })),
      told(change('remove', second), info({ ...byFirst, leave: [second] })),
    ],
    ended: [
      'The end of a group is told by group.info with delete, after the leave of the last member.',
      makeGroup(),
      subscribe(),
      told(leaves(), info({ ...byFirst, leave: [first] }), info({ delete: { $type: 'object' } })),
    ],
  }),
];
