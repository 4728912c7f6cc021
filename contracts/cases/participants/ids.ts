import { first, one, two } from '../../language/cast.ts';
import { after, shows } from '../../language/happenings.ts';
import { creator, done, failed, including, member, without } from '../../language/people.ts';
import { assumed, decided, inferred, promises, restsOn } from '../../language/promises.ts';
import { changes, makeGroup } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

/** By what people are called in requests, and what happens when they are called twice. */
export const participantIds = promises('participants', assumed, {
  'phone-or-jid': [
    restsOn('schema ParticipantId'),
    'A participant is given as a bare phone number or as a user JID, and answered as a user JID.',
    makeGroup(),
    changes('add', ['{{number1}}', two], [done(member(one)), done(member(two))]),
    reads({ participants: including(member(one), member(two)) }),
  ],
  'phone-with-signs': [
    inferred('docs: Identifiers'),
    'Spaces, dashes, parentheses and a leading + of a phone number are ignored.',
    makeGroup(),
    changes('add', ['+{{number1}}', ' (+{{number2}})- '], [done(member(one)), done(member(two))]),
    changes('remove', ['({{number1}}) '], [{ jid: one }]),
    reads({ members_count: 2, participants: without(one) }),
  ],
  'phone-with-signs-of-a-new-group': [
    inferred('docs: Identifiers'),
    'The participants of a new group are given in any of these forms.',
    makeGroup({}, ['{{number1}}', '+{{number2}}']),
    reads({ members_count: 3, participants: including(member(one), member(two)) }),
  ],
  lid: [
    'A participant whose LID was answered is known by it in every action.',
    makeGroup(),
    {
      ...changes('add', [one, two], [{ lid: { $matches: '^[0-9]+@lid$' } }, { lid: { $type: 'string' } }]),
      capture: {
        lid: `participants[phone_number=${one}].lid`,
        'other-lid': `participants[phone_number=${two}].lid`,
      },
    },
    reads({ participants: including({ jid: one, lid: '{{lid}}' }, { jid: two, lid: '{{other-lid}}' }) }),
    changes('promote', ['{{lid}}'], [{ jid: one, phone_number: one, lid: '{{lid}}', is_admin: true }]),
    changes('remove', ['{{lid}}'], [done(member(one))]),
    reads({ participants: { $all: [without(one), including(member(two))] } }),
    changes('add', ['{{lid}}'], [done(member(one))]),
  ],
  'lid-of-one-person': [
    'Somebody has the same LID in every group, and nobody else has it.',
    makeGroup(),
    { ...changes('add', [one], [done(member(one))]), capture: { lid: 'participants[0].lid' } },
    makeGroup({}, [one, two]),
    reads({ participants: including({ jid: one, lid: '{{lid}}' }, { jid: two, lid: { $not: '{{lid}}' } }) }),
  ],
  'lid-of-a-failed-row': [
    'Somebody whose LID a failed row told is known by it.',
    makeGroup(),
    { ...changes('remove', [one], [failed(one, 404)]), capture: { lid: 'participants[0].lid' } },
    changes('add', ['{{lid}}'], [done(member(one))]),
  ],
  'lid-of-somebody-new': [
    { ...assumed, ...decided({ 'addressing-mode': 'pn' }) },
    'Somebody whom nobody in the world met before is known by the LID that a failed row told.',
    makeGroup(),
    { ...changes('remove', [one], [failed(one, 404)]), capture: { lid: 'participants[0].lid' } },
    changes('add', ['{{lid}}'], [done(member(one))]),
  ],
  'lid-without-its-server': [
    assumed,
    'The digits of a LID alone are a phone number, which is not on WhatsApp.',
    makeGroup({}, [one]),
    {
      ...reads({ participants: including({ jid: one, lid: { $matches: '^[0-9]+@lid$' } }) }),
      capture: { digits: `group.participants[jid=${one}].lid ~ ^[0-9]+` },
    },
    after(
      changes('add', ['{{digits}}'], [failed('{{digits}}@s.whatsapp.net', 404)]),
      shows('/people/{{digits}}', { person: { on_whatsapp: false } }),
    ),
  ],
  'add-twice': [
    'Of two rows for the same person in one request the first adds, and the second finds a member.',
    makeGroup(),
    changes('add', [one, '{{number1}}'], { $inOrder: [done(member(one)), failed(one, 409)] }),
    reads({ members_count: 2, participants: including(member(one)) }),
  ],
  'remove-twice': [
    'Of two rows for the same person in one request the first removes, and the second finds nobody.',
    makeGroup({}, [one]),
    changes('remove', [one, '{{number1}}'], { $inOrder: [done(member(one)), failed(one, 404)] }),
    reads({ members_count: 1, participants: [creator(first)] }),
  ],
  'promote-twice': [
    'Two rows for the same person in one request both promote, or both demote.',
    makeGroup({}, [one]),
    changes('promote', [one, one], [done({ is_admin: true }), done({ is_admin: true })]),
    reads({ participants: including({ jid: one, is_admin: true }) }),
    changes('demote', [one, one], [done(member(one)), done(member(one))]),
    reads({ participants: including(member(one)) }),
  ],
  'create-twice': [
    'Somebody listed twice in a new group counts once, and so does its creator.',
    answers(
      {
        call: 'createGroup',
        body: { name: '{{name}}', participants: [first, one, '{{number1}}', '{{first.phone}}', one] },
      },
      { group: { members_count: 2, participants: [creator(first), done(member(one))] } },
    ),
  ],
  'create-twice-refused': [
    'Somebody listed twice in a new group who cannot be added has two rows, as when they are added.',
    after(
      answers(
        { call: 'createGroup', body: { name: '{{name}}', participants: [one, '{{number1}}'] } },
        { group: { members_count: 1, participants: [creator(first), failed(one, 401), failed(one, 401)] } },
      ),
      { person: '{{number1}}', is: { blocked: ['{{first.phone}}'] } },
    ),
  ],
});
