import type { Case, Happening, Pattern, Step } from '../case.ts';
import { inferred } from '../known.ts';
import { admin, done, including, member, without } from '../people.ts';
import { add, changes, makeGroup, reads } from '../stage.ts';

const known = inferred('whatsmeow: types/group.go, GroupParticipant');
const LID = '190000000000001@lid';

/** The first number, of which the others see the LID alone. */
const hidden: Happening = { person: '{{number1}}', is: { phone_known: false, lid: LID } };

/** Somebody in a list of participants, or in a row, without their number. */
function anonymous(person: (jid: string) => Pattern): Pattern {
  return { $all: [person(LID), { phone_number: '' }] };
}

/** People whose number nobody else knows. */
export const peopleHidden: readonly Case[] = [
  about(
    'hidden-number',
    'Somebody whose number is hidden is listed by their LID, and their phone_number is empty.',
    [
      reads({ participants: including(anonymous(member)) }),
      reads({ participants: without('{{number1.jid}}') }),
    ],
  ),
  about(
    'hidden-number-promoted',
    'Somebody whose number is hidden is promoted and demoted by their LID, which the rows say.',
    [
      changes('promote', [LID], [done(anonymous(admin))]),
      reads({ participants: including(anonymous(admin)) }),
      changes('demote', [LID], [done(anonymous(member))]),
      reads({ participants: including(anonymous(member)) }),
    ],
  ),
  about(
    'hidden-number-removed',
    'Somebody whose number is hidden is removed by their LID, and put back by it.',
    [
      changes('remove', [LID], [{ jid: LID, phone_number: '', error: { $absent: true } }]),
      reads({ members_count: 1, participants: without(LID) }),
      changes('add', [LID], [done(anonymous(member))]),
      reads({ members_count: 2, participants: including(anonymous(member)) }),
    ],
  ),
  about(
    'hidden-number-still-theirs',
    'Somebody whose number is hidden is still reached by it, and the row does not repeat it.',
    [
      changes('promote', ['{{number1}}'], [done(anonymous(admin))]),
      changes('remove', ['{{number1.jid}}'], [{ jid: LID, phone_number: '' }]),
      reads({ members_count: 1 }),
    ],
  ),
  about(
    'hidden-number-twice',
    'A number and the LID of its owner in one request are one person: the second row meets the first.',
    [
      changes('remove', [LID], [{ jid: LID }]),
      changes('add', ['{{number1}}', LID], [done(anonymous(member)), { jid: LID, error: 409 }]),
      reads({ members_count: 2 }),
    ],
  ),
  about('hidden-number-owner', 'The owner of a group is told by their LID when their number is hidden.', [
    {
      call: 'listGroups',
      meanwhile: [
        { act: '{{number1}}', do: 'create-group', name: '{{other-name}}', participants: ['{{first.phone}}'] },
      ],
      expect: { status: 200, body: { groups: { $contains: { name: '{{other-name}}', owner: LID } } } },
    },
  ]),
  about('hidden-number-known-again', 'Somebody whose number becomes known is listed by it again.', [
    {
      ...reads({
        participants: including({ $all: [member('{{number1.jid}}'), { phone_number: '{{number1.jid}}' }] }),
      }),
      meanwhile: [{ person: '{{number1}}', is: { phone_known: true } }],
    },
  ]),
];

/** A case about the first number, which is in `{{group}}` and is hidden from then on. */
function about(slug: string, promise: string, steps: readonly Step[]): Case {
  return {
    id: `people/${slug}`,
    promise,
    ...known,
    needs: ['people', 'one-number'],
    steps: [
      makeGroup(),
      add('{{number1}}'),
      { call: 'getGroup', path: { jid: '{{group}}' }, meanwhile: [hidden] },
      ...steps,
    ],
  };
}
