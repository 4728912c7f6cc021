import { first, me, one, second, two, who } from '../../language/cast.ts';
import { acts, after } from '../../language/happenings.ts';
import { admin, creator, done, including, member } from '../../language/people.ts';
import { assumed, inferred, promises } from '../../language/promises.ts';
import { change, changes, join, makeGroup, readLink, update } from '../../language/stage.ts';
import { answers, doesNotList, isIn, lists, reads } from '../../language/views.ts';

/** The JID of a group as groups were made once: a number and a time. */
export const LEGACY = '5511900000000-1400000000@g.us';

/** Somebody has made a group of that JID with the account in it. */
export const legacyGroup = after(lists({ jid: LEGACY }), {
  act: who,
  do: 'create-group',
  jid: LEGACY,
  name: '{{other-name}}',
  participants: [me],
});

/** Twice a name that anybody could give a group, and more. */
const LONG_NAME = 'Família e amigos do bairro. '.repeat(8).trim();

/** Groups from other times and places. */
export const identityElsewhere = [
  ...promises('identity', inferred('docs: Identifiers'), {
    'legacy-group': [
      'A group with a JID of old, a number and a time, is listed, read and changed as any other, and was made at that time.',
      legacyGroup,
      reads({ jid: LEGACY, owner: one, created_at: '2014-05-13T16:53:20Z' }, { jid: LEGACY }),
      answers(
        { call: 'updateGroup', path: { jid: LEGACY }, body: { topic: '{{topic}}' } },
        { group: { topic: '{{topic}}' } },
      ),
    ],
    'legacy-group-changes': [
      'In a group with a JID of old people are added, made admins and removed, and its link lets somebody in.',
      legacyGroup,
      after(
        changes('add', [two], [done(member(two))], { jid: LEGACY }),
        acts(who, 'promote', { group: LEGACY, participants: [me] }),
      ),
      changes('promote', [two], [admin(two)], { jid: LEGACY }),
      changes('remove', [two], [{ jid: two }], { jid: LEGACY }),
      readLink('link', LEGACY),
      answers(join('second'), { group_jid: LEGACY }),
      ...isIn({ as: 'second', jid: LEGACY }),
      { call: 'leaveGroup', as: 'second', path: { jid: LEGACY } },
      doesNotList({ as: 'second', jid: LEGACY }),
    ],
  }),
  ...promises('identity', assumed, {
    'foreign-name': [
      'A group whose name is longer than the limit is read whole, and renamed within the limit.',
      makeGroup(),
      after(reads({ name: LONG_NAME }), { groupJid: '{{group}}', is: { name: LONG_NAME } }),
      answers(update({ name: '{{other-name}}' }), { group: { name: '{{other-name}}' } }),
    ],
    'foreign-name-kept': [
      'A group with such a name keeps it when something else of it is changed.',
      makeGroup({}, [second]),
      after(answers(update({ locked: true }), { group: { name: LONG_NAME, is_locked: true } }), {
        groupJid: '{{group}}',
        is: { name: LONG_NAME },
      }),
      change('promote', second),
      reads({ name: LONG_NAME, participants: including(creator(first), admin(second)) }),
    ],
  }),
];
