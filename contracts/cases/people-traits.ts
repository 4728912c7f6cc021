import type { Case, Happening, Pattern } from '../case.ts';
import { isPrivate, shows } from '../happenings.ts';
import { assumed, inferred, time } from '../known.ts';
import { done, failed, including, member, without } from '../people.ts';
import { changes, makeGroup, reads } from '../stage.ts';

const one = '{{number1.jid}}';
const two = '{{number2.jid}}';

/** What a person is like, and what the row of adding them says then. */
const TRAITS: readonly { slug: string; who: string; is: Happening; row: Pattern; source: string }[] = [
  {
    slug: 'blocks-us',
    who: 'who blocked the account',
    is: { person: '{{number1}}', is: { blocked: ['{{first.phone}}'] } },
    row: failed(one, 401),
    source: 'whatsapp-web: main/783406',
  },
  {
    slug: 'is-private',
    who: 'whose privacy lets nobody add them',
    is: isPrivate('{{number1}}'),
    row: { ...(failed(one, 403) as object), add_request: { code: { $type: 'string' }, expires_at: time } },
    source: 'whatsapp-web: main/842705',
  },
  {
    slug: 'is-private-to-strangers',
    who: 'who lets only contacts add them',
    is: { person: '{{number1}}', is: { addable_by: 'contacts', contacts: ['{{number2}}'] } },
    row: { ...(failed(one, 403) as object), add_request: { code: { $type: 'string' }, expires_at: time } },
    source: 'whatsapp-web: main/842705',
  },
  {
    slug: 'is-private-even-to-contacts',
    who: 'who lets nobody add them, their contacts included,',
    is: { person: '{{number1}}', is: { addable_by: 'nobody', contacts: ['{{first.phone}}'] } },
    row: { ...(failed(one, 403) as object), add_request: { code: { $type: 'string' }, expires_at: time } },
    source: 'whatsapp-web: main/842705',
  },
  {
    slug: 'is-not-on-whatsapp',
    who: 'who is not on WhatsApp',
    is: { person: '{{number1}}', is: { on_whatsapp: false } },
    row: failed(one, 404),
    source: 'whatsapp-web: main/501354',
  },
];

/** What people are like decides who may add them. */
export const peopleTraits: readonly Case[] = [
  ...TRAITS.map(
    ({ slug, who, is, row, source }): Case => ({
      id: `people/${slug}`,
      promise: `Somebody ${who} is not added, which their row says, while the others are.`,
      ...inferred(source),
      needs: ['people', 'two-numbers'],
      steps: [
        makeGroup(),
        { ...changes('add', [one, two], [row, done(member(two))]), meanwhile: [is] },
        reads({ members_count: 2, participants: without(one) }),
      ],
    }),
  ),
  {
    id: 'people/nothing-is-told',
    promise: 'Somebody of whom nothing was told has no name, lets everybody add them and blocks nobody.',
    ...assumed,
    needs: ['people', 'one-number'],
    steps: [
      {
        ...makeGroup({}, [one]),
        meanwhile: [
          shows('/people/{{number1}}', {
            person: {
              name: '',
              phone_known: true,
              on_whatsapp: true,
              addable_by: 'everyone',
              contacts: [],
              blocked: [],
              always_refused: null,
            },
          }),
        ],
        expect: { status: 201, body: { group: { participants: including(member(one)) } } },
      },
    ],
  },
  {
    id: 'people/lets-contacts-add',
    promise: 'Somebody who lets only contacts add them is added by one of these.',
    ...inferred('whatsapp-web: main/842705'),
    needs: ['people', 'one-number'],
    steps: [
      makeGroup(),
      {
        ...changes('add', [one], [done(member(one))]),
        meanwhile: [{ person: '{{number1}}', is: { addable_by: 'contacts', contacts: ['{{first.phone}}'] } }],
      },
      reads({ participants: including(member(one)) }),
    ],
  },
  {
    id: 'people/unblocks-us',
    promise: 'Somebody who lifts a block is added again.',
    ...inferred('whatsapp-web: main/783406'),
    needs: ['people', 'one-number'],
    steps: [
      makeGroup(),
      {
        ...changes('add', [one], [failed(one, 401)]),
        meanwhile: [{ person: '{{number1}}', is: { blocked: ['{{first.phone}}'] } }],
      },
      {
        ...changes('add', [one], [done(member(one))]),
        meanwhile: [{ person: '{{number1}}', is: { blocked: [] } }],
      },
    ],
  },
];
