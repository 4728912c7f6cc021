import type { Case } from '../case.ts';
import { first, one, second, two } from '../cast.ts';
import { admin, creator, done, including, member } from '../people.ts';
import { change, changes, makeGroup, reads } from '../stage.ts';

/** Making people admins, and plain members again. */
export const promotions: readonly Case[] = [
  {
    id: 'participants/promote',
    promise: 'The action promote makes a member an admin, not a super admin, and nobody else.',
    provenance: 'documented',
    source: 'docs: Add group participants',
    needs: ['two-numbers'],
    steps: [
      makeGroup({}, [one, two]),
      changes('promote', [one], [admin(one)]),
      reads({ members_count: 3, participants: including(creator(first), admin(one), member(two)) }),
    ],
  },
  {
    id: 'participants/demote',
    promise: 'The action demote makes an admin a plain member, and nobody else.',
    provenance: 'documented',
    source: 'docs: Add group participants',
    needs: ['two-numbers'],
    steps: [
      makeGroup({}, [one, two]),
      change('promote', one, two),
      changes('demote', [one], [member(one)]),
      reads({ members_count: 3, participants: including(creator(first), member(one), admin(two)) }),
    ],
  },
  {
    id: 'participants/promote-by-delete',
    promise: 'DELETE with the actions promote and demote promotes and demotes.',
    provenance: 'inferred',
    source: 'docs: Remove group participants',
    needs: ['one-number'],
    steps: [
      makeGroup({}, [one]),
      {
        call: 'removeGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [one], action: 'promote' },
        expect: { status: 200, body: { participants: [admin(one)] } },
      },
      reads({ participants: including(admin(one)) }),
      {
        call: 'removeGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [one], action: 'demote' },
        expect: { status: 200, body: { participants: [member(one)] } },
      },
      reads({ participants: including(member(one)) }),
    ],
  },
  {
    id: 'participants/promote-again',
    promise: 'Promoting an admin again succeeds and changes nothing.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      makeGroup({}, [one]),
      change('promote', one),
      changes('promote', [one], [done(admin(one))]),
      reads({ participants: including(admin(one)) }),
    ],
  },
  {
    id: 'participants/promote-the-creator',
    promise: 'Promoting the creator succeeds, and they stay super admin.',
    provenance: 'assumed',
    steps: [
      makeGroup(),
      changes('promote', [first], [done(creator(first))]),
      reads({ participants: [creator(first)] }),
    ],
  },
  {
    id: 'participants/demote-a-member',
    promise: 'Demoting a plain member succeeds and changes nothing.',
    provenance: 'assumed',
    needs: ['one-number'],
    steps: [
      makeGroup({}, [one]),
      changes('demote', [one], [done(member(one))]),
      reads({ participants: including(member(one)) }),
    ],
  },
  {
    id: 'participants/demote-oneself',
    promise: 'An admin who demotes itself is a plain member afterwards.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      change('promote', second),
      changes('demote', [second], [done(member(second))], { as: 'second' }),
      reads({ participants: including(member(second)) }),
    ],
  },
  {
    id: 'participants/promoted-acts',
    promise: 'A member acts as an admin as soon as they are promoted, until they are demoted.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/492006, app/572147',
    needs: ['second-account'],
    steps: [
      makeGroup({}, [second]),
      change('promote', second),
      { call: 'getGroupInviteLink', as: 'second', path: { jid: '{{group}}' }, expect: { status: 200 } },
      change('demote', second),
      { call: 'getGroupInviteLink', as: 'second', path: { jid: '{{group}}' }, expect: { status: 403 } },
    ],
  },
];
