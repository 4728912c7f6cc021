import type { Case, Step } from '../case.ts';
import { assumed, documented, inferred, type Known, refused } from '../known.ts';
import { aboutNothing, type Sample, samples } from '../samples.ts';
import { isAsBefore, list, makeGroup, read, remember } from '../stage.ts';

const page = documented('Authentication');

/** Tokens, and what they let a caller see. */
export const auth: readonly Case[] = [
  ...samples.map((sample) => refusal(sample, 'without-token', 'without a token', { as: 'nobody' })),
  ...samples.map((sample) =>
    refusal(sample, 'malformed-token', 'with a token that is no UUID', {
      alter: { authorization: 'Bearer not-a-token' },
    }),
  ),
  ...samples.map((sample) =>
    refusal(sample, 'unknown-token', 'with a token that nobody has', { as: 'stranger' }),
  ),
  allowed('scheme-in-lower-case', 'The scheme of the token is accepted in lower case.', 'bearer {{token}}'),
  allowed('scheme-in-upper-case', 'The scheme of the token is accepted in upper case.', 'BEARER {{token}}'),
  allowed('bare-token', 'A bare token is accepted without a scheme.', '{{token}}'),
  {
    id: 'auth/bare-unknown-token',
    promise: 'A bare token that nobody has answers 401, as it does behind a scheme.',
    ...page,
    steps: [
      {
        call: 'listGroups',
        alter: { authorization: '99999999-9999-4999-8999-999999999999' },
        expect: refused(401),
      },
    ],
  },
  {
    id: 'auth/scheme-alone',
    promise: 'A scheme without a token behind it answers 401.',
    ...page,
    steps: [{ call: 'listGroups', alter: { authorization: 'Bearer' }, expect: refused(401) }],
  },
  {
    id: 'auth/other-scheme',
    promise: 'A valid token behind another scheme answers 401.',
    ...assumed,
    steps: [{ call: 'listGroups', alter: { authorization: 'Basic {{token}}' }, expect: refused(401) }],
  },
  {
    id: 'auth/token-with-tail',
    promise: 'A valid token with a character more is another token, which answers 401.',
    ...page,
    steps: [{ call: 'listGroups', alter: { authorization: 'Bearer {{token}}0' }, expect: refused(401) }],
  },
  {
    id: 'auth/query-is-no-place',
    promise: 'A token in the query does not stand in for the one in the header.',
    ...page,
    steps: [
      {
        call: 'listGroups',
        as: 'nobody',
        alter: { suffix: '?token=99999999-9999-4999-8999-999999999999' },
        expect: refused(401),
      },
    ],
  },
  {
    id: 'auth/query-is-ignored',
    promise: 'A token of nobody in the query does not get in the way of the one in the header.',
    ...page,
    steps: [
      {
        call: 'listGroups',
        alter: { suffix: '?token=99999999-9999-4999-8999-999999999999' },
        expect: { status: 200, body: { success: true } },
      },
    ],
  },
  {
    id: 'auth/token-before-body',
    promise: 'A call without a token answers 401 even when its body does not fit.',
    ...assumed,
    steps: [{ call: 'createGroup', as: 'nobody', body: {}, expect: refused(401) }],
  },
  {
    id: 'auth/token-before-path',
    promise: 'A call without a token answers 401 even when the JID in its path does not fit.',
    ...assumed,
    steps: [{ call: 'getGroup', as: 'nobody', path: { jid: 'nothing' }, expect: refused(401) }],
  },
  {
    id: 'auth/refused-changes-nothing',
    promise: 'A change that is refused for its token leaves the group as it was.',
    ...page,
    steps: [
      makeGroup(),
      remember(),
      {
        call: 'updateGroup',
        as: 'nobody',
        path: { jid: '{{group}}' },
        body: { name: '{{other-name}}' },
        expect: refused(401),
      },
      { call: 'leaveGroup', as: 'stranger', path: { jid: '{{group}}' }, expect: refused(401) },
      isAsBefore(),
    ],
  },
  {
    id: 'auth/same-account-sees-its-change',
    promise: 'What an account makes with one spelling of its token it reads with another.',
    ...page,
    steps: [
      makeGroup(),
      {
        call: 'getGroup',
        path: { jid: '{{group}}' },
        alter: { authorization: '{{token}}' },
        expect: { status: 200, body: { group: { jid: '{{group}}', name: '{{name}}' } } },
      },
    ],
  },
  {
    id: 'auth/each-account-is-itself',
    promise: 'A token stands for one device: the status of another account is not the own one.',
    ...page,
    needs: ['second-account'],
    steps: [
      { call: 'getStatus', expect: { status: 200 }, capture: { device: 'data.device_id' } },
      {
        call: 'getStatus',
        as: 'second',
        expect: {
          status: 200,
          body: { data: { device_id: { $not: '{{device}}' }, jid: { $not: '{{first.jid}}' } } },
        },
      },
    ],
  },
  isolated('not-listed', 'is not in the list of an account outside', page, [
    list({ $lacks: { jid: '{{group}}' } }, 'second'),
  ]),
  isolated('not-readable', 'is not shown to an account outside', page, [
    read(refused([403, 404]), { as: 'second' }),
  ]),
  isolated('read-status', 'answers 403 to an account outside that reads it', outside(), [
    read(refused(403), { as: 'second' }),
  ]),
  ...[
    { call: 'updateGroup', body: { name: '{{other-name}}' }, does: 'renames it' },
    { call: 'leaveGroup', does: 'leaves it' },
    { call: 'resetGroupInviteLink', does: 'resets its link' },
    { call: 'addGroupParticipants', body: { participants: ['{{second.jid}}'] }, does: 'adds itself' },
    { call: 'removeGroupParticipants', body: { participants: ['{{first.jid}}'] }, does: 'removes its owner' },
    { call: 'setGroupEphemeral', body: { duration_seconds: 86400 }, does: 'sets its timer' },
  ].map(({ does, ...step }) =>
    isolated(
      does.replaceAll(' ', '-'),
      `answers 403 to an account outside that ${does}, and stays as it was`,
      outside(),
      [
        remember(),
        { ...step, as: 'second', path: { jid: '{{group}}' }, expect: refused(403) } as Step,
        isAsBefore(),
      ],
    ),
  ),
];

function refusal(sample: Sample, slug: string, how: string, spoiled: Partial<Step>): Case {
  return {
    id: `auth/${sample.slug}-${slug}`,
    promise: `${sample.doing} ${how} answers 401.`,
    ...(sample.isAssumed ? assumed : page),
    steps: [{ ...aboutNothing(sample.step), ...spoiled, expect: refused(401) }],
  };
}

function allowed(slug: string, promise: string, authorization: string): Case {
  const step: Step = {
    call: 'listGroups',
    alter: { authorization },
    expect: { status: 200, body: { success: true } },
  };
  return { id: `auth/${slug}`, promise, ...page, steps: [step] };
}

function isolated(slug: string, what: string, known: Known, steps: readonly Step[]): Case {
  return {
    id: `auth/outside-${slug}`,
    promise: `A group ${what}.`,
    ...known,
    needs: ['second-account'],
    steps: [makeGroup(), ...steps],
  };
}

function outside(): Known {
  return inferred('whatsmeow: errors.go, ErrNotInGroup');
}
