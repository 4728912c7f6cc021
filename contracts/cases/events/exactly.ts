import type { ExpectedDelivery } from '../../language/case.ts';
import { first, group, one, second } from '../../language/cast.ts';
import { type Info, info, joined, subscribe, told } from '../../language/deliveries.ts';
import { after, standsStill } from '../../language/happenings.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { JPEG } from '../../language/samples.ts';
import { add, leaves, makeGroup, update } from '../../language/stage.ts';

const known = restsOn('behaviour events');
const together = restsOn('behaviour events', 'behaviour told-together');
const both = [first, second];

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
] as const satisfies readonly (keyof Info)[];

const topical = only({ topic: '{{topic}}' });

/** What webhooks are told and nothing beside it: each case ends with an event that nothing comes before. */
export const eventsExactly = [
  ...promises('events', known, {
    'as-it-happened': [
      assumed,
      'An event tells the second in which it happened: in the envelope as a number, in its data as text.',
      after(makeGroup(), standsStill('2030-01-01T12:00:00.900Z')),
      subscribe(),
      told(update({ topic: '{{topic}}' }), {
        event: 'group.info',
        body: { timestamp: 1893499200, data: { timestamp: '2030-01-01T12:00:00Z', topic: '{{topic}}' } },
      }),
    ],
    'only-what-changed': [
      restsOn('behaviour events', 'behaviour told-together', 'ruling update-atomicity'),
      'Of settings that are sent together only those are told that changed, each in an event of its own.',
      makeGroup({ locked: true }, both),
      subscribe('second'),
      told(
        update({ name: '{{name}}', topic: '{{topic}}', announcement: true, locked: true }),
        topical,
        only({ announce: true }),
      ),
    ],
    'same-value': [
      together,
      'A setting that is set to what it is changes nothing, and is not told.',
      makeGroup({ locked: true }, both),
      subscribe('second'),
      update({ name: '{{name}}' }),
      update({ locked: true, announcement: false }),
      told(update({ topic: '{{topic}}' }), topical),
    ],
    'no-word-for-it': [
      'A new picture, and a change of who adds members, are not told: events have no word for them.',
      makeGroup(undefined, both),
      subscribe('second'),
      { call: 'setGroupPicture', path: group, body: { image_base64: JPEG } },
      update({ member_add_mode: 'admin' }),
      told(update({ topic: '{{topic}}' }), topical),
    ],
    'created-only': [
      'A new group is told by one event, which names no reason.',
      subscribe('second'),
      told(makeGroup(undefined, both), joined({ type: 'new', reason: '' }, 'second')),
      told(update({ topic: '{{topic}}' }), topical),
    ],
    'join-only': [
      'An addition is told by who joined, for no reason, and by nothing else.',
      makeGroup(undefined, both),
      subscribe('second'),
      told(add(one), only({ join: [one], join_reason: '' })),
    ],
    'ended-only': [
      restsOn('behaviour events', 'behaviour own-deeds-are-told'),
      'The end of a group that everybody left is told by delete, which names no reason.',
      makeGroup(),
      subscribe(),
      told(leaves(), only({ leave: [first] }, 'first'), only({ delete: { reason: '' } }, 'first')),
    ],
  }),
  ...(['banned', 'logged_out'] as const).flatMap((state) => session(state)),
];

/** An account is told this of `{{group}}`, and nothing that is not said. */
function only(said: Info, to: 'first' | 'second' = 'second') {
  const rest = SAID.filter((name) => !(name in said)).map((name) => [name, { $absent: true }]);
  return info({ ...Object.fromEntries(rest), ...said }, to);
}

function session(state: 'banned' | 'logged_out') {
  const events = ['device.connected', 'device.disconnected', 'device.logged_out'];
  const event: ExpectedDelivery['event'] = state === 'banned' ? 'device.disconnected' : 'device.logged_out';
  const does = state === 'banned' ? 'WhatsApp bans' : 'its owner logs out';
  return promises('events', assumed, {
    [`session-${state.replace('_', '-')}`]: [
      `A session that ${does} is told by ${event} with the status ${state}.`,
      subscribe('first', { enabled_events: events }),
      {
        call: 'getStatus',
        meanwhile: [{ device: state, of: '{{first.phone}}' }],
        receive: [{ event, body: { data: { status: state } } }],
      },
    ],
  });
}
