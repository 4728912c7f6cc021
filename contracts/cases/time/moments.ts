import { group } from '../../language/cast.ts';
import { after, hoursLater, isRefusedTo, standsStill } from '../../language/happenings.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { makeGroup, setTimer, update } from '../../language/stage.ts';
import { answers, list, read, reads } from '../../language/views.ts';

const NOON = '2030-01-01T12:00:00Z';

/** `{{group}}` is made at noon, and an hour later it is changed. */
const madeAtNoon = [
  after(makeGroup(), standsStill(NOON)),
  after(answers(update({ name: '{{other-name}}' }), { group: { created_at: NOON } }), hoursLater(1)),
];

/** Which moments answers tell, by the clock of the target. */
export const timeOfAnswers = promises('time', assumed, {
  'created-at-stays': [
    restsOn('operation updateGroup', 'behaviour new-group-is-open'),
    'No change of a group changes the time at which it was created.',
    ...madeAtNoon,
    setTimer(86400),
    update({ topic: '{{topic}}', join_approval: true }),
    reads({ created_at: NOON }),
    list({ $contains: { ...group, created_at: NOON } }),
  ],
  'reset-at-is-now': [
    'The time of a reset is when it is made.',
    ...madeAtNoon,
    answers({ call: 'resetGroupInviteLink', path: group }, { reset_at: '2030-01-01T13:00:00Z' }),
  ],
  'moments-in-any-form': [
    'The clock is set by any timestamp of RFC 3339, with an offset or in small letters.',
    makeGroup(),
    ...(
      [
        ['2030-01-01T12:00:00+02:00', '2030-01-01T10:00:00Z'],
        ['2030-01-01T12:00:00.25-03:30', '2030-01-01T15:30:00Z'],
        ['2030-01-01t12:00:00z', '2030-01-01T12:00:00Z'],
      ] as const
    ).map(([now, reset_at]) =>
      after(answers({ call: 'resetGroupInviteLink', path: group }, { reset_at }), standsStill(now)),
    ),
  ],
  'no-moments': [
    'The clock is set to no hour 24, to no 30th of February, and by no text with more than a timestamp.',
    makeGroup(),
    after(
      reads({ members_count: 1 }),
      ...[
        '2030-01-01T24:00:00Z',
        '2030-02-30T12:00:00Z',
        '2030-01-01 12:00:00',
        'at 2030-01-01T12:00:00Z',
        '2030-01-01T12:00:00Z or so',
      ].map((now) => isRefusedTo({ clock: { now } }, 400)),
    ),
  ],
  'first-and-last-moment': [
    'The clock goes from the year 1 to the year 9999, and is set to nothing before or after.',
    makeGroup(),
    after(
      answers({ call: 'resetGroupInviteLink', path: group }, { reset_at: '0001-01-01T00:00:00Z' }),
      standsStill('0001-01-01T00:00:00Z'),
      isRefusedTo({ clock: { now: '0000-12-31T23:59:59Z' } }, 400),
    ),
    after(
      answers({ call: 'resetGroupInviteLink', path: group }, { reset_at: '9999-12-31T23:59:59Z' }),
      { clock: { now: '9999-12-31T23:59:59.999Z' } },
      isRefusedTo({ advance: 1 }, 422),
    ),
  ],
  'error-tells-its-time': [
    'An error tells when it was answered, for rules and for fields alike.',
    ...madeAtNoon,
    read({ status: 403, body: { timestamp: '2030-01-01T13:00:00Z' } }, { as: 'second' }),
    { ...update({}), expect: { status: 400, body: { timestamp: '2030-01-01T13:00:00Z' } } },
  ],
});
