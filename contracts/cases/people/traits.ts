import type { RowCode } from '../../../spec/facts/index.ts';
import type { Happening } from '../../language/case.ts';
import { one, two } from '../../language/cast.ts';
import { after, isPrivate, shows } from '../../language/happenings.ts';
import { done, failed, including, member, type Row, without } from '../../language/people.ts';
import { assumed, promises, restsOn, time } from '../../language/promises.ts';
import { changes, makeGroup } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

/** What a person is like, and what the row of adding them says then. */
const TRAITS: readonly { slug: string; who: string; is: Happening; row: Row; code: RowCode }[] = [
  {
    slug: 'blocks-us',
    who: 'who blocked the account',
    is: { person: '{{number1}}', is: { blocked: ['{{first.phone}}'] } },
    row: failed(one, 401),
    code: 401,
  },
  {
    slug: 'is-private',
    who: 'whose privacy lets nobody add them',
    is: isPrivate('{{number1}}'),
    row: { ...failed(one, 403), add_request: { code: { $type: 'string' }, expires_at: time } },
    code: 403,
  },
  {
    slug: 'is-private-to-strangers',
    who: 'who lets only contacts add them',
    is: { person: '{{number1}}', is: { addable_by: 'contacts', contacts: ['{{number2}}'] } },
    row: { ...failed(one, 403), add_request: { code: { $type: 'string' }, expires_at: time } },
    code: 403,
  },
  {
    slug: 'is-private-even-to-contacts',
    who: 'who lets nobody add them, their contacts included,',
    is: { person: '{{number1}}', is: { addable_by: 'nobody', contacts: ['{{first.phone}}'] } },
    row: { ...failed(one, 403), add_request: { code: { $type: 'string' }, expires_at: time } },
    code: 403,
  },
  {
    slug: 'is-not-on-whatsapp',
    who: 'who is not on WhatsApp',
    is: { person: '{{number1}}', is: { on_whatsapp: false } },
    row: failed(one, 404),
    code: 404,
  },
];

/** What people are like decides who may add them. */
export const peopleTraits = [
  ...TRAITS.flatMap(({ slug, who, is, row, code }) =>
    promises('people', restsOn(`row ${code}`), {
      [`${slug}`]: [
        `Somebody ${who} is not added, which their row says, while the others are.`,
        makeGroup(),
        after(changes('add', [one, two], [row, done(member(two))]), is),
        reads({ members_count: 2, participants: without(one) }),
      ],
    }),
  ),
  ...promises('people', assumed, {
    'nothing-is-told': [
      'Somebody of whom nothing was told has no name, lets everybody add them and blocks nobody.',
      answers(
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
        },
        { group: { participants: including(member(one)) } },
      ),
    ],
    'told-as-set': [
      'What is said of somebody is told of them, and what is not said stays.',
      after(
        makeGroup({}, [one]),
        { person: '{{number1}}', is: { name: 'Ana', contacts: ['{{first.phone}}'], always_refused: 408 } },
        { person: '{{number1}}', is: { blocked: ['{{number2}}'] } },
        shows('/people/{{number1}}', {
          person: {
            name: 'Ana',
            contacts: ['{{first.phone}}'],
            blocked: ['{{number2}}'],
            always_refused: 408,
          },
        }),
        { person: '{{number1}}', is: { aliases: ['4915100000001'], always_refused: null } },
        { person: '{{number1}}', is: { name: 'Bia' } },
        shows('/people/{{number1}}', {
          person: { name: 'Bia', aliases: ['4915100000001'], always_refused: null },
        }),
        { person: '{{number1}}', is: { aliases: null } },
        shows('/people/{{number1}}', { person: { aliases: { $lacks: '4915100000001' } } }),
      ),
      reads({ members_count: 2, participants: including(member(one)) }),
    ],
    'lets-contacts-add': [
      restsOn('row 403'),
      'Somebody who lets only contacts add them is added by one of these.',
      makeGroup(),
      after(changes('add', [one], [done(member(one))]), {
        person: '{{number1}}',
        is: { addable_by: 'contacts', contacts: ['{{first.phone}}'] },
      }),
      reads({ participants: including(member(one)) }),
    ],
    'unblocks-us': [
      restsOn('row 401'),
      'Somebody who lifts a block is added again.',
      makeGroup(),
      after(changes('add', [one], [failed(one, 401)]), {
        person: '{{number1}}',
        is: { blocked: ['{{first.phone}}'] },
      }),
      after(changes('add', [one], [done(member(one))]), { person: '{{number1}}', is: { blocked: [] } }),
    ],
  }),
];
