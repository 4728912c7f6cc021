import { change, joinPrivately, update } from '../../language/stage.ts';
import { decidedBy, type Question, REFUSED, refusedBy } from '../question.ts';

/** What is answered about people of whom something is known. */
export const aboutNumbers: readonly Question[] = [
  {
    id: 'stranger',
    asks: 'What does adding a number do that is not on WhatsApp?',
    on: ['group'],
    steps: [change('add', '{{stranger}}')],
    answers: [
      {
        when: { status: 200, body: { participants: [{ error: { $integer: true } }] } },
        means: { 'ruling unregistered-number': 'row-404', 'row 404': '{{answer.error}}' },
      },
      { when: { status: REFUSED }, means: { 'ruling unregistered-number': 'request-422' } },
      refusedBy('number-not-on-whatsapp'),
    ],
    also: ['status addGroupParticipants 422', 'status removeGroupParticipants 422'],
  },
  {
    id: 'private-invite',
    asks: 'What comes of adding somebody whose privacy forbids it?',
    recorded: 'this call',
    on: ['group'],
    steps: [
      {
        ...change('add', '{{private}}'),
        capture: { 'private-code': 'participants[0].add_request.code' },
      },
    ],
    answers: [
      {
        when: { status: 200, body: { participants: [{ add_request: { code: { $matches: '[+/_-]' } } }] } },
        means: { 'ruling private-codes': 'with-signs' },
      },
      {
        when: {
          status: 200,
          body: { participants: [{ add_request: { code: { $matches: '^[0-9A-Za-z]+$' } } }] },
        },
        means: { 'ruling private-codes': 'alphanumeric' },
      },
      {
        when: { known: { 'private-code': { $type: 'string' } } },
        means: { 'limit private-invite-code-length': '{{private-code.length}}' },
      },
    ],
    shows: {
      'field Participant.add_request': {
        at: 'participants[0]',
        name: 'add_request',
        is: { $type: 'object' },
      },
      'field Participant.add_request.code': {
        at: 'participants[0].add_request',
        name: 'code',
        is: { $matches: '^[0-9A-Za-z+/_-]{8,}$' },
      },
      'field Participant.add_request.expires_at': {
        at: 'participants[0].add_request',
        name: 'expires_at',
        is: { $matches: '^20\\d\\d-\\d\\d-\\d\\dT' },
      },
    },
  },
  {
    id: 'private-invite-of-another',
    asks: 'What is answered to the private invite of somebody else?',
    on: ['group'],
    steps: [joinPrivately({ code: '{{private-code}}' })],
    answers: [refusedBy('private-invite-of-another')],
  },
];

/** Whether texts and lists are refused that are longer or shorter than the document allows, and from which length on. */
export const aboutLimits: readonly Question[] = [
  ...(
    [
      [
        'Name',
        { call: 'createGroup', body: { name: '{{n}}'.padEnd(101, 'x'), participants: ['{{first.jid}}'] } },
      ],
      ['Topic', update({ topic: 'x'.repeat(2049) })],
      ['Participants', change('add')],
    ] as const
  ).map(
    ([schema, step]): Question => ({
      id: `limit-of-${schema.toLowerCase()}`,
      asks: `Is a value refused that the document does not allow as ${schema}?`,
      needs: ['limits'],
      on: ['group'],
      steps: [step],
      answers: decidedBy(`schema ${schema}`, 'no', 'yes'),
    }),
  ),
  ...(
    [
      // A mock takes no name of more than 100 characters.
      { fact: 'limit name-length', property: 'name', to: 101 },
      { fact: 'limit topic-length', property: 'topic', to: 4096 },
    ] as const
  ).map(
    (bisects): Question => ({
      id: `${bisects.property}-length`,
      asks: `How many characters may a ${bisects.property} have?`,
      needs: ['limits'],
      on: ['group'],
      steps: [],
      bisects,
      also: [bisects.fact],
    }),
  ),
];
