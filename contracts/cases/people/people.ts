import type { StepOf } from '../../language/case.ts';
import { first, group, me, one, two, who } from '../../language/cast.ts';
import { acts, after, creates } from '../../language/happenings.ts';
import { admin, including, member, without } from '../../language/people.ts';
import { inferred, promises, refused, restsOn } from '../../language/promises.ts';
import { change, join, makeGroup, readLink, update } from '../../language/stage.ts';
import { answers, doesNotList, isOutside, isRefused, lists, reads } from '../../language/views.ts';

const role = inferred('whatsmeow: group.go, UpdateGroupParticipants');

/** Somebody else creates a group with the first account in it, which finds it as `{{group}}`. */
function amAddedTo(more: Parameters<typeof acts>[2] = {}): StepOf<'listGroups'> {
  return {
    call: 'listGroups',
    meanwhile: [creates(who, '{{name}}', more)],
    expect: { status: 200, body: { groups: { $contains: { name: '{{name}}' } } } },
    capture: { group: 'groups[name={{name}}].jid' },
  };
}

/** What other people do, as the API shows it. */
export const people = [
  ...promises('people', inferred('whatsmeow: group.go, JoinGroupWithLink'), {
    join: [
      'Somebody who joins by the link is a member from then on.',
      makeGroup(),
      after(reads({ members_count: 2, participants: including(member(one)) }), acts(who, 'join')),
    ],
    leave: [
      inferred('whatsmeow: group.go, LeaveGroup'),
      'Somebody who leaves is no member any more.',
      makeGroup({}, [one]),
      after(reads({ members_count: 1, participants: without(one) }), acts(who, 'leave')),
    ],
    'ask-and-be-approved': [
      restsOn('behaviour request-ends'),
      'Somebody who asks to join is no member until an admin approves.',
      makeGroup({ join_approval: true }),
      after(reads({ members_count: 1, participants: without(one) }), acts(who, 'ask')),
      after(
        reads({ members_count: 2, participants: including(member(one)) }),
        acts(me, 'approve', { participant: who }),
      ),
    ],
  }),
  ...(
    [
      ['reject', 'is rejected', acts(me, 'reject', { participant: who })],
      ['cancel', 'takes it back', acts(who, 'cancel')],
    ] as const
  ).flatMap(([slug, what, happening]) =>
    promises('people', restsOn('behaviour request-ends'), {
      [`ask-and-${slug}`]: [
        `Somebody who asks to join and ${what} is no member.`,
        makeGroup({ join_approval: true }),
        after(reads({ members_count: 1, participants: without(one) }), acts(who, 'ask'), happening),
      ],
    }),
  ),
  ...promises('people', role, {
    'ask-ourselves': [
      restsOn('behaviour request-ends'),
      'An account that asked to join lists the group as soon as an admin has approved.',
      makeGroup({ join_approval: true }),
      readLink(),
      join('second'),
      doesNotList({ as: 'second' }),
      after(lists({ as: 'second' }), acts(me, 'approve', { participant: '{{second.phone}}' })),
    ],
    'add-us': [
      restsOn('behaviour made-by-others'),
      'A group that somebody else creates with an account in it is in the list of that account.',
      amAddedTo(),
      reads({ owner: one, members_count: 2, participants: including(member(first)) }),
    ],
    'remove-us': [
      restsOn('refusal not-a-participant'),
      'An account that an admin removed is refused to read the group with 403, and does not list it.',
      amAddedTo(),
      after(isRefused(), acts(who, 'remove', { participants: [me] })),
      ...isOutside(),
      { call: 'leaveGroup', path: group, expect: refused(403) },
    ],
    'promote-us': [
      'An account that is promoted does from then on what only admins do.',
      amAddedTo({ locked: true }),
      { ...update({ topic: '{{topic}}' }), expect: refused(403) },
      after(reads({ participants: including(admin(first)) }), acts(who, 'promote', { participants: [me] })),
      answers(update({ topic: '{{topic}}' }), { group: { topic: '{{topic}}' } }),
    ],
    'demote-us': [
      'An account that is demoted is refused what only admins do.',
      amAddedTo(),
      after(reads({ participants: including(admin(first)) }), acts(who, 'promote', { participants: [me] })),
      change('add', two),
      after(reads({ participants: including(member(first)) }), acts(who, 'demote', { participants: [me] })),
      { ...change('remove', two), expect: refused(403) },
    ],
    rename: [
      inferred('whatsmeow: group.go, SetGroupName'),
      'A group that somebody else renames has the new name.',
      makeGroup({}, [one]),
      after(reads({ name: '{{other-name}}' }), acts(who, 'rename', { name: '{{other-name}}' })),
    ],
    set: [
      inferred('whatsmeow: group.go, SetGroupAnnounce'),
      'Settings that somebody else changes are read as they are then.',
      amAddedTo(),
      after(
        reads({ topic: '{{topic}}', is_announce: true, is_locked: true, join_approval: true }),
        acts(who, 'set', { topic: '{{topic}}', announcement: true, locked: true, join_approval: true }),
      ),
      { ...update({ topic: '' }), expect: refused(403) },
    ],
    'reset-link': [
      restsOn('refusal invite-link-reset'),
      'A link is dead, with 410, when another admin has reset it.',
      makeGroup({}, [one]),
      readLink(),
      change('promote', one),
      after({ ...join('second'), expect: refused(410) }, acts(who, 'reset-link')),
      readLink(),
      answers(join('second'), { group_jid: '{{group}}' }),
    ],
  }),
];
