import { group, one, second } from '../../language/cast.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { acts, after, creates } from '../../language/happenings.ts';
import { admin, done, including, member, type Row, without } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { add, changes, makeGroup } from '../../language/stage.ts';
import { list, reads } from '../../language/views.ts';

const LID = '190000000000001@lid';

/** The first number is in `{{group}}`, where the others see its LID alone from now on. */
const hidden = {
  ...restsOn('behaviour hidden-number'),
  before: [
    makeGroup(),
    add('{{number1}}'),
    after({ call: 'getGroup', path: group }, { person: '{{number1}}', is: { phone_known: false, lid: LID } }),
  ],
};

/** Somebody in a list of participants, or in a row, without their number. */
function anonymous(person: (jid: string) => Row): Row {
  return { $all: [person(LID), { phone_number: '' }] };
}

/** People whose number nobody else knows. */
export const peopleHidden = promises('people', hidden, {
  'hidden-number': [
    'Somebody whose number is hidden is listed by their LID, and their phone_number is empty.',
    reads({ participants: including(anonymous(member)) }),
    reads({ participants: without(one) }),
  ],
  'hidden-number-promoted': [
    'Somebody whose number is hidden is promoted and demoted by their LID, which the rows say.',
    changes('promote', [LID], [done(anonymous(admin))]),
    reads({ participants: including(anonymous(admin)) }),
    changes('demote', [LID], [done(anonymous(member))]),
    reads({ participants: including(anonymous(member)) }),
  ],
  'hidden-number-removed': [
    'Somebody whose number is hidden is removed by their LID, and put back by it.',
    changes('remove', [LID], [{ jid: LID, phone_number: '', error: { $absent: true } }]),
    reads({ members_count: 1, participants: without(LID) }),
    changes('add', [LID], [done(anonymous(member))]),
    reads({ members_count: 2, participants: including(anonymous(member)) }),
  ],
  'hidden-number-still-theirs': [
    'Somebody whose number is hidden is still reached by it, and the row does not repeat it.',
    changes('promote', ['{{number1}}'], [done(anonymous(admin))]),
    changes('remove', [one], [{ jid: LID, phone_number: '' }]),
    reads({ members_count: 1 }),
  ],
  'hidden-number-twice': [
    'A number and the LID of its owner in one request are one person: the second row meets the first.',
    changes('remove', [LID], [{ jid: LID }]),
    changes('add', ['{{number1}}', LID], [done(anonymous(member)), { jid: LID, error: 409 }]),
    reads({ members_count: 2 }),
  ],
  'hidden-number-in-failed-rows': [
    'A row that fails tells somebody whose number is hidden by their LID, without their number.',
    changes('add', ['{{number1}}'], [{ jid: LID, phone_number: '', error: { $type: 'number' } }]),
    changes('remove', [LID], [{ jid: LID, phone_number: '' }]),
    changes('promote', ['{{number1}}'], [{ jid: LID, phone_number: '', error: { $type: 'number' } }]),
  ],
  'hidden-number-in-events': [
    'Events tell somebody whose number is hidden by their LID, also as who did it.',
    add(second),
    subscribe('second'),
    told(changes('promote', [LID], { $length: 1 }), info({ promote: [LID] }, 'second')),
    after(
      { call: 'getWebhook', as: 'second', receive: [info({ sender: LID, topic: '{{topic}}' }, 'second')] },
      acts('{{number1}}', 'set', { topic: '{{topic}}' }),
    ),
    told(changes('remove', [LID], { $length: 1 }), info({ leave: [LID] }, 'second')),
  ],
  'hidden-number-owner': [
    'The owner of a group is told by their LID when their number is hidden.',
    after(
      list({ $contains: { name: '{{other-name}}', owner: LID } }),
      creates('{{number1}}', '{{other-name}}'),
    ),
  ],
  'hidden-number-known-again': [
    'Somebody whose number becomes known is listed by it again.',
    after(reads({ participants: including({ $all: [member(one), { phone_number: one }] }) }), {
      person: '{{number1}}',
      is: { phone_known: true },
    }),
  ],
});
