import { first, me, one, who } from '../../language/cast.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import type { FactName } from '../../language/facts.ts';
import { acts, after, shows } from '../../language/happenings.ts';
import { done, failed, including, member } from '../../language/people.ts';
import { assumed, decided, promises, restsOn } from '../../language/promises.ts';
import { change, changes, makeGroup } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';

/** Mobile numbers in both spellings, and which of them WhatsApp's JIDs have. */
const NUMBERS: Readonly<
  Record<string, { longer: string; shorter: string; jid: 'longer' | 'shorter'; fact: FactName }>
> = {
  'brazil-11': { longer: '5511912345678', shorter: '551112345678', jid: 'longer', fact: 'spelling brazil' },
  'brazil-28': { longer: '5528987654321', shorter: '552887654321', jid: 'longer', fact: 'spelling brazil' },
  'brazil-31': { longer: '5531987654321', shorter: '553187654321', jid: 'shorter', fact: 'spelling brazil' },
  'brazil-99': { longer: '5599976543210', shorter: '559976543210', jid: 'shorter', fact: 'spelling brazil' },
  'brazil-new': { longer: '5531961234567', shorter: '553161234567', jid: 'longer', fact: 'spelling brazil' },
  mexico: { longer: '5215512345678', shorter: '525512345678', jid: 'longer', fact: 'spelling mexico' },
  argentina: { longer: '5491123456789', shorter: '541123456789', jid: 'longer', fact: 'spelling argentina' },
};

