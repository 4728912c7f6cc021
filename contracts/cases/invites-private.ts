import type { Case, Step, Template } from '../case.ts';
import { group } from '../cast.ts';
import { assumed, inferred, refused, time } from '../known.ts';
import { makeGroup, read, readLink, reads } from '../stage.ts';

const outside = {
  body: { group: { members_count: 1, participants: { $lacks: { jid: '{{second.jid}}' } } } },
};

/** The first account adds somebody whose privacy forbids it, and gets `{{code}}` to hand to them. */
const invite: Step = {
  call: 'addGroupParticipants',
  path: group,
  body: { participants: ['{{magic.403}}'] },
  capture: { code: 'participants[0].add_request.code' },
};

/** Private invites, which come where privacy forbids to add somebody. */
export const invitesPrivate: readonly Case[] = [
  {
    id: 'invites/private-code',
    promise:
      'For somebody whose privacy forbids adding there is a private invite: 16 letters or digits, and until when.',
    ...assumed,
    needs: ['magic-numbers'],
    steps: [
      makeGroup(),
      {
        ...invite,
        expect: {
          status: 200,
          body: {
            success: true,
            participants: [
              {
                jid: '{{magic.403}}@s.whatsapp.net',
                is_admin: false,
                error: 403,
                add_request: { code: { $matches: '^[0-9A-Za-z]{16}$' }, expires_at: time },
              },
            ],
          },
        },
      },
      reads({ members_count: 1, participants: { $length: 1 } }),
    ],
  },
  {
    id: 'invites/private-code-at-creation',
    promise:
      'Creating a group with somebody whose privacy forbids it answers a private invite among the participants.',
    ...assumed,
    needs: ['magic-numbers'],
    steps: [
      {
        ...makeGroup(undefined, ['{{magic.403}}']),
        expect: {
          status: 201,
          body: {
            group: {
              members_count: 1,
              participants: {
                $contains: { error: 403, add_request: { code: { $matches: '^[0-9A-Za-z]{16}$' } } },
              },
            },
          },
        },
      },
    ],
  },
  {
    id: 'invites/private-code-each-time',
    promise: 'Each private invite has a code of its own.',
    ...assumed,
    needs: ['magic-numbers'],
    steps: [
      makeGroup(),
      invite,
      {
        ...invite,
        expect: {
          status: 200,
          body: { participants: [{ error: 403, add_request: { code: { $not: '{{code}}' } } }] },
        },
      },
    ],
  },
  misuse(
    'by-another',
    'A private invite that another account uses answers 403, and lets nobody in.',
    403,
    {},
  ),
  misuse(
    'by-another-as-invite-code',
    'The field invite_code stands for code: of another person it answers 403.',
    403,
    {
      invite_code: '{{code}}',
      code: undefined,
    },
  ),
  misuse('inviter-by-phone', 'The inviter of a private invite is accepted as a phone number.', 403, {
    inviter_jid: '+{{first.phone}}',
  }),
  misuse('wrong-inviter', 'A private invite with the JID of another inviter answers 404.', 404, {
    inviter_jid: '{{second.jid}}',
  }),
  misuse('wrong-code', 'A private invite with another code answers 404.', 404, {
    code: '{{unknown-private-code}}',
  }),
  {
    id: 'invites/private-wrong-group',
    promise: 'A private invite with the JID of another group answers 404.',
    ...assumed,
    needs: ['magic-numbers', 'second-account'],
    steps: [
      makeGroup(),
      invite,
      { ...makeGroup(), capture: { other: 'group.jid' } },
      joinPrivately({ group_jid: '{{other}}' }, 404),
    ],
  },
  {
    id: 'invites/private-unknown-group',
    promise: 'A private invite to a group that does not exist answers 404.',
    ...inferred('docs: Errors'),
    steps: [
      {
        call: 'joinGroup',
        body: {
          code: '{{unknown-private-code}}',
          group_jid: '{{unknown-group}}',
          inviter_jid: '{{first.jid}}',
        },
        expect: refused(404),
      },
    ],
  },
  {
    id: 'invites/private-unknown-code',
    promise: 'A private invite that was never given out answers 404.',
    ...assumed,
    steps: [
      makeGroup(),
      {
        call: 'joinGroup',
        body: { code: '{{unknown-private-code}}', group_jid: '{{group}}', inviter_jid: '{{first.jid}}' },
        expect: refused(404),
      },
    ],
  },
  {
    id: 'invites/link-before-private',
    promise: 'A body with a link and a private invite is joined by its link.',
    ...assumed,
    needs: ['second-account'],
    steps: [
      makeGroup(),
      readLink(),
      {
        call: 'joinGroup',
        as: 'second',
        body: {
          link: '{{link}}',
          code: '{{unknown-private-code}}',
          group_jid: '{{unknown-group}}',
          inviter_jid: '{{first.jid}}',
        },
        expect: { status: 200, body: { pending_approval: false, group_jid: '{{group}}' } },
      },
    ],
  },
  {
    id: 'invites/private-code-is-no-link',
    promise: 'The code of a private invite is not accepted as that of an invite link.',
    ...assumed,
    needs: ['magic-numbers', 'second-account'],
    steps: [
      makeGroup(),
      invite,
      {
        call: 'joinGroup',
        as: 'second',
        body: { link: 'https://chat.whatsapp.com/{{code}}' },
        expect: refused([400, 404]),
      },
      read(outside),
    ],
  },
];

function joinPrivately(changed: Record<string, Template | undefined>, status: number): Step {
  const body = { code: '{{code}}', group_jid: '{{group}}', inviter_jid: '{{first.jid}}', ...changed };
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return { call: 'joinGroup', as: 'second', body: given as Template, expect: refused(status) };
}

function misuse(
  slug: string,
  promise: string,
  status: number,
  changed: Record<string, Template | undefined>,
): Case {
  return {
    id: `invites/private-${slug}`,
    promise,
    ...assumed,
    needs: ['magic-numbers', 'second-account'],
    steps: [makeGroup(), invite, joinPrivately(changed, status), read(outside)],
  };
}
