import type { Expectation, Step } from '../../language/case.ts';
import { first, group, second } from '../../language/cast.ts';
import type { Row } from '../../language/people.ts';
import { assumed, promises, refused, restsOn } from '../../language/promises.ts';
import { join, letIn, makeGroup, readLink } from '../../language/stage.ts';
import { list, reads } from '../../language/views.ts';

const page = restsOn('operation joinGroup');
const joined: Expectation<'joinGroup'> = {
  status: 200,
  body: { success: true, pending_approval: false, group_jid: '{{group}}' },
};
const inside: Row = { jid: second, phone_number: second, is_admin: false, is_super_admin: false };

/** Joining by invite link. */
export const invitesJoining = [
  ...promises('invites', page, {
    join: [
      'Joining by link answers the JID of the group, and that no approval is pending.',
      makeGroup(),
      readLink(),
      { ...join('second'), expect: joined },
    ],
    'joined-is-a-member': [
      'Who joined by link is a plain member: both accounts read the same participants.',
      makeGroup(),
      ...letIn(),
      reads({ members_count: 2, participants: { $all: [{ $length: 2 }, { $contains: inside }] } }),
      reads(
        { members_count: 2, participants: { $all: [{ $length: 2 }, { $contains: inside }] } },
        { as: 'second' },
      ),
      list({ $contains: { jid: '{{group}}', name: '{{name}}', members_count: 2 } }, 'second'),
    ],
    'join-twice': [
      restsOn('refusal already-a-member'),
      'Joining a group by link as a member answers 409, and counts nobody twice.',
      makeGroup(),
      ...letIn(),
      { ...join('second'), expect: refused(409) },
      reads({ members_count: 2, participants: { $length: 2 } }),
    ],
    'owner-joins': [
      restsOn('refusal already-a-member'),
      'The creator who joins by its own link answers 409 and stays super admin.',
      makeGroup(),
      readLink(),
      { ...join('first'), expect: refused(409) },
      reads({ members_count: 1, participants: [{ jid: first, is_super_admin: true }] }),
    ],
    'join-again-after-leaving': [
      restsOn('behaviour left-comes-back'),
      'Who left a group joins it again by the same link.',
      makeGroup(),
      ...letIn(),
      { call: 'leaveGroup', as: 'second', path: group },
      { ...join('second'), expect: joined },
      reads({ members_count: 2 }),
    ],
    'join-after-removal': [
      restsOn('refusal removed-by-admin', 'ruling rejoin-after-removal'),
      'Whom an admin removed answers 403 by link, and stays outside.',
      makeGroup(),
      ...letIn(),
      { call: 'removeGroupParticipants', path: group, body: { participants: [second] } },
      { ...join('second'), expect: refused(403) },
      reads({ members_count: 1 }),
    ],
    'join-ended-group': [
      restsOn('ruling empty-group', 'refusal no-such-group'),
      'The link of a group that has ended answers 404.',
      makeGroup(),
      readLink(),
      { call: 'leaveGroup', path: group },
      { ...join('second'), expect: refused(404) },
    ],
  }),
  ...promises('invites', assumed, {
    'link-with-query': ['A query string behind the link is ignored.', ...joinsBy('{{link}}?mode=ac_t')],
    'link-with-fragment': ['A fragment behind the link is ignored.', ...joinsBy('{{link}}#join')],
    'link-with-slash': ['A slash behind the link is ignored.', ...joinsBy('{{link}}/')],
    'link-with-http': [
      'A link over plain http is taken as well.',
      ...joinsBy('http://chat.whatsapp.com/{{code}}'),
    ],
    'link-with-invite': [
      'A link with invite in its path is taken as well.',
      ...joinsBy('https://chat.whatsapp.com/invite/{{code}}'),
    ],
    'link-with-nothing-else': ['A bare code is taken for a link.', ...joinsBy('{{code}}')],
    'link-with-nothing-else-but-query': [
      'A query string behind a bare code is ignored.',
      ...joinsBy('{{code}}?mode=ac_t'),
    ],
    'unknown-link': [
      'An invite link that was never given out answers 404.',
      isUnknown('https://chat.whatsapp.com/{{unknown-code}}'),
    ],
    'unknown-code': ['A bare code that was never given out answers 404.', isUnknown('{{unknown-code}}')],
    'unknown-http': [
      'A link over plain http that was never given out answers 404.',
      isUnknown('http://chat.whatsapp.com/{{unknown-code}}'),
    ],
    'unknown-invite': [
      'A link with invite in its path that was never given out answers 404.',
      isUnknown('https://chat.whatsapp.com/invite/{{unknown-code}}'),
    ],
    'unknown-unknown-query': [
      'A query string does not make an unknown link known.',
      isUnknown('https://chat.whatsapp.com/{{unknown-code}}?{{unknown-code}}'),
    ],
  }),
];

/** Somebody joins by a spelling of the link, `{{link}}`, or of the code at its end, `{{code}}`. */
function joinsBy(spelling: string): Step[] {
  const capture = { link: 'invite_link', code: 'invite_link ~ [0-9A-Za-z]+$' } as const;
  return [makeGroup(), { ...readLink(), capture }, { ...join('second', spelling), expect: joined }];
}

function isUnknown(link: string): Step {
  return { ...join('first', link), expect: refused(404) };
}
