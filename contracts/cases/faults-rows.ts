import type { Case, Happening, Step } from '../case.ts';
import { first, one, two } from '../cast.ts';
import { shows } from '../happenings.ts';
import { assumed } from '../known.ts';
import { admin, creator, done, failed, including, member, without } from '../people.ts';
import { changes, makeGroup, reads } from '../stage.ts';

/** The row of the first number fails with this code in the next change of participants. */
function fails(code: number): Happening {
  return { fault: { operation: 'addGroupParticipants', rows: [{ participant: '{{number1}}', code }] } };
}

/** Rows that fail although no rule is in their way. */
export const faultsOfRows: readonly Case[] = [
  about('added', 'Who is not added this time, whatever the reason, is added when it is tried again.', [
    makeGroup(),
    { ...changes('add', [one, two], [failed(one, 408), done(member(two))]), meanwhile: [fails(408)] },
    reads({ members_count: 2, participants: without(one) }),
    changes('add', [one], [done(member(one))]),
  ]),
  about('promoted', 'Who is not promoted this time stays a plain member, and the others are promoted.', [
    makeGroup({}, [one, two]),
    { ...changes('promote', [one, two], [failed(one, 419), done(admin(two))]), meanwhile: [fails(419)] },
    reads({ participants: including(member(one), admin(two)) }),
  ]),
  about('demoted', 'Who is not demoted this time stays an admin, and the others are demoted.', [
    makeGroup({}, [one, two]),
    changes('promote', [one, two], [done(admin(one)), done(admin(two))]),
    { ...changes('demote', [one, two], [failed(one, 405), done(member(two))]), meanwhile: [fails(405)] },
    reads({ participants: including(admin(one), member(two)) }),
  ]),
  about('removed', 'Who is not removed this time stays a member, and the others are removed.', [
    makeGroup({}, [one, two]),
    { ...changes('remove', [one, two], [failed(one, 405), done(member(two))]), meanwhile: [fails(405)] },
    reads({ members_count: 2, participants: including(creator(first), member(one)) }),
  ]),
  about('created', 'A group is created with everybody but the one whose row fails.', [
    {
      ...makeGroup(undefined, [one, two]),
      meanwhile: [{ fault: { operation: 'createGroup', rows: [{ participant: '{{number1}}', code: 500 }] } }],
      expect: {
        status: 201,
        body: { group: { members_count: 2, participants: including(failed(one, 500), member(two)) } },
      },
    },
    reads({ members_count: 2, participants: without(one) }),
  ]),
  {
    ...about(
      'asked-for',
      'Whose row fails with 421 waits for approval, in the name of the one who tried to add them.',
      [
        makeGroup({ join_approval: true }),
        { ...changes('add', [one], [failed(one, 421)]), meanwhile: [fails(421)] },
        {
          ...reads({ members_count: 1 }),
          meanwhile: [
            shows('/join-requests', {
              join_requests: [{ group_jid: '{{group}}', phone: '{{number1}}', added_by: '{{first.phone}}' }],
            }),
          ],
        },
      ],
    ),
    needs: ['faults', 'people', 'one-number'],
  },
];

function about(slug: string, promise: string, steps: readonly Step[]): Case {
  return { id: `faults/row-${slug}`, promise, ...assumed, needs: ['faults', 'two-numbers'], steps };
}
