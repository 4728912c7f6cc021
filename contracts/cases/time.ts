import type { Case, Step } from '../case.ts';
import { hoursLater, isPrivate, standsStill } from '../happenings.ts';
import { assumed, inferred, refused } from '../known.ts';
import { done, failed, member } from '../people.ts';
import { changes, isIn, isOutside, join, leaves, makeGroup, readLink } from '../stage.ts';

const second = '{{second.jid}}';

/** The first account adds the second, whose privacy forbids it, and gets `{{code}}` to hand to them. */
const invited: readonly Step[] = [
  makeGroup(),
  {
    call: 'addGroupParticipants',
    path: { jid: '{{group}}' },
    body: { participants: [second] },
    meanwhile: [isPrivate('{{second.phone}}')],
    capture: { code: 'participants[0].add_request.code' },
  },
];

const use: Step = {
  call: 'joinGroup',
  as: 'second',
  body: { code: '{{code}}', group_jid: '{{group}}', inviter_jid: '{{first.jid}}' },
};

/** The second account joins and leaves by the link. */
const comeAndGo: readonly Step[] = [join('second'), leaves({ as: 'second' })];

/** What the passing of time does. */
export const time: readonly Case[] = [
  {
    id: 'time/private-invite-in-time',
    promise: 'A private invite lets the invited person in until 72 hours have passed.',
    ...inferred('whatsmeow: group.go, JoinGroupWithInvite'),
    needs: ['clock', 'people', 'second-account'],
    steps: [
      ...invited,
      {
        ...use,
        meanwhile: [hoursLater(72, -1)],
        expect: { status: 200, body: { pending_approval: false, group_jid: '{{group}}' } },
      },
      ...isIn({ as: 'second' }),
    ],
  },
  {
    id: 'time/private-invite-expired',
    promise: 'A private invite answers 410 as soon as 72 hours have passed, and lets nobody in.',
    ...inferred('whatsmeow: group.go, JoinGroupWithInvite'),
    needs: ['clock', 'people', 'second-account'],
    steps: [
      { call: 'getStatus', meanwhile: [standsStill()] },
      ...invited,
      { ...use, meanwhile: [hoursLater(72)], expect: refused(410) },
      ...isOutside({ as: 'second' }),
    ],
  },
  {
    id: 'time/private-invite-used-once',
    promise: 'A private invite that was used answers 410 after its person has left.',
    ...inferred('whatsmeow: group.go, JoinGroupWithInvite'),
    needs: ['people', 'second-account'],
    steps: [...invited, use, leaves({ as: 'second' }), { ...use, expect: refused(410) }],
  },
  {
    id: 'time/left-twice',
    promise: 'Who left twice within 24 hours cannot be added: 408 in their row.',
    ...inferred('whatsapp-web: main/501354'),
    needs: ['clock', 'second-account'],
    steps: [
      makeGroup(),
      readLink(),
      ...comeAndGo,
      ...comeAndGo,
      changes('add', [second], [failed(second, 408)]),
      ...isOutside({ as: 'second' }),
    ],
  },
  {
    id: 'time/left-twice-a-day-ago',
    promise: 'Who left twice is added again when 24 hours have passed.',
    ...inferred('whatsapp-web: main/501354'),
    needs: ['clock', 'second-account'],
    steps: [
      { ...makeGroup(), meanwhile: [standsStill()] },
      readLink(),
      ...comeAndGo,
      ...comeAndGo,
      { ...changes('add', [second], [failed(second, 408)]), meanwhile: [hoursLater(24, -1)] },
      { ...changes('add', [second], [done(member(second))]), meanwhile: [{ advance: 1 }] },
    ],
  },
  {
    id: 'time/left-twice-far-apart',
    promise: 'Who left twice with a day between is added at once.',
    ...assumed,
    needs: ['clock', 'second-account'],
    steps: [
      { ...makeGroup(), meanwhile: [standsStill()] },
      readLink(),
      ...comeAndGo,
      { ...join('second'), meanwhile: [hoursLater(24)] },
      leaves({ as: 'second' }),
      changes('add', [second], [done(member(second))]),
    ],
  },
  ...(
    [
      ['apart', 'who left a day apart is added', [1, 25], done(member(second))],
      ['again', 'who left within 24 hours is not', [30, 1], failed(second, 408)],
    ] as const
  ).map(
    ([slug, what, [between, then], row]): Case => ({
      id: `time/left-thrice-${slug}`,
      promise: `Of three times that somebody left the last two count: ${what}.`,
      ...assumed,
      needs: ['clock', 'second-account'],
      steps: [
        makeGroup(),
        readLink(),
        ...comeAndGo,
        { ...join('second'), meanwhile: [hoursLater(between)] },
        leaves({ as: 'second' }),
        { ...join('second'), meanwhile: [hoursLater(then)] },
        leaves({ as: 'second' }),
        changes('add', [second], [row]),
      ],
    }),
  ),
  {
    id: 'time/group-keeps-its-time',
    promise: 'The time at which a group was created stays the same however long ago that is.',
    ...assumed,
    needs: ['clock'],
    steps: [
      { ...makeGroup(), capture: { group: 'group.jid', created: 'group.created_at' } },
      {
        call: 'getGroup',
        path: { jid: '{{group}}' },
        meanwhile: [hoursLater(24 * 365)],
        expect: { status: 200, body: { group: { created_at: '{{created}}' } } },
      },
    ],
  },
];