/** What looks alike and is two people. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  'fixed-line': ['551132345678', '5511932345678'],
  'no-area': ['550012345678', '5500912345678'],
  'other-country': ['491512345678', '4991512345678'],
  'too-short': ['5511912345', '55119912345'],
};

const LONG = '5531987654321';
const SHORT = '553187654321';

function toJid(number: string): string {
  return `${number}@s.whatsapp.net`;
}

/** A number that has several spellings is one person, whatever they are called by. */
export const identitySpellings = [
  ...Object.entries(NUMBERS).flatMap(([slug, { longer, shorter, jid, fact }]) => {
    const told = toJid({ longer, shorter }[jid]);
    return promises('identity', restsOn(fact), {
      [`${slug}-one-person`]: [
        `Whoever is added as ${shorter} is a member when they are added as ${longer}, and every row says ${told}.`,
        makeGroup(),
        changes('add', [shorter], [done(member(told))]),
        changes('add', [toJid(longer)], [failed(told, 409)]),
        reads({ members_count: 2, participants: including({ ...member(told), phone_number: told }) }),
        changes('promote', [longer], [{ jid: told, is_admin: true }]),
        changes('remove', [toJid(shorter)], [{ jid: told }]),
        reads({ members_count: 1 }),
      ],
      [`${slug}-once-in-a-new-group`]: [
        `A new group with ${longer} and ${shorter} has one member of them.`,
        makeGroup({}, [longer, shorter]),
        reads({ members_count: 2, participants: including(member(told)) }),
      ],
    });
  }),
  ...Object.entries(PAIRS).flatMap(([slug, [number, other]]) =>
    promises('identity', assumed, {
      [`${slug}-two-people`]: [
        `${number} and ${other} are two people, and each is told by the number that was given.`,
        makeGroup(),
        changes('add', [number, other], [done(member(toJid(number))), done(member(toJid(other)))]),
        reads({ members_count: 3 }),
      ],
    }),
  ),
  ...(['whatsapp', 'longest', 'shortest'] as const).flatMap((choice) => {
    const jid = toJid(choice === 'longest' ? LONG : SHORT);
    return promises('identity', choice === 'whatsapp' ? restsOn('ruling number-spelling') : assumed, {
      [`number-spelling-${choice}`]: [
        decided({ 'number-spelling': choice }),
        `${LONG} and ${SHORT} are told as ${jid}, where the ruling number-spelling is ${choice}.`,
        makeGroup(),
        changes('add', [LONG, SHORT], { $inOrder: [done(member(jid)), failed(jid, 409)] }),
      ],
    });
  }),
  ...promises('identity', restsOn('spelling brazil'), {
    'number-spelling-as-given': [
      { ...assumed, ...decided({ 'number-spelling': 'as-given' }) },
      `${LONG} and ${SHORT} are two people, where the ruling number-spelling is as-given.`,
      makeGroup(),
      changes('add', [LONG, SHORT], [done(member(toJid(LONG))), done(member(toJid(SHORT)))]),
    ],
    'number-spelling-shortest-whatever-whatsapp-says': [
      { ...assumed, ...decided({ 'number-spelling': 'shortest' }) },
      '5511912345678 is told as 551112345678, where the ruling number-spelling is shortest.',
      makeGroup(),
      changes('add', ['5511912345678'], [done(member(toJid('551112345678')))]),
    ],
    'spelling-shown': [
      assumed,
      'The other spelling of a number is told as one more number of whoever has it.',
      makeGroup({}, [SHORT]),
      after(reads({ members_count: 2 }), shows(`/people/${SHORT}`, { person: { aliases: [LONG] } })),
    ],
    'aliases-shown': [
      assumed,
      'The other numbers that are said to be of somebody are told as they were said.',
      makeGroup({}, [SHORT]),
      after(
        reads({ members_count: 2 }),
        { person: SHORT, is: { aliases: ['4915100000001', '4915100000002'] } },
        shows(`/people/${SHORT}`, { person: { aliases: ['4915100000001', '4915100000002'] } }),
      ),
    ],
    'spelling-of-who-acts': [
      'Whoever acts on the phone is the same person by each spelling of their number.',
      makeGroup({}, [SHORT]),
      after(
        reads({ topic: '{{topic}}', participants: including({ jid: toJid(SHORT), is_admin: true }) }),
        acts(me, 'promote', { participants: [LONG] }),
        acts(LONG, 'set', { topic: '{{topic}}' }),
      ),
    ],
    'spelling-of-traits': [
      'What somebody is like holds by each spelling of their number.',
      makeGroup(),
      after(changes('add', [SHORT], [failed(toJid(SHORT), 408)]), {
        person: LONG,
        is: { always_refused: 408 },
      }),
    ],
    'spelling-of-contacts': [
      'Whoever is a contact by one spelling of their number is one by the other.',
      makeGroup({}, [SHORT]),
      after(
        reads({ members_count: 3, participants: including(member(one)) }),
        { person: who, is: { addable_by: 'contacts', contacts: [LONG] } },
        acts(SHORT, 'add', { participants: [who] }),
      ),
    ],
    'spelling-in-faults': [
      'A fault for a number strikes its row by each spelling.',
      makeGroup(),
      after(changes('add', [SHORT], [failed(toJid(SHORT), 408)]), {
        fault: { operation: 'addGroupParticipants', rows: [{ participant: LONG, code: 408 }] },
      }),
    ],
    'spelling-in-events': [
      'Events tell somebody as answers do, whatever the spelling of the request.',
      makeGroup(),
      subscribe(),
      told(change('add', LONG), info({ sender: first, join: [toJid(SHORT)] })),
    ],
    aliases: [
      assumed,
      'Somebody is found by whatever other number is said to be theirs, and told by their own.',
      makeGroup(),
      after(changes('add', ['4915100000001'], [done(member(one))]), {
        person: who,
        is: { aliases: ['4915100000001', '4915100000002'] },
      }),
      changes('add', ['4915100000002', who], [failed(one, 409), failed(one, 409)]),
    ],
    'no-aliases': [
      assumed,
      'Somebody of whom no other number is said to be theirs has one spelling.',
      makeGroup(),
      after(changes('add', [SHORT, LONG], [done(member(toJid(SHORT))), done(member(toJid(LONG)))]), {
        person: SHORT,
        is: { aliases: [] },
      }),
    ],
  }),
];
