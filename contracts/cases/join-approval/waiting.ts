import type { ControlSchema } from '../../../spec/index.ts';
import { me, one, second, two, who } from '../../language/cast.ts';
import { acts, after, shows, standsStill, waiting } from '../../language/happenings.ts';
import type { Pattern, Properties } from '../../language/patterns.ts';
import { done, failed, including, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { add, changes, makeGroup } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

const NOON = '2030-01-01T12:00:00Z';

/** Something happened in `{{group}}`; nobody is told unless it is said who. */
function happened(
  kind: ControlSchema<'Event'>['kind'],
  actor: string,
  more: Properties<ControlSchema<'Event'>> = {},
): Pattern<ControlSchema<'Event'>[]> {
  return { $contains: { kind, actor, people: [who], group_jid: '{{group}}', ...more } };
}

/** Who waits to be let in, and what becomes of them. */
export const joinApprovalWaiting = [
  ...promises('join-approval', restsOn('row 421'), {
    'waits-since': [
      assumed,
      'Who asks waits from then on, in their own name; asking again is still the first request.',
      makeGroup({ join_approval: true }),
      after(
        reads({ members_count: 1 }),
        waiting(),
        standsStill(NOON),
        acts(who, 'ask'),
        { advance: 3600 },
        acts(who, 'ask'),
        waiting({ group_jid: '{{group}}', phone: who, asked_at: NOON, added_by: null }),
        shows('/events?group={{group}}&phone={{number1}}', { events: [{ kind: 'asked' }] }),
      ),
    ],
    'waits-since-added': [
      'Whom a plain member adds where approval is on waits in the name of that member, and nobody else does.',
      makeGroup({ join_approval: true }, [second]),
      add(two),
      changes('add', [one, two], [failed(one, 421), failed(two, 409)], { as: 'second' }),
      after(reads({ members_count: 3 }), waiting({ phone: who, added_by: '{{second.phone}}' })),
      after(
        reads({ members_count: 4, participants: including(member(one)) }),
        acts(me, 'approve', { participant: one }),
        waiting(),
      ),
    ],
    'nobody-waits-where-it-is-off': [
      'Whom a plain member adds where approval is off is a member, and waits for nothing.',
      makeGroup({}, [second]),
      changes('add', [one], [done(member(one))], { as: 'second' }),
      after(reads({ members_count: 3 }), waiting()),
    ],
  }),
  ...ends('cancelled', 'Who takes a request back waits no more.', 'request-cancelled', who, 'cancel'),
  ...ends('rejected', 'Whose request is rejected waits no more.', 'request-rejected', me, 'reject'),
  ...promises('join-approval', assumed, {
    'approved-is-seen': [
      'Who is approved waits no more, and joined as by an invite.',
      makeGroup({ join_approval: true }),
      after(
        reads({ members_count: 2 }),
        acts(who, 'ask'),
        acts(me, 'approve', { participant: who }),
        waiting(),
        sees(
          happened('asked', who, { told: [] }),
          happened('joined', me, { details: { reason: 'invite' }, told: [me] }),
        ),
      ),
    ],
  }),
];

function sees(...events: Pattern<ControlSchema<'Event'>[]>[]) {
  return shows('/events?group={{group}}', { events: { $all: events } });
}

function ends(
  slug: string,
  promise: string,
  kind: ControlSchema<'Event'>['kind'],
  actor: string,
  what: 'cancel' | 'reject',
) {
  const step = after(
    reads({ members_count: 1 }),
    acts(who, 'ask'),
    acts(actor, what, what === 'cancel' ? {} : { participant: who }),
    waiting(),
    sees(happened('asked', who, { told: [] }), happened(kind, actor, { told: [] })),
  );
  return promises('join-approval', assumed, {
    [`${slug}-is-seen`]: [promise, makeGroup({ join_approval: true }), step],
  });
}
