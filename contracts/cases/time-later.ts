import type { Case, Happening, Step, Template } from '../case.ts';
import { acts, comesTo, shows, standsStill } from '../happenings.ts';
import { assumed } from '../known.ts';
import { including, member } from '../people.ts';
import { makeGroup, reads } from '../stage.ts';

const NOON = '2030-01-01T12:00:00Z';
const one = '{{number1}}';

/** The first number does something so many seconds from now. */
function later(after_seconds: number, what: string, more: Readonly<Record<string, Template>> = {}) {
  return acts(one, what, { after_seconds, ...more });
}

/** The first number, which is in `{{group}}`, gives it a topic so many seconds from now. */
function says(topic: string, after_seconds: number): Happening {
  return later(after_seconds, 'set', { topic });
}

/** So many seconds go by, and then the topic is this. */
function topicAfter(advance: number, topic: string): Step {
  return { ...reads({ topic }), meanwhile: [{ advance }] };
}

/** What people do at a moment to come. */
export const timeLater: readonly Case[] = [
  about('act-at-its-moment', 'What somebody does later is done at its moment, and not before.', [
    makeGroup(),
    {
      ...reads({ members_count: 1 }),
      meanwhile: [
        standsStill(NOON),
        comesTo(later(60, 'join'), {
          group: null,
          participants: [],
          pending_approval: false,
          due_at: '2030-01-01T12:01:00Z',
        }),
        { advance: 59 },
      ],
    },
    {
      ...reads({ members_count: 2, participants: including(member('{{number1.jid}}')) }),
      meanwhile: [{ advance: 1 }],
    },
  ]),
  about(
    'acts-in-order',
    'What people do later is done in the order of its moments, however it was arranged.',
    [
      makeGroup({}, ['{{number1.jid}}']),
      {
        ...reads({ topic: '' }),
        meanwhile: [standsStill(), says('second', 20), says('first', 10), says('third', 30)],
      },
      topicAfter(15, 'first'),
      topicAfter(10, 'second'),
      topicAfter(10, 'third'),
    ],
  ),
  about('acts-at-once', 'What falls due at the same moment is done in the order in which it was arranged.', [
    makeGroup({}, ['{{number1.jid}}']),
    {
      ...reads({ topic: 'second' }),
      meanwhile: [standsStill(), says('first', 60), says('second', 60), { advance: 60 }],
    },
  ]),
  about(
    'act-keeps-its-moment',
    'What fell due while time went by was done at its own moment, and time goes on from where it is.',
    [
      {
        call: 'listGroups',
        meanwhile: [
          standsStill(NOON),
          {
            act: one,
            do: 'create-group',
            name: '{{name}}',
            participants: ['{{first.phone}}'],
            after_seconds: 3600,
          },
          { advance: 7200 },
          shows('/clock', { now: '2030-01-01T14:00:00Z', frozen: true }),
        ],
        expect: {
          status: 200,
          body: { groups: [{ name: '{{name}}', created_at: '2030-01-01T13:00:00Z' }] },
        },
      },
      {
        ...makeGroup(),
        expect: { status: 201, body: { group: { created_at: '2030-01-01T14:00:00Z' } } },
      },
    ],
  ),
  about(
    'act-refused-when-due',
    'What the rules refuse when it falls due changes nothing, and what comes after it is done.',
    [
      makeGroup(),
      {
        ...reads({ members_count: 2 }),
        meanwhile: [
          later(60, 'leave'),
          later(120, 'join'),
          { advance: 180 },
          shows('/events?phone={{number1}}', {
            events: {
              $contains: {
                kind: 'refused',
                actor: one,
                details: { do: 'leave', rule: { $matches: '.' } },
                told: [],
              },
            },
          }),
        ],
      },
    ],
  ),
  about('clock-stops-and-goes-on', 'A clock goes unless it is stopped, and goes on from where it stood.', [
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
  ]),
];

function about(slug: string, promise: string, steps: readonly Step[]): Case {
  return {
    id: `time/${slug}`,
    promise,
    ...assumed,
    needs: ['clock', 'people', 'one-number'],
    steps,
  };
}
