import type { Case, Step } from '../case.ts';
import { group } from '../cast.ts';
import { assumed, documented, inferred, refused } from '../known.ts';
import { join, letIn, list, makeGroup, readLink, reads } from '../stage.ts';

const page = documented('Join group');
const joined = { status: 200, body: { success: true, pending_approval: false, group_jid: '{{group}}' } };
const inside = {
  jid: '{{second.jid}}',
  phone_number: '{{second.jid}}',
  is_admin: false,
  is_super_admin: false,
};
const second = { needs: ['second-account'] } as const;

/** Joining by invite link. */
export const invitesJoining: readonly Case[] = [
  {
    id: 'invites/join',
    promise: 'Joining by link answers the JID of the group, and that no approval is pending.',
    ...page,
    ...second,
    steps: [makeGroup(), readLink(), { ...join('second'), expect: joined }],
  },
  {
    id: 'invites/joined-is-a-member',
    promise: 'Who joined by link is a plain member: both accounts read the same participants.',
    ...page,
    ...second,
    steps: [
      makeGroup(),
      ...letIn(),
      reads({ members_count: 2, participants: { $all: [{ $length: 2 }, { $contains: inside }] } }),
      reads(
        { members_count: 2, participants: { $all: [{ $length: 2 }, { $contains: inside }] } },
        { as: 'second' },
      ),
      list({ $contains: { jid: '{{group}}', name: '{{name}}', members_count: 2 } }, 'second'),
    ],
  },
  {
    id: 'invites/join-twice',
    promise: 'Joining a group by link as a member answers 409, and counts nobody twice.',
    ...inferred('whatsapp-web: main/148999, code 409'),
    ...second,
    steps: [
      makeGroup(),
      ...letIn(),
      { ...join('second'), expect: refused(409) },
      reads({ members_count: 2, participants: { $length: 2 } }),
    ],
  },
  {
    id: 'invites/owner-joins',
    promise: 'The creator who joins by its own link answers 409 and stays super admin.',
    ...inferred('whatsapp-web: main/148999, code 409'),
    steps: [
      makeGroup(),
      readLink(),
      { ...join('first'), expect: refused(409) },
      reads({ members_count: 1, participants: [{ jid: '{{first.jid}}', is_super_admin: true }] }),
    ],
  },
  {
    id: 'invites/join-again-after-leaving',
    promise: 'Who left a group joins it again by the same link.',
    ...inferred('whatsapp-web: main/148999'),
    ...second,
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      { ...join('second'), expect: joined },
      reads({ members_count: 2 }),
    ],
  },
  {
    id: 'invites/join-after-removal',
    promise: 'Whom an admin removed answers 403 by link, and stays outside.',
    ...inferred('whatsapp-web: main/148999, codes 401 and 405'),
    ...second,
    steps: [
      makeGroup(),
      ...letIn(),
      { call: 'removeGroupParticipants', path: group, body: { participants: ['{{second.jid}}'] } },
      { ...join('second'), expect: refused(403) },
      reads({ members_count: 1 }),
    ],
  },
  {
    id: 'invites/join-ended-group',
    promise: 'The link of a group that has ended answers 404.',
    ...inferred('whatsapp-web: main/148999, code 404'),
    ...second,
    steps: [
      makeGroup(),
      readLink(),
      { call: 'leaveGroup', path: group },
      { ...join('second'), expect: refused(404) },
    ],
  },
  spelling('query', 'A query string behind the link is ignored.', '{{link}}?mode=ac_t'),
  spelling('fragment', 'A fragment behind the link is ignored.', '{{link}}#join'),
  spelling('slash', 'A slash behind the link is ignored.', '{{link}}/'),
  spelling('http', 'A link over plain http is taken as well.', 'http://chat.whatsapp.com/{{code}}'),
  spelling(
    'invite',
    'A link with invite in its path is taken as well.',
    'https://chat.whatsapp.com/invite/{{code}}',
  ),
  spelling('nothing-else', 'A bare code is taken for a link.', '{{code}}'),
  spelling('nothing-else-but-query', 'A query string behind a bare code is ignored.', '{{code}}?mode=ac_t'),
  unknown(
    'link',
    'An invite link that was never given out answers 404.',
    'https://chat.whatsapp.com/{{unknown-code}}',
  ),
  unknown('code', 'A bare code that was never given out answers 404.', '{{unknown-code}}'),
  unknown(
    'http',
    'A link over plain http that was never given out answers 404.',
    'http://chat.whatsapp.com/{{unknown-code}}',
  ),
  unknown(
    'invite',
    'A link with invite in its path that was never given out answers 404.',
    'https://chat.whatsapp.com/invite/{{unknown-code}}',
  ),
  unknown(
    'unknown-query',
    'A query string does not make an unknown link known.',
    'https://chat.whatsapp.com/{{unknown-code}}?{{unknown-code}}',
  ),
];

/** Reads the link of the group as `{{link}}`, and the code at its end as `{{code}}`. */
function readLinkAndCode(): Step {
  return { ...readLink(), capture: { link: 'invite_link', code: 'invite_link ~ [0-9A-Za-z]+$' } };
}

function spelling(slug: string, promise: string, link: string): Case {
  return {
    id: `invites/link-with-${slug}`,
    promise,
    ...assumed,
    ...second,
    steps: [makeGroup(), readLinkAndCode(), { ...join('second', link), expect: joined }],
  };
}

function unknown(slug: string, promise: string, link: string): Case {
  return {
    id: `invites/unknown-${slug}`,
    promise,
    ...assumed,
    steps: [{ ...join('first', link), expect: refused(404) }],
  };
}
