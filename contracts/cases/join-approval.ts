import type { Case } from '../case.ts';
import { second } from '../cast.ts';
import { done, including, member, without } from '../people.ts';
import {
  add,
  change,
  changes,
  doesNotList,
  isIn,
  isOutside,
  join,
  leaves,
  makeGroup,
  readLink,
  reads,
  update,
} from '../stage.ts';

const pending = { status: 200, body: { pending_approval: true, group_jid: '{{group}}' } };
const joined = { status: 200, body: { pending_approval: false, group_jid: '{{group}}' } };
const approval = 'faq: 1110600769849613';

/** Groups that ask an admin before somebody joins by link. */
export const joinApproval: readonly Case[] = [
  {
    id: 'join-approval/pending',
    promise: 'Joining by link where approval is on says that it waits for approval, and in which group.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [makeGroup({ join_approval: true }), readLink(), { ...join('second'), expect: pending }],
  },
  {
    id: 'join-approval/not-pending',
    promise: 'Joining by link where approval is off says that it does not wait for approval.',
    provenance: 'documented',
    source: 'docs: Join group',
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: false }),
      readLink(),
      { ...join('second'), expect: joined },
      ...isIn({ as: 'second' }),
    ],
  },
  {
    id: 'join-approval/no-member-yet',
    promise:
      'Who waits for approval is no member: not counted, without the group in the list, refused to read it.',
    provenance: 'inferred',
    source: approval,
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }),
      readLink(),
      join('second'),
      ...isOutside({ as: 'second' }),
      reads({ members_count: 1, participants: without(second) }),
    ],
  },
  {
    id: 'join-approval/turned-on-later',
    promise: 'Turning approval on makes the link ask from then on; the link and the members stay the same.',
    provenance: 'inferred',
    source: approval,
    needs: ['second-account', 'third-account'],
    steps: [
      makeGroup(),
      readLink(),
      join('third'),
      update({ join_approval: true }),
      join('second'),
      doesNotList({ as: 'second' }),
      reads({ members_count: 2, participants: without(second) }, { as: 'third' }),
    ],
  },
  {
    id: 'join-approval/asked-twice',
    promise: 'Asking twice is still one request, and still waits.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }),
      readLink(),
      { ...join('second'), expect: pending },
      { ...join('second'), expect: pending },
      ...isOutside({ as: 'second' }),
      reads({ members_count: 1 }),
    ],
  },
  {
    id: 'join-approval/turned-off',
    promise: 'Turning approval off lets nobody in who asked before; the link then lets them in at once.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/193970',
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }),
      readLink(),
      join('second'),
      update({ join_approval: false }),
      ...isOutside({ as: 'second' }),
      { ...join('second'), expect: joined },
      reads({ members_count: 2, participants: including(member(second)) }, { as: 'second' }),
    ],
  },
  {
    id: 'join-approval/added-while-pending',
    promise: 'Being added by an admin makes a member of somebody who waits for approval.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/193970',
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }),
      readLink(),
      join('second'),
      changes('add', [second], [member(second)]),
      ...isIn({ as: 'second' }),
      reads({ members_count: 2, participants: including(member(second)) }),
    ],
  },
  {
    id: 'join-approval/added-is-no-request',
    promise: 'Who left after being added asks again where approval is on.',
    provenance: 'inferred',
    source: approval,
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }),
      readLink(),
      join('second'),
      add(second),
      leaves({ as: 'second' }),
      join('second'),
      ...isOutside({ as: 'second' }),
    ],
  },
  {
    id: 'join-approval/member-already',
    promise: 'A member who uses the link where approval is on is told 409, as everywhere.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }, [second]),
      readLink(),
      { ...join('second'), expect: { status: 409 } },
      { ...join('first'), expect: { status: 409 } },
    ],
  },
  {
    id: 'join-approval/removed-cannot-ask',
    promise: 'Whom an admin removed cannot even ask by link: 403.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['second-account'],
    steps: [
      makeGroup({ join_approval: true }, [second]),
      readLink(),
      change('remove', second),
      { ...join('second'), expect: { status: 403 } },
      changes('add', [second], [done(member(second))]),
    ],
  },
  {
    id: 'join-approval/admins-add-directly',
    promise: 'An admin adds without asking where approval is on.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/271137',
    needs: ['second-account', 'one-number'],
    steps: [
      makeGroup({ join_approval: true }, [second]),
      change('promote', second),
      changes('add', ['{{number1}}'], [member('{{number1.jid}}')], { as: 'second' }),
      reads({ members_count: 3, participants: including(member('{{number1.jid}}')) }),
    ],
  },
];
