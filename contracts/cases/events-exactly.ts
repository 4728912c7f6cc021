import type { Case, Pattern, Step } from '../case.ts';
import { second } from '../cast.ts';
import { alone, info, joined, subscribe } from '../deliveries.ts';
import { standsStill } from '../happenings.ts';
import { assumed, inferred, type Known } from '../known.ts';
import type { Need } from '../needs.ts';
import { JPEG } from '../samples.ts';
import { add, leaves, makeGroup, update } from '../stage.ts';

const known = inferred('whatsmeow: types/events/events.go, GroupInfo and JoinedGroup');

/** All that `group.info` tells of a change. */
const SAID = [
  'join',
  'join_reason',
  'leave',
  'promote',
  'demote',
  'name',
  'topic',
  'announce',
  'locked',
  'join_approval',
  'ephemeral_seconds',
  'new_invite_link',
  'link',
  'unlink',
  'delete',
] as const;

const topical = only({ topic: '{{topic}}' });

/** What webhooks are told and nothing beside it: each case ends with an event that nothing comes before. */
export const eventsExactly: readonly Case[] = [
  told(
    'as-it-happened',
    'An event tells the second in which it happened: in the envelope as a number, in its data as text.',
    assumed,
    [
      { ...makeGroup(), meanwhile: [standsStill('2030-01-01T12:00:00.900Z')] },
      subscribe(),
      {
        ...update({ topic: '{{topic}}' }),
        receive: [
          {
            event: 'group.info',
            body: { timestamp: 1893499200, data: { timestamp: '2030-01-01T12:00:00Z', topic: '{{topic}}' } },
          },
        ],
      },
    ],
    ['clock'],
  ),
  told(
    'only-what-changed',
    'Of settings that are sent together only those are told that changed, in one event.',
    known,
    [
      makeGroup({ locked: true }),
      subscribe(),
      {
        ...update({ name: '{{name}}', topic: '{{topic}}', announcement: true, locked: true }),
        receive: [only({ topic: '{{topic}}', announce: true })],
      },
    ],
  ),
  told('same-value', 'A setting that is set to what it is changes nothing, and is not told.', known, [
    makeGroup({ locked: true }),
    subscribe(),
    update({ name: '{{name}}' }),
    update({ locked: true, announcement: false }),
    { ...update({ topic: '{{topic}}' }), receive: [topical] },
  ]),
  told(
    'no-word-for-it',
    'A new picture, and a change of who adds members, are not told: events have no word for them.',
    known,
    [
      makeGroup(),
      subscribe(),
      { call: 'setGroupPicture', path: { jid: '{{group}}' }, body: { image_base64: JPEG } },
      update({ member_add_mode: 'admin' }),
      { ...update({ topic: '{{topic}}' }), receive: [topical] },
    ],
  ),
  told('created-only', 'A new group is told by one event, which names no reason.', known, [
    subscribe(),
    { ...makeGroup(undefined, ['{{first.jid}}', second]), receive: [joined({ type: 'new', reason: '' })] },
    { ...update({ topic: '{{topic}}' }), receive: [topical] },
  ]),
  told('join-only', 'An addition is told by who joined, for no reason, and by nothing else.', known, [
    makeGroup(),
    subscribe(),
    { ...add(second), receive: [only({ join: [second], join_reason: '' })] },
  ]),
  told(
    'ended-only',
    'The end of a group that everybody left is told by delete, which names no reason.',
    known,
    [
      makeGroup(),
      subscribe(),
      { ...leaves(), receive: [only({ leave: ['{{first.jid}}'] }), only({ delete: { reason: '' } })] },
    ],
  ),
  ...(['banned', 'logged_out'] as const).map((state) => session(state)),
];

/** An account is told this of `{{group}}`, and nothing that is not said. */
function only(said: Readonly<Record<string, Pattern>>) {
  const rest = SAID.filter((name) => !(name in said)).map((name) => [name, { $absent: true }]);
  return info({ ...Object.fromEntries(rest), ...said });
}

function session(state: 'banned' | 'logged_out'): Case {
  const events = ['device.connected', 'device.disconnected', 'device.logged_out'];
  const event = state === 'banned' ? 'device.disconnected' : `device.${state}`;
  const does = state === 'banned' ? 'WhatsApp bans' : 'its owner logs out';
  return told(
    `session-${state.replace('_', '-')}`,
    `A session that ${does} is told by ${event} with the status ${state}.`,
    assumed,
    [
      subscribe('first', { enabled_events: events }),
      {
        call: 'getStatus',
        meanwhile: [{ device: state, of: '{{first.phone}}' }],
        receive: [{ event, body: { data: { status: state } } }],
      },
    ],
    ['people'],
  );
}

function told(
  slug: string,
  promise: string,
  from: Known,
  steps: readonly Step[],
  needs: readonly Need[] = [],
): Case {
  return alone(`events/${slug}`, promise, from, steps, needs);
}
