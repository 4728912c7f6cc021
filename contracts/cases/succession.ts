import type { Case } from '../case.ts';
import { first, one, second, third } from '../cast.ts';
import { admin, creator, done, including, member, without } from '../people.ts';
import { add, change, changes, isOutside, join, leaves, makeGroup, readLink, reads } from '../stage.ts';

/** Who is admin of a group after its admins left. */
export const succession: readonly Case[] = [
  {
    id: 'leaving/only-admin',
    promise: 'When the only admin leaves, one of the others becomes admin, not super admin.',
    provenance: 'inferred',
    source: 'faq: 526742385997912',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      leaves(),
      ...isOutside(),
      reads({ members_count: 1, participants: [admin(second)] }, { as: 'second' }),
      { call: 'getGroupInviteLink', as: 'second', path: { jid: '{{group}}' }, expect: { status: 200 } },
    ],
  },
  {
    id: 'leaving/longest-standing',
    promise: 'When the only admin leaves, the one who has been there longest becomes admin, and nobody else.',
    provenance: 'assumed',
    needs: ['second-account', 'one-number'],
    steps: [
      makeGroup({}, [one]),
      add(second),
      leaves(),
      reads({ members_count: 2, participants: including(admin(one), member(second)) }, { as: 'second' }),
    ],
  },
  {
    id: 'leaving/one-of-the-admins',
    promise: 'When an admin leaves and another stays, nobody is promoted.',
    provenance: 'inferred',
    source: 'faq: 526742385997912',
    needs: ['second-account', 'one-number'],
    steps: [
      makeGroup({}, [one, second]),
      change('promote', second),
      leaves(),
      reads({ members_count: 2, participants: including(member(one), admin(second)) }, { as: 'second' }),
    ],
  },
  {
    id: 'leaving/one-of-the-members',
    promise: 'When a member leaves or is removed, nobody is promoted.',
    provenance: 'inferred',
    source: 'faq: 526742385997912',
    needs: ['second-account', 'two-numbers'],
    steps: [
      makeGroup({}, [one, '{{number2}}', second]),
      leaves({ as: 'second' }),
      change('remove', '{{number2}}'),
      reads({ members_count: 2, participants: including(creator(first), member(one)) }),
    ],
  },
  {
    id: 'leaving/no-super-admin',
    promise: 'A group that its creator left has no super admin, and the same owner.',
    provenance: 'assumed',
    needs: ['second-account', 'one-number'],
    steps: [
      makeGroup({}, [second, one]),
      leaves(),
      reads(
        { owner: first, participants: { $all: [without(first), { $each: { is_super_admin: false } }] } },
        { as: 'second' },
      ),
    ],
  },
  {
    id: 'leaving/creator-comes-back',
    promise: 'A creator who left and came back is a plain member, whom an admin removes like any other.',
    provenance: 'inferred',
    source: 'faq: 526742385997912',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      readLink(),
      leaves(),
      join('first'),
      reads({ members_count: 2, participants: including(member(first), admin(second)) }),
      changes('remove', [first], [member(first)], { as: 'second' }),
      ...isOutside(),
    ],
  },
  {
    id: 'leaving/admin-demoted-itself',
    promise: 'A group without admins gets one when somebody leaves.',
    provenance: 'assumed',
    needs: ['second-account', 'third-account', 'one-number'],
    steps: [
      makeGroup({}, [one, second, third]),
      change('promote', second),
      leaves(),
      changes('demote', [second], [done(member(second))], { as: 'second' }),
      reads({ participants: { $each: { is_admin: false } } }, { as: 'second' }),
      leaves({ as: 'second' }),
      reads({ members_count: 2, participants: including(admin(one), member(third)) }, { as: 'third' }),
    ],
  },
];
