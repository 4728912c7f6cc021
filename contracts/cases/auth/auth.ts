import type { Step } from '../../language/case.ts';
import { first, group, second } from '../../language/cast.ts';
import { assumed, type Known, promises, refused, restsOn } from '../../language/promises.ts';
import { aboutNothing, type Sample, samples } from '../../language/samples.ts';
import { makeGroup, removes, setTimer } from '../../language/stage.ts';
import { undocumented } from '../../language/templates.ts';
import { answers, isAsBefore, list, read, remember } from '../../language/views.ts';

const outside = restsOn('refusal not-a-participant');
const page = restsOn('schema UnauthorizedError');

/** Tokens, and what they let a caller see. */
export const auth = [
  ...samples.flatMap((sample) => refusal(sample, 'without-token', 'without a token', { as: 'nobody' })),
  ...samples.flatMap((sample) =>
    refusal(sample, 'malformed-token', 'with a token that is no UUID', {
      alter: { authorization: 'Bearer not-a-token' },
    }),
  ),
  ...samples.flatMap((sample) =>
    refusal(sample, 'unknown-token', 'with a token that nobody has', { as: 'stranger' }),
  ),
  ...promises('auth', page, {
    'scheme-in-lower-case': [
      'The scheme of the token is accepted in lower case.',
      allowed('bearer {{token}}'),
    ],
    'scheme-in-upper-case': [
      'The scheme of the token is accepted in upper case.',
      allowed('BEARER {{token}}'),
    ],
    'bare-token': ['A bare token is accepted without a scheme.', allowed('{{token}}')],
    'bare-unknown-token': [
      'A bare token that nobody has answers 401, as it does behind a scheme.',
      {
        call: 'listGroups',
        alter: { authorization: '99999999-9999-4999-8999-999999999999' },
        expect: refused(401),
      },
    ],
    'scheme-alone': [
      'A scheme without a token behind it answers 401.',
      { call: 'listGroups', alter: { authorization: 'Bearer' }, expect: refused(401) },
    ],
    'other-scheme': [
      assumed,
      'A valid token behind another scheme answers 401.',
      { call: 'listGroups', alter: { authorization: 'Basic {{token}}' }, expect: refused(401) },
    ],
    'token-with-tail': [
      'A valid token with a character more is another token, which answers 401.',
      { call: 'listGroups', alter: { authorization: 'Bearer {{token}}0' }, expect: refused(401) },
    ],
    'query-is-no-place': [
      // Only in a world of its own: the log of a service keeps what its queries say.
      { needs: ['people'] },
      'A token in the query does not stand in for the one in the header.',
      {
        call: 'listGroups',
        alter: { authorization: '', suffix: '?token={{token}}' },
        expect: refused(401),
      },
    ],
    'query-is-ignored': [
      'A token of nobody in the query does not get in the way of the one in the header.',
      answers(
        { call: 'listGroups', alter: { suffix: '?token=99999999-9999-4999-8999-999999999999' } },
        { success: true },
      ),
    ],
    'token-before-body': [
      assumed,
      'A call without a token answers 401 even when its body does not fit.',
      { call: 'createGroup', as: 'nobody', body: undocumented({}), expect: refused(401) },
    ],
    'token-before-path': [
      assumed,
      'A call without a token answers 401 even when the JID in its path does not fit.',
      { call: 'getGroup', as: 'nobody', path: { jid: 'nothing' }, expect: refused(401) },
    ],
    'refused-changes-nothing': [
      'A change that is refused for its token leaves the group as it was.',
      makeGroup(),
      remember(),
      {
        call: 'updateGroup',
        as: 'nobody',
        path: group,
        body: { name: '{{other-name}}' },
        expect: refused(401),
      },
      { call: 'leaveGroup', as: 'stranger', path: group, expect: refused(401) },
      isAsBefore(),
    ],
    'same-account-sees-its-change': [
      'What an account makes with one spelling of its token it reads with another.',
      makeGroup(),
      answers(
        { call: 'getGroup', path: group, alter: { authorization: '{{token}}' } },
        { group: { jid: '{{group}}', name: '{{name}}' } },
      ),
    ],
    'each-account-is-itself': [
      'A token stands for one device: the status of another account is not the own one.',
      { call: 'getStatus', expect: { status: 200 }, capture: { device: 'data.device_id' } },
      answers(
        { call: 'getStatus', as: 'second' },
        { data: { device_id: { $not: '{{device}}' }, jid: { $not: first } } },
      ),
    ],
  }),
  ...isolated('not-listed', 'is not in the list of an account outside', page, [
    list({ $lacks: group }, 'second'),
  ]),
  ...isolated('not-readable', 'is not shown to an account outside', page, [
    read(refused([403, 404]), { as: 'second' }),
  ]),
  ...isolated('read-status', 'answers 403 to an account outside that reads it', outside, [
    read(refused(403), { as: 'second' }),
  ]),
  ...tried('renames it', { call: 'updateGroup', path: group, body: { name: '{{other-name}}' } }),
  ...tried('leaves it', { call: 'leaveGroup', path: group }),
  ...tried('resets its link', { call: 'resetGroupInviteLink', path: group }),
  ...tried('adds itself', { call: 'addGroupParticipants', path: group, body: { participants: [second] } }),
  ...tried('removes its owner', removes([first])),
  ...tried('sets its timer', setTimer(86400)),
];

function tried(does: string, step: Step) {
  return isolated(
    does.replaceAll(' ', '-'),
    `answers 403 to an account outside that ${does}, and stays as it was`,
    outside,
    [remember(), { ...step, as: 'second', expect: refused(403) }, isAsBefore()],
  );
}

function refusal(sample: Sample, slug: string, how: string, spoiled: Pick<Step, 'as' | 'alter'>) {
  const { call } = sample.step;
  return promises('auth', restsOn(`status ${call} 401`, `operation ${call}`), {
    [`${sample.slug}-${slug}`]: [
      `${sample.doing} ${how} answers 401.`,
      { ...aboutNothing(sample.step), ...spoiled, expect: refused(401) },
    ],
  });
}

function allowed(authorization: string): Step {
  return answers({ call: 'listGroups', alter: { authorization } }, { success: true });
}

function isolated(slug: string, what: string, known: Known, steps: readonly Step[]) {
  return promises('auth', known, {
    [`outside-${slug}`]: [`A group ${what}.`, makeGroup(), ...steps],
  });
}
