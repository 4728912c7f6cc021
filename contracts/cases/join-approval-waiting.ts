import type { Case, Pattern, Step } from '../case.ts';
import { one, second, two } from '../cast.ts';
import { acts, shows, standsStill } from '../happenings.ts';
import { assumed, inferred } from '../known.ts';
import { done, failed, including, member } from '../people.ts';
import { add, changes, makeGroup, reads } from '../stage.ts';

const NOON = '2030-01-01T12:00:00Z';
const who = '{{number1}}';
const me = '{{first.phone}}';

/** Those who wait to come into `{{group}}`. */
function waiting(...people: Pattern[]) {
  return shows('/join-requests?group={{group}}', { join_requests: people });
}

/** Something happened in `{{group}}`; nobody is told unless it is said who. */
function happened(kind: string, actor: string, more: Readonly<Record<string, Pattern>> = {}): Pattern {
  return { $contains: { kind, actor, people: [who], group_jid: '{{group}}', ...more } };
}

/** Who waits to be let in, and what becomes of them. */
export const joinApprovalWaiting: readonly Case[] = [
  {
    id: 'join-approval/waits-since',
    promise: 'Who asks waits from then on, in their own name; asking again is still the first request.',
    ...assumed,
    needs: ['people', 'clock', 'one-number'],
    steps: [
      makeGroup({ join_approval: true }),
      {
        ...reads({ members_count: 1 }),
        meanwhile: [
          waiting(),
          standsStill(NOON),
          acts(who, 'ask'),
          { advance: 3600 },
          acts(who, 'ask'),
          waiting({ group_jid: '{{group}}', phone: who, asked_at: NOON, added_by: null }),
          shows('/events?group={{group}}&phone={{number1}}', { events: [{ kind: 'asked' }] }),
        ],
      },
    ],
  },
  {
    id: 'join-approval/waits-since-added',
    promise:
      'Whom a plain member adds where approval is on waits in the name of that member, and nobody else does.',
    ...inferred('whatsapp-web: main/271137'),
    needs: ['people', 'second-account', 'two-numbers'],
    steps: [
      makeGroup({ join_approval: true }, [second]),
      add(two),
      changes('add', [one, two], [failed(one, 421), failed(two, 409)], { as: 'second' }),
      {
        ...reads({ members_count: 3 }),
        meanwhile: [waiting({ phone: who, added_by: '{{second.phone}}' })],
      },
      {
        ...reads({ members_count: 4, participants: including(member(one)) }),
        meanwhile: [acts(me, 'approve', { participant: one }), waiting()],
      },
    ],
  },
  {
    id: 'join-approval/nobody-waits-where-it-is-off',
    promise: 'Whom a plain member adds where approval is off is a member, and waits for nothing.',
    ...inferred('whatsapp-web: main/271137'),
    needs: ['people', 'second-account', 'one-number'],
    steps: [
      makeGroup({}, [second]),
      changes('add', [one], [done(member(one))], { as: 'second' }),
      { ...reads({ members_count: 3 }), meanwhile: [waiting()] },
    ],
  },
  ends('cancelled', 'Who takes a request back waits no more.', 'request-cancelled', who, 'cancel'),
  ends('rejected', 'Whose request is rejected waits no more.', 'request-rejected', me, 'reject'),
  {
    id: 'join-approval/approved-is-seen',
    promise: 'Who is approved waits no more, and joined as by an invite.',
    ...assumed,
    needs: ['people', 'one-number'],
    steps: [
      makeGroup({ join_approval: true }),
      {
        ...reads({ members_count: 2 }),
        meanwhile: [
          acts(who, 'ask'),
          acts(me, 'approve', { participant: who }),
          waiting(),
          sees(
            happened('asked', who, { told: [] }),
            happened('joined', me, { details: { reason: 'invite' }, told: [me] }),
          ),
        ],
      },
    ],
  },
];

function sees(...events: Pattern[]) {
  return shows('/events?group={{group}}', { events: { $all: events } });
}

function ends(slug: string, promise: string, kind: string, actor: string, what: 'cancel' | 'reject'): Case {
  const step: Step = {
    ...reads({ members_count: 1 }),
    meanwhile: [
      acts(who, 'ask'),
      acts(actor, what, what === 'cancel' ? {} : { participant: who }),
      waiting(),
      sees(happened('asked', who, { told: [] }), happened(kind, actor, { told: [] })),
    ],
  };
  return {
    id: `join-approval/${slug}-is-seen`,
    promise,
    ...assumed,
    needs: ['people', 'one-number'],
    steps: [makeGroup({ join_approval: true }), step],
  };
}
