import type { Case } from '../case.ts';
import { first, second, third } from '../cast.ts';
import { creator, done, including, member } from '../people.ts';
import {
  add,
  change,
  changes,
  isIn,
  isOutside,
  join,
  leaves,
  lists,
  makeGroup,
  readLink,
  reads,
} from '../stage.ts';

const gone = { status: 404 };

/** Leaving a group or being removed from it, and coming back. */
export const leaving: readonly Case[] = [
  {
    id: 'leaving/leave',
    promise: 'Who leaves is a participant no more, and the others see it.',
    provenance: 'documented',
    source: 'docs: Leave group',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      {
        call: 'leaveGroup',
        as: 'second',
        path: { jid: '{{group}}' },
        expect: { status: 200, body: { success: true } },
      },
      reads({ members_count: 1, participants: [creator(first)] }),
    ],
  },
  {
    id: 'leaving/afterwards',
    promise: 'Who left is refused to read the group with 403, and has it in the list no more.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrNotInGroup',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      lists({ as: 'second' }),
      leaves({ as: 'second' }),
      ...isOutside({ as: 'second' }),
    ],
  },
  {
    id: 'leaving/removed',
    promise: 'Who was removed is refused to read the group with 403, and has it in the list no more.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrNotInGroup',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      lists({ as: 'second' }),
      change('remove', second),
      ...isOutside({ as: 'second' }),
    ],
  },
  {
    id: 'leaving/come-back',
    promise: 'Who left comes back by link, as a plain member.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      change('promote', second),
      readLink(),
      leaves({ as: 'second' }),
      join('second'),
      reads({ members_count: 2, participants: including(member(second)) }, { as: 'second' }),
      lists({ as: 'second' }),
    ],
  },
  {
    id: 'leaving/last-one',
    promise: 'When the last participant leaves, the group has ended: 404 for everything, its link included.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrGroupNotFound',
    needs: ['second-account'],
    steps: [
      makeGroup(),
      readLink(),
      leaves(),
      { call: 'getGroup', path: { jid: '{{group}}' }, expect: gone },
      { call: 'leaveGroup', path: { jid: '{{group}}' }, expect: gone },
      { call: 'getGroupInviteLink', path: { jid: '{{group}}' }, expect: gone },
      { ...join('second'), expect: gone },
      { call: 'listGroups', expect: { status: 200, body: { groups: { $lacks: { jid: '{{group}}' } } } } },
    ],
  },
  {
    id: 'leaving/forgiven',
    promise:
      'Whom an admin removed and added again is as free as any other: a member adds them, the link lets them in.',
    provenance: 'assumed',
    needs: ['second-account', 'third-account'],
    steps: [
      makeGroup({}, [second, third]),
      readLink(),
      change('remove', third),
      { ...join('third'), expect: { status: 403 } },
      add(third),
      leaves({ as: 'third' }),
      changes('add', [third], [done(member(third))], { as: 'second' }),
      leaves({ as: 'third' }),
      join('third'),
      ...isIn({ as: 'third' }),
    ],
  },
];
