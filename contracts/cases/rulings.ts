import type { Case, Step } from '../case.ts';
import { assumed, refused } from '../known.ts';
import { failed } from '../people.ts';
import { changes, makeCommunity, makeGroup, reads } from '../stage.ts';

const stranger = '{{number1.jid}}';
const isNot = [{ person: '{{number1}}', is: { on_whatsapp: false } }];

const group = { path: { jid: '{{group}}' } };
const community = { path: { jid: '{{community}}' } };

/** Calls that name somebody who is not on WhatsApp. */
const CALLS: readonly { slug: string; doing: string; stage: readonly Step[]; step: Step }[] = [
  {
    slug: 'create-group',
    doing: 'Creating a group with',
    stage: [],
    step: { call: 'createGroup', body: { name: '{{name}}', participants: [stranger] } },
  },
  {
    slug: 'create-community',
    doing: 'Creating a community with',
    stage: [],
    step: { call: 'createCommunity', body: { name: '{{name}}', participants: [stranger] } },
  },
  {
    slug: 'add-group-participants',
    doing: 'Adding to a group',
    stage: [makeGroup()],
    step: { call: 'addGroupParticipants', ...group, body: { participants: [stranger] } },
  },
  {
    slug: 'add-by-the-other-method',
    doing: 'Adding to a group, by the operation that removes,',
    stage: [makeGroup()],
    step: { call: 'removeGroupParticipants', ...group, body: { participants: [stranger], action: 'add' } },
  },
  {
    slug: 'add-community-participants',
    doing: 'Adding to a community',
    stage: [makeCommunity()],
    step: { call: 'addCommunityParticipants', ...community, body: { participants: [stranger] } },
  },
];

/** What is promised only where one of the unknown things is decided otherwise than by default. */
export const rulings: readonly Case[] = [
  ...CALLS.map(
    ({ slug, doing, stage, step }): Case => ({
      id: `rulings/${slug}-unregistered`,
      promise: `${doing} somebody who is not on WhatsApp answers 422 where that is the ruling.`,
      ...assumed,
      needs: ['rulings', 'people', 'one-number'],
      world: { rulings: { 'unregistered-number': 'request-422' } },
      steps: [...stage, { ...step, meanwhile: isNot, expect: refused(422) }],
    }),
  ),
  {
    id: 'rulings/unregistered-changes-nothing',
    promise: 'A request that is refused because of one number adds none of the others either.',
    ...assumed,
    needs: ['rulings', 'people', 'two-numbers'],
    world: { rulings: { 'unregistered-number': 'request-422' } },
    steps: [
      makeGroup(),
      {
        call: 'addGroupParticipants',
        ...group,
        body: { participants: ['{{number2.jid}}', stranger] },
        meanwhile: isNot,
        expect: refused(422),
      },
      reads({ members_count: 1 }),
    ],
  },
  {
    id: 'rulings/magic-number-unregistered',
    promise:
      'The number that is never on WhatsApp answers 422 where that is the ruling, and the others do not.',
    ...assumed,
    needs: ['rulings', 'magic-numbers'],
    world: { rulings: { 'unregistered-number': 'request-422' } },
    steps: [
      makeGroup(),
      {
        call: 'addGroupParticipants',
        ...group,
        body: { participants: ['{{magic.404}}'] },
        expect: refused(422),
      },
      changes('add', ['{{magic.401}}'], [failed('{{magic.401}}@s.whatsapp.net', 401)]),
    ],
  },
];
