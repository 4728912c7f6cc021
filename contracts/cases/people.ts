import type { Case, Happening, Step } from '../case.ts';
import { acts } from '../happenings.ts';
import { inferred, refused } from '../known.ts';
import { admin, including, member, without } from '../people.ts';
import {
  change,
  doesNotList,
  isOutside,
  isRefused,
  join,
  lists,
  makeGroup,
  readLink,
  reads,
  update,
} from '../stage.ts';

const one = '{{number1}}';
const oneJid = '{{number1.jid}}';
const me = '{{first.phone}}';
const mine = '{{first.jid}}';
const role = inferred('whatsmeow: group.go, UpdateGroupParticipants');

/** The step, after something has happened. */
function after(step: Step, ...meanwhile: Happening[]): Step {
  return { ...step, meanwhile };
}

/** Somebody else creates a group with the first account in it, which finds it as `{{group}}`. */
function amAddedTo(more: Parameters<typeof acts>[2] = {}): Step {
  const happening = { act: one, do: 'create-group', name: '{{name}}', participants: [me], ...more };
  return {
    call: 'listGroups',
    meanwhile: [happening],
    expect: { status: 200, body: { groups: { $contains: { name: '{{name}}' } } } },
    capture: { group: 'groups[name={{name}}].jid' },
  };
}

/** What other people do, as the API shows it. */
export const people: readonly Case[] = [
  {
    id: 'people/join',
    promise: 'Somebody who joins by the link is a member from then on.',
    ...inferred('whatsmeow: group.go, JoinGroupWithLink'),
    needs: ['people', 'one-number'],
    steps: [
      makeGroup(),
      after(reads({ members_count: 2, participants: including(member(oneJid)) }), acts(one, 'join')),
    ],
  },
  {
    id: 'people/leave',
    promise: 'Somebody who leaves is no member any more.',
    ...inferred('whatsmeow: group.go, LeaveGroup'),
    needs: ['people', 'one-number'],
    steps: [
      makeGroup({}, [oneJid]),
      after(reads({ members_count: 1, participants: without(oneJid) }), acts(one, 'leave')),
    ],
  },
  {
    id: 'people/ask-and-be-approved',
    promise: 'Somebody who asks to join is no member until an admin approves.',
    ...inferred('whatsapp-web: app/193970'),
    needs: ['people', 'one-number'],
    steps: [
      makeGroup({ join_approval: true }),
      after(reads({ members_count: 1, participants: without(oneJid) }), acts(one, 'ask')),
      after(
        reads({ members_count: 2, participants: including(member(oneJid)) }),
        acts(me, 'approve', { participant: one }),
      ),
    ],
  },
  ...(
    [
      ['reject', 'is rejected', acts(me, 'reject', { participant: one })],
      ['cancel', 'takes it back', acts(one, 'cancel')],
    ] as const
  ).map(
    ([slug, what, happening]): Case => ({
      id: `people/ask-and-${slug}`,
      promise: `Somebody who asks to join and ${what} is no member.`,
      ...inferred('whatsapp-web: app/193970'),
      needs: ['people', 'one-number'],
      steps: [
        makeGroup({ join_approval: true }),
        after(reads({ members_count: 1, participants: without(oneJid) }), acts(one, 'ask'), happening),
      ],
    }),
  ),
  {
    id: 'people/ask-ourselves',
    promise: 'An account that asked to join lists the group as soon as an admin has approved.',
    ...inferred('whatsapp-web: app/193970'),
    needs: ['people', 'second-account'],
    steps: [
      makeGroup({ join_approval: true }),
      readLink(),
      join('second'),
      doesNotList({ as: 'second' }),
      after(lists({ as: 'second' }), acts(me, 'approve', { participant: '{{second.phone}}' })),
    ],
  },
  {
    id: 'people/add-us',
    promise: 'A group that somebody else creates with an account in it is in the list of that account.',
    ...inferred('whatsmeow: group.go, CreateGroup'),
    needs: ['people', 'one-number'],
    steps: [amAddedTo(), reads({ owner: oneJid, members_count: 2, participants: including(member(mine)) })],
  },
  {
    id: 'people/remove-us',
    promise: 'An account that an admin removed is refused to read the group with 403, and does not list it.',
    ...inferred('whatsmeow: errors.go, ErrNotInGroup'),
    needs: ['people', 'one-number'],
    steps: [
      amAddedTo(),
      after(isRefused(), acts(one, 'remove', { participants: [me] })),
      ...isOutside(),
      { call: 'leaveGroup', path: { jid: '{{group}}' }, expect: refused(403) },
    ],
  },
  {
    id: 'people/promote-us',
    promise: 'An account that is promoted does from then on what only admins do.',
    ...role,
    needs: ['people', 'one-number'],
    steps: [
      amAddedTo({ locked: true }),
      { ...update({ topic: '{{topic}}' }), expect: refused(403) },
      after(reads({ participants: including(admin(mine)) }), acts(one, 'promote', { participants: [me] })),
      { ...update({ topic: '{{topic}}' }), expect: { status: 200, body: { group: { topic: '{{topic}}' } } } },
    ],
  },
  {
    id: 'people/demote-us',
    promise: 'An account that is demoted is refused what only admins do.',
    ...role,
    needs: ['people', 'two-numbers'],
    steps: [
      amAddedTo(),
      after(reads({ participants: including(admin(mine)) }), acts(one, 'promote', { participants: [me] })),
      change('add', '{{number2.jid}}'),
      after(reads({ participants: including(member(mine)) }), acts(one, 'demote', { participants: [me] })),
      { ...change('remove', '{{number2.jid}}'), expect: refused(403) },
    ],
  },
  {
    id: 'people/rename',
    promise: 'A group that somebody else renames has the new name.',
    ...inferred('whatsmeow: group.go, SetGroupName'),
    needs: ['people', 'one-number'],
    steps: [
      makeGroup({}, [oneJid]),
      after(reads({ name: '{{other-name}}' }), acts(one, 'rename', { name: '{{other-name}}' })),
    ],
  },
  {
    id: 'people/set',
    promise: 'Settings that somebody else changes are read as they are then.',
    ...inferred('whatsmeow: group.go, SetGroupAnnounce'),
    needs: ['people', 'one-number'],
    steps: [
      amAddedTo(),
      after(
        reads({ topic: '{{topic}}', is_announce: true, is_locked: true, join_approval: true }),
        acts(one, 'set', { topic: '{{topic}}', announcement: true, locked: true, join_approval: true }),
      ),
      { ...update({ topic: '' }), expect: refused(403) },
    ],
  },
  {
    id: 'people/reset-link',
    promise: 'A link is dead, with 410, when another admin has reset it.',
    ...inferred('whatsmeow: errors.go, ErrInviteLinkRevoked'),
    needs: ['people', 'one-number', 'second-account'],
    steps: [
      makeGroup({}, [oneJid]),
      readLink(),
      change('promote', oneJid),
      after({ ...join('second'), expect: refused(410) }, acts(one, 'reset-link')),
      readLink(),
      { ...join('second'), expect: { status: 200, body: { group_jid: '{{group}}' } } },
    ],
  },
];
