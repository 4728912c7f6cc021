import type { BodyOf, RefusedStatus, Step, StepOf } from '../../language/case.ts';
import { first, group, second } from '../../language/cast.ts';
import { assumed, inferred, promises, refused, time } from '../../language/promises.ts';
import { join, joinPrivately, makeGroup, readLink } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

const outside = reads({ members_count: 1, participants: { $lacks: { jid: second } } });

/** The first account adds somebody whose privacy forbids it, and gets `{{code}}` to hand to them. */
const invite: StepOf<'addGroupParticipants'> = {
  call: 'addGroupParticipants',
  path: group,
  body: { participants: ['{{magic.403}}'] },
  capture: { code: 'participants[0].add_request.code' },
};

/** Private invites, which come where privacy forbids to add somebody. */
export const invitesPrivate = promises('invites', assumed, {
  'private-code': [
    'For somebody whose privacy forbids adding there is a private invite: 16 letters or digits, and until when.',
    makeGroup(),
    answers(invite, {
      success: true,
      participants: [
        {
          jid: '{{magic.403}}@s.whatsapp.net',
          is_admin: false,
          error: 403,
          add_request: { code: { $matches: '^[0-9A-Za-z]{16}$' }, expires_at: time },
        },
      ],
    }),
    reads({ members_count: 1, participants: { $length: 1 } }),
  ],
  'private-code-at-creation': [
    'Creating a group with somebody whose privacy forbids it answers a private invite among the participants.',
    answers(makeGroup(undefined, ['{{magic.403}}']), {
      group: {
        members_count: 1,
        participants: {
          $contains: { error: 403, add_request: { code: { $matches: '^[0-9A-Za-z]{16}$' } } },
        },
      },
    }),
  ],
  'private-code-each-time': [
    'Each private invite has a code of its own.',
    makeGroup(),
    invite,
    answers(invite, { participants: [{ error: 403, add_request: { code: { $not: '{{code}}' } } }] }),
  ],
  'private-by-another': [
    'A private invite that another account uses answers 403, and lets nobody in.',
    ...misuse({}, 403),
  ],
  'private-by-another-as-invite-code': [
    'The field invite_code stands for code: of another person it answers 403.',
    ...misuse({ invite_code: '{{code}}' }, 403),
  ],
  'private-inviter-by-phone': [
    'The inviter of a private invite is accepted as a phone number.',
    ...misuse({ inviter_jid: '+{{first.phone}}' }, 403),
  ],
  'private-wrong-inviter': [
    'A private invite with the JID of another inviter answers 404.',
    ...misuse({ inviter_jid: second }, 404),
  ],
  'private-wrong-code': [
    'A private invite with another code answers 404.',
    ...misuse({ code: '{{unknown-private-code}}' }, 404),
  ],
  'private-wrong-group': [
    'A private invite with the JID of another group answers 404.',
    makeGroup(),
    invite,
    { ...makeGroup(), capture: { other: 'group.jid' } },
    { ...joinPrivately({ group_jid: '{{other}}' }), expect: refused(404) },
  ],
  'private-unknown-group': [
    inferred('docs: Errors'),
    'A private invite to a group that does not exist answers 404.',
    {
      call: 'joinGroup',
      body: { code: '{{unknown-private-code}}', group_jid: '{{unknown-group}}', inviter_jid: first },
      expect: refused(404),
    },
  ],
  'private-unknown-code': [
    'A private invite that was never given out answers 404.',
    makeGroup(),
    {
      call: 'joinGroup',
      body: { code: '{{unknown-private-code}}', group_jid: '{{group}}', inviter_jid: first },
      expect: refused(404),
    },
  ],
  'link-before-private': [
    'A body with a link and a private invite is joined by its link.',
    makeGroup(),
    readLink(),
    answers(
      joinPrivately({ link: '{{link}}', code: '{{unknown-private-code}}', group_jid: '{{unknown-group}}' }),
      { pending_approval: false, group_jid: '{{group}}' },
    ),
  ],
  'private-code-is-no-link': [
    'The code of a private invite is not accepted as that of an invite link.',
    makeGroup(),
    invite,
    { ...join('second', 'https://chat.whatsapp.com/{{code}}'), expect: refused([400, 404]) },
    outside,
  ],
});

function misuse(changed: BodyOf<'joinGroup'>, status: RefusedStatus): Step[] {
  return [makeGroup(), invite, { ...joinPrivately(changed), expect: refused(status) }, outside];
}
