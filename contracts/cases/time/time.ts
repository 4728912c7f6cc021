import type { Step } from '../../language/case.ts';
import { group, second } from '../../language/cast.ts';
import { after, hoursLater, isPrivate, standsStill } from '../../language/happenings.ts';
import { done, failed, member } from '../../language/people.ts';
import { assumed, promises, refused, restsOn } from '../../language/promises.ts';
import { changes, join, joinPrivately, leaves, makeGroup, readLink } from '../../language/stage.ts';
import { answers, isIn, isOutside } from '../../language/views.ts';

/** The first account adds the second, whose privacy forbids it, and gets `{{code}}` to hand to them. */
const invited: readonly Step[] = [
  makeGroup(),
  {
    call: 'addGroupParticipants',
    path: group,
    body: { participants: [second] },
    meanwhile: [isPrivate('{{second.phone}}')],
    capture: { code: 'participants[0].add_request.code' },
  },
];

const use = joinPrivately();

/** The second account joins and leaves by the link. */
const comeAndGo: readonly Step[] = [join('second'), leaves({ as: 'second' })];

/** What the passing of time does. */
export const time = [
  ...promises('time', restsOn('refusal private-invite-expired', 'limit private-invite-hours'), {
    'private-invite-in-time': [
      'A private invite lets the invited person in until 72 hours have passed.',
      ...invited,
      answers(
        { ...use, meanwhile: [hoursLater(72, -1)] },
        { pending_approval: false, group_jid: '{{group}}' },
      ),
      ...isIn({ as: 'second' }),
    ],
    'private-invite-expired': [
      'A private invite answers 410 as soon as 72 hours have passed, and lets nobody in.',
      { call: 'getStatus', meanwhile: [standsStill()] },
      ...invited,
      { ...use, meanwhile: [hoursLater(72)], expect: refused(410) },
      ...isOutside({ as: 'second' }),
    ],
    'private-invite-used-once': [
      'A private invite that was used answers 410 after its person has left.',
      ...invited,
      use,
      leaves({ as: 'second' }),
      { ...use, expect: refused(410) },
    ],
    'left-twice': [
      { ...restsOn('row 408', 'limit cool-down-hours'), needs: ['clock'] },
      'Who left twice within 24 hours cannot be added: 408 in their row.',
      makeGroup(),
      readLink(),
      ...comeAndGo,
      ...comeAndGo,
      changes('add', [second], [failed(second, 408)]),
      ...isOutside({ as: 'second' }),
    ],
    'left-twice-a-day-ago': [
      restsOn('row 408', 'limit cool-down-hours'),
      'Who left twice is added again when 24 hours have passed.',
      after(makeGroup(), standsStill()),
      readLink(),
      ...comeAndGo,
      ...comeAndGo,
      after(changes('add', [second], [failed(second, 408)]), hoursLater(24, -1)),
      after(changes('add', [second], [done(member(second))]), { advance: 1 }),
    ],
    'left-twice-far-apart': [
      assumed,
      'Who left twice with a day between is added at once.',
      after(makeGroup(), standsStill()),
      readLink(),
      ...comeAndGo,
      after(join('second'), hoursLater(24)),
      leaves({ as: 'second' }),
      changes('add', [second], [done(member(second))]),
    ],
  }),
  ...(
    [
      ['apart', 'who left a day apart is added', [1, 25], done(member(second))],
      ['again', 'who left within 24 hours is not', [30, 1], failed(second, 408)],
    ] as const
  ).flatMap(([slug, what, [between, then], row]) =>
    promises('time', assumed, {
      [`left-thrice-${slug}`]: [
        `Of three times that somebody left the last two count: ${what}.`,
        makeGroup(),
        readLink(),
        ...comeAndGo,
        after(join('second'), hoursLater(between)),
        leaves({ as: 'second' }),
        after(join('second'), hoursLater(then)),
        leaves({ as: 'second' }),
        changes('add', [second], [row]),
      ],
    }),
  ),
  ...promises('time', assumed, {
    'group-keeps-its-time': [
      'The time at which a group was created stays the same however long ago that is.',
      { ...makeGroup(), capture: { group: 'group.jid', created: 'group.created_at' } },
      answers(
        { call: 'getGroup', path: group, meanwhile: [hoursLater(24 * 365)] },
        { group: { created_at: '{{created}}' } },
      ),
    ],
  }),
];
