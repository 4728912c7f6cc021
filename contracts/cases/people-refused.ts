import type { Case, Happening, Step } from '../case.ts';
import { acts, isRefusedTo } from '../happenings.ts';
import { assumed, inferred, type Known } from '../known.ts';
import { makeGroup, readLink, reads } from '../stage.ts';

const one = '{{number1}}';
const LID = '190000000000002@lid';
const me = '{{first.phone}}';
const alone = reads({ members_count: 1 });
const asking = makeGroup({ join_approval: true });

/** What the rules refuse to other people, as they do to accounts, and what led to it. */
const REFUSALS: readonly {
  slug: string;
  promise: string;
  known?: Known;
  stage?: readonly Step[];
  before?: readonly Happening[];
  what: Happening;
  status: number;
}[] = [
  {
    slug: 'not-on-whatsapp',
    promise: 'Somebody who is not on WhatsApp can do nothing there: 422.',
    before: [{ person: one, is: { on_whatsapp: false } }],
    what: acts(one, 'join'),
    status: 422,
  },
  {
    slug: 'ask-in-vain',
    promise: 'Asking is refused with 422 where there is no approval to ask for, and lets nobody in.',
    what: acts(one, 'ask'),
    status: 422,
  },
  {
    slug: 'dead-link',
    promise: 'Somebody who comes by a link that was reset is refused with 410.',
    known: inferred('whatsmeow: errors.go, ErrInviteLinkRevoked'),
    stage: [readLink(), { call: 'resetGroupInviteLink', path: { jid: '{{group}}' } }],
    what: acts(one, 'join', { link: '{{link}}' }),
    status: 410,
  },
  {
    slug: 'cancel-nothing',
    promise: 'Taking back a request that was taken back already is refused with 404.',
    stage: [asking],
    before: [acts(one, 'ask'), acts(one, 'cancel')],
    what: acts(one, 'cancel'),
    status: 404,
  },
  {
    slug: 'approve-nothing',
    promise: 'Approving somebody who never asked is refused with 404.',
    stage: [asking],
    what: acts(me, 'approve', { participant: one }),
    status: 404,
  },
  {
    slug: 'approve-cancelled',
    promise: 'A request that was taken back cannot be approved: 404.',
    stage: [asking],
    before: [acts(one, 'ask'), acts(one, 'cancel')],
    what: acts(me, 'approve', { participant: one }),
    status: 404,
  },
  {
    slug: 'approve-rejected',
    promise: 'A request that was rejected cannot be approved: 404.',
    stage: [asking],
    before: [acts(one, 'ask'), acts(me, 'reject', { participant: one })],
    what: acts(me, 'approve', { participant: one }),
    status: 404,
  },
  {
    slug: 'reject-nothing',
    promise: 'Rejecting somebody who never asked is refused with 404.',
    stage: [asking],
    what: acts(me, 'reject', { participant: one }),
    status: 404,
  },
  {
    slug: 'approve-as-stranger',
    promise: 'Who takes no part in a group lets nobody into it: 403.',
    stage: [asking],
    before: [acts(one, 'ask')],
    what: acts(one, 'approve', { participant: one }),
    status: 403,
  },
];

/** What other people are refused. */
export const peopleRefused: readonly Case[] = [
  ...REFUSALS.map(
    ({ slug, promise, known = assumed, stage = [], before = [], what, status }): Case => ({
      id: `people/${slug}-refused`,
      promise,
      ...known,
      needs: ['people', 'one-number'],
      steps: [
        ...(stage[0]?.call === 'createGroup' ? [] : [makeGroup()]),
        ...stage,
        { ...alone, meanwhile: [...before, isRefusedTo(what, status)] },
      ],
    }),
  ),
  {
    id: 'people/magic-number-not-on-whatsapp-refused',
    promise: 'The number whose row is always 404 is not on WhatsApp: it can do nothing there.',
    ...assumed,
    needs: ['people', 'magic-numbers'],
    steps: [makeGroup(), { ...alone, meanwhile: [isRefusedTo(acts('{{magic.404}}', 'join'), 422)] }],
  },
  {
    id: 'people/lid-of-another-refused',
    promise: 'Nobody has the LID of another: 409, and each keeps their own.',
    ...assumed,
    needs: ['people', 'two-numbers'],
    steps: [
      {
        ...makeGroup(undefined, ['{{number1}}']),
        meanwhile: [
          { person: one, is: { lid: LID } },
          isRefusedTo({ person: '{{number2}}', is: { lid: LID } }, 409),
          { person: one, is: { lid: LID, name: 'Ana' } },
        ],
        expect: {
          status: 201,
          body: { group: { participants: { $contains: { jid: '{{number1.jid}}', lid: LID } } } },
        },
      },
    ],
  },
];
