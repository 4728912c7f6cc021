import type { Happening, StepOf } from '../../language/case.ts';
import { one, who } from '../../language/cast.ts';
import { type Act, acts, after, comesTo, creates, shows, standsStill } from '../../language/happenings.ts';
import { including, member } from '../../language/people.ts';
import { assumed, promises } from '../../language/promises.ts';
import { makeGroup } from '../../language/stage.ts';
import { answers, list, reads } from '../../language/views.ts';

const NOON = '2030-01-01T12:00:00Z';

/** The first number does something so many seconds from now. */
function later(after_seconds: number, what: Act['do'], more: Parameters<typeof acts>[2] = {}) {
  return acts(who, what, { after_seconds, ...more });
}

/** The first number, which is in `{{group}}`, gives it a topic so many seconds from now. */
function says(topic: string, after_seconds: number): Happening {
  return later(after_seconds, 'set', { topic });
}

/** So many seconds go by, and then the topic is this. */
function topicAfter(advance: number, topic: string): StepOf<'getGroup'> {
  return after(reads({ topic }), { advance });
}

/** What people do at a moment to come. */
export const timeLater = promises('time', assumed, {
  'act-at-its-moment': [
    'What somebody does later is done at its moment, and not before.',
    makeGroup(),
    after(
      reads({ members_count: 1 }),
      standsStill(NOON),
      comesTo(later(60, 'join'), {
        group: null,
        participants: [],
        pending_approval: false,
        due_at: '2030-01-01T12:01:00Z',
      }),
      { advance: 59 },
    ),
    after(reads({ members_count: 2, participants: including(member(one)) }), { advance: 1 }),
  ],
  'acts-in-order': [
    'What people do later is done in the order of its moments, however it was arranged.',
    makeGroup({}, [one]),
    after(reads({ topic: '' }), standsStill(), says('second', 20), says('first', 10), says('third', 30)),
    topicAfter(15, 'first'),
    topicAfter(10, 'second'),
    topicAfter(10, 'third'),
  ],
  'acts-at-once': [
    'What falls due at the same moment is done in the order in which it was arranged.',
    makeGroup({}, [one]),
    after(reads({ topic: 'second' }), standsStill(), says('first', 60), says('second', 60), { advance: 60 }),
  ],
  'act-keeps-its-moment': [
    'What fell due while time went by was done at its own moment, and time goes on from where it is.',
    after(
      list([{ name: '{{name}}', created_at: '2030-01-01T13:00:00Z' }]),
      standsStill(NOON),
      creates(who, '{{name}}', { after_seconds: 3600 }),
      { advance: 7200 },
      shows('/clock', { now: '2030-01-01T14:00:00Z', frozen: true }),
    ),
    answers(makeGroup(), { group: { created_at: '2030-01-01T14:00:00Z' } }),
  ],
  'act-refused-when-due': [
    'What the rules refuse when it falls due changes nothing, and what comes after it is done.',
    makeGroup(),
    after(
      reads({ members_count: 2 }),
      later(60, 'leave'),
      later(120, 'join'),
      { advance: 180 },
      shows('/events?phone={{number1}}', {
        events: {
          $contains: {
            kind: 'refused',
            actor: who,
            details: { do: 'leave', rule: { $matches: '.' } },
            told: [],
          },
        },
      }),
    ),
  ],
  'clock-stops-and-goes-on': [
    'A clock goes unless it is stopped, and goes on from where it stood.',
    {
      call: 'getStatus',
      meanwhile: [
        shows('/clock', { frozen: false }),
        standsStill(NOON),
        shows('/clock', { frozen: true, now: NOON }),
        { clock: { frozen: false } },
        shows('/clock', { frozen: false, now: { $hoursAfter: [NOON, 0] } }),
      ],
      expect: { status: 200 },
    },
  ],
});
