import type { OperationId } from '../../../spec/index.ts';
import type { Happening } from '../../language/case.ts';
import { first, one, two } from '../../language/cast.ts';
import { makeCommunity } from '../../language/communities.ts';
import { after, shows, waiting } from '../../language/happenings.ts';
import {
  admin,
  creator,
  done,
  failed,
  including,
  member,
  type RowCode,
  without,
} from '../../language/people.ts';
import { assumed, promises } from '../../language/promises.ts';
import { changes, makeGroup } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

/** The row of the first number fails with this code in the next change of participants, and what else is scripted of it. */
function fails(code: RowCode, more: { carried_out?: true; add_request?: boolean } = {}): Happening {
  const rows = [{ participant: '{{number1}}', code, ...more }];
  return { fault: { operation: 'addGroupParticipants', rows } };
}

/** The row of the first number tells success in the next change of participants, and nothing is done for them. */
const lies = liesAt('addGroupParticipants');

function liesAt(operation: OperationId): Happening {
  return { fault: { operation, rows: [{ participant: '{{number1}}', carried_out: false }] } };
}

/** Rows that fail although no rule is in their way, or that tell success although nothing was done. */
export const faultsOfRows = promises('faults', assumed, {
  'row-added': [
    'Who is not added this time, whatever the reason, is added when it is tried again.',
    makeGroup(),
    after(changes('add', [one, two], [failed(one, 408), done(member(two))]), fails(408)),
    reads({ members_count: 2, participants: without(one) }),
    changes('add', [one], [done(member(one))]),
  ],
  'row-added-all-the-same': [
    'Whose row fails although they are added is a member.',
    makeGroup(),
    after(changes('add', [one], [failed(one, 408)]), fails(408, { carried_out: true })),
    reads({ members_count: 2, participants: including(member(one)) }),
  ],
  'row-with-a-private-invite': [
    'A row that fails with a private invite has one, whatever its code.',
    makeGroup(),
    after(
      changes('add', [one], [{ ...failed(one, 500), add_request: { code: { $matches: '.' } } }]),
      fails(500, { add_request: true }),
    ),
    reads({ members_count: 1 }),
  ],
  'row-without-a-private-invite': [
    'A row that fails with 403 and no private invite has none, though one is usual there.',
    makeGroup(),
    after(
      changes('add', [one], [{ ...failed(one, 403), add_request: { $absent: true } }]),
      fails(403, { add_request: false }),
    ),
  ],
  'row-with-the-usual-private-invite': [
    'A row that fails with 403 has a private invite, as that of somebody whose privacy forbids adding them.',
    makeGroup(),
    after(
      changes('add', [one], [{ ...failed(one, 403), add_request: { code: { $matches: '.' } } }]),
      fails(403),
    ),
  ],
  'row-promoted': [
    'Who is not promoted this time stays a plain member, and the others are promoted.',
    makeGroup({}, [one, two]),
    after(
      changes('promote', [one, two], [{ ...failed(one, 419), is_admin: false }, done(admin(two))]),
      fails(419),
    ),
    reads({ participants: including(member(one), admin(two)) }),
  ],
  'row-demoted': [
    'Who is not demoted this time stays an admin, and the others are demoted.',
    makeGroup({}, [one, two]),
    changes('promote', [one, two], [done(admin(one)), done(admin(two))]),
    after(
      changes('demote', [one, two], [{ ...failed(one, 405), is_admin: true }, done(member(two))]),
      fails(405),
    ),
    reads({ participants: including(admin(one), member(two)) }),
  ],
  'row-removed': [
    'Who is not removed this time stays a member, and the others are removed.',
    makeGroup({}, [one, two]),
    after(changes('remove', [one, two], [failed(one, 405), done(member(two))]), fails(405)),
    reads({ members_count: 2, participants: including(creator(first), member(one)) }),
  ],
  'row-created': [
    'A group is created with everybody but the one whose row fails.',
    answers(
      {
        ...makeGroup(undefined, [one, two]),
        meanwhile: [
          { fault: { operation: 'createGroup', rows: [{ participant: '{{number1}}', code: 500 }] } },
        ],
      },
      { group: { members_count: 2, participants: including(failed(one, 500), member(two)) } },
    ),
    reads({ members_count: 2, participants: without(one) }),
  ],
  'row-created-in-words': [
    'A new group shows whose row tells success although they were not added, and a community shows its creator alone.',
    answers(
      { ...makeGroup(undefined, [one, two]), meanwhile: [liesAt('createGroup')] },
      { group: { members_count: 2, participants: including(done(member(one)), done(member(two))) } },
    ),
    reads({ members_count: 2, participants: without(one) }),
    answers(
      { ...makeCommunity([one]), meanwhile: [liesAt('createCommunity')] },
      { community: { members_count: 1, participants: [creator(first)] } },
    ),
  ],
  'row-asked-for': [
    'Whose row fails with 421 waits for approval, in the name of the one who tried to add them.',
    makeGroup({ join_approval: true }),
    after(changes('add', [one], [failed(one, 421)]), fails(421)),
    after(
      reads({ members_count: 1 }),
      shows('/join-requests', {
        join_requests: [{ group_jid: '{{group}}', phone: '{{number1}}', added_by: '{{first.phone}}' }],
      }),
    ),
  ],
  'row-asked-for-without-an-invite': [
    'Whose row fails with 421 waits for approval, also where it is to have no private invite.',
    makeGroup({ join_approval: true }),
    after(changes('add', [one], [failed(one, 421)]), fails(421, { add_request: false })),
    after(reads({ members_count: 1 }), waiting({ phone: '{{number1}}' })),
  ],
  'row-added-in-words': [
    'A row that tells the success of an addition that was not done shows a plain member, who is not in.',
    makeGroup(),
    after(changes('add', [one, two], [done(member(one)), done(member(two))]), lies),
    reads({ members_count: 2, participants: without(one) }),
  ],
  'row-promoted-in-words': [
    'A row that tells the success of a promotion that was not done shows an admin, who is none.',
    makeGroup({}, [one, two]),
    after(changes('promote', [one, two], [done(admin(one)), done(admin(two))]), lies),
    reads({ participants: including(member(one), admin(two)) }),
  ],
  'row-demoted-in-words': [
    'A row that tells the success of a demotion that was not done shows a plain member, who is an admin.',
    makeGroup({}, [one, two]),
    changes('promote', [one, two], [done(admin(one)), done(admin(two))]),
    after(changes('demote', [one, two], [done(member(one)), done(member(two))]), lies),
    reads({ participants: including(admin(one), member(two)) }),
  ],
});
