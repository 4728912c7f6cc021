import { first, second } from '../../language/cast.ts';
import { change, join } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { decidedBy, type Question, REFUSED, refusedBy, rowError } from '../question.ts';

/** What becomes of those who were in a group. */
export const aboutLeaving: readonly Question[] = [
  {
    id: 'additions',
    asks: 'What is told when somebody is added?',
    on: ['group'],
    // The second row fails.
    steps: [change('add', '{{number1.jid}}', first)],
    shows: rowError(1),
    also: ['field GroupInfo.join', 'field GroupInfo.join_reason'],
  },
  {
    id: 'promotions',
    asks: 'What is told when two people are promoted at once, and one is demoted?',
    needs: ['receiver'],
    on: ['member', 'events', 'changed'],
    steps: [change('promote', second, '{{number1.jid}}'), change('demote', second)],
    also: [
      'field GroupInfo.promote',
      'field GroupInfo.demote',
      'behaviour told-together',
      'ruling people-events',
    ],
  },
  {
    id: 'row-error',
    asks: 'Does a row that fails say so?',
    isSpare: true,
    on: ['group'],
    steps: [change('add', first)],
    shows: rowError(0),
  },
  {
    id: 'invite-link-reset',
    asks: 'What is answered to an invite link that was reset?',
    on: ['open', 'member', 'new-link', 'removed'],
    steps: [join('second')],
    answers: [refusedBy('invite-link-reset')],
    also: ['code GONE', 'field GoneError.error_code'],
  },
  {
    id: 'rejoin-after-removal',
    asks: 'May somebody whom an admin removed come back by the invite link?',
    on: ['member', 'new-link', 'removed'],
    steps: [join('second', '{{new-link}}')],
    answers: [
      ...decidedBy('ruling rejoin-after-removal', 'allowed', 'refused'),
      refusedBy('removed-by-admin'),
    ],
  },
  {
    id: 'no-such-invite',
    asks: 'What is answered to an invite link that nobody gave out?',
    steps: [join('second', 'https://chat.whatsapp.com/{{unknown-code}}')],
    answers: [refusedBy('no-such-invite')],
  },
  ...(['code', 'invite_code'] as const).map((name): Question => {
    const fact = name === 'code' ? 'field JoinByPrivateInvite.code' : 'field JoinByInviteCode.invite_code';
    const isTaken = name === 'code' ? {} : { 'schema JoinByInviteCode': 'yes' };
    return {
      id: `private-${name.replace('_', '-')}`,
      asks: `Is the code of a private invite taken as ${name}?`,
      // An unknown code may be refused with 400 as well, and so as if it were not read.
      ...(name === 'invite_code' && { where: { 'field JoinByPrivateInvite.code': 'present' } }),
      on: ['group'],
      steps: [
        {
          call: 'joinGroup',
          as: 'second',
          body: undocumented({
            [name]: '{{unknown-private-code}}',
            group_jid: '{{group}}',
            inviter_jid: first,
          }),
        },
      ],
      answers: [
        { when: { status: { $all: [REFUSED, { $not: 400 }] } }, means: { [fact]: 'present', ...isTaken } },
        ...(name === 'code'
          ? [
              {
                when: {
                  status: 400,
                  body: { validation: { $contains: { field: { $matches: 'code|invite|token' } } } },
                },
                means: { [fact]: { name: '{{answer.field}}' } },
              },
            ]
          : [{ when: { status: 400 }, means: { [fact]: 'absent', 'schema JoinByInviteCode': 'no' } }]),
      ],
    };
  }),
];
