import type { Expectation, RefusedStatus, Step, StepOf } from '../../language/case.ts';
import {
  community,
  first,
  group,
  inAnnouncement,
  inCommunity,
  me,
  one,
  second,
  who,
} from '../../language/cast.ts';
import {
  findAnnouncementGroup,
  link,
  makeCommunity,
  makeGroupInside,
  makeOtherCommunity,
  unlink,
} from '../../language/communities.ts';
import { after } from '../../language/happenings.ts';
import { done, failed, including, member } from '../../language/people.ts';
import { assumed, decided, promises, refused, restsOn } from '../../language/promises.ts';
import { changes, join, leaves, letIn, makeGroup, readLink } from '../../language/stage.ts';
import { answers, doesNotList, isIn, isOutside, isRefused, read, reads } from '../../language/views.ts';

const succeeds = { status: 200, body: { success: true } } as const satisfies Expectation<'linkGroup'>;

/** The second account was removed from `{{group}}`, whose link it has. */
const removed: readonly Step[] = [makeGroup(), ...letIn(), changes('remove', [second], [member(second)])];

/** The second account is in the community because of `{{group}}`, which is no part of it any more. */
const unlinked: readonly Step[] = [
  makeCommunity(),
  findAnnouncementGroup(),
  makeGroupInside([second]),
  { ...unlink(), expect: succeeds },
  ...isIn({ as: 'second' }),
];

/** The only member of `{{group}}` is gone. */
const empty: readonly Step[] = [makeGroup(), readLink(), leaves()];

/** The device is not ready: the code is the same whatever the status. */
function notReady(status: RefusedStatus): StepOf<'listGroups'> {
  return {
    call: 'listGroups',
    meanwhile: [{ device: 'disconnected', of: me }],
    expect: { status, body: { success: false, error_code: 'DEVICE_NOT_READY' } },
  };
}

/** What is promised for each choice of each ruling, the default first, in a world that asks for it. */
export const rulingsChoices = [
  ...promises('rulings', restsOn('ruling unregistered-number'), {
    'unregistered-number-row-404': [
      decided({ 'unregistered-number': 'row-404' }),
      'Somebody who is not on WhatsApp is not added: 404 in their row, where the ruling unregistered-number is row-404.',
      makeGroup(),
      after(changes('add', [who], [failed(one, 404)]), { person: who, is: { on_whatsapp: false } }),
    ],
    'unregistered-number-request-422': [
      decided({ 'unregistered-number': 'request-422' }),
      'A number that is on WhatsApp is added, whatever becomes of those that are not, where the ruling unregistered-number is request-422.',
      makeGroup(),
      changes('add', [who], [done(member(one))]),
    ],
  }),
  ...([403, 404] as const).flatMap((choice) =>
    promises('rulings', choice === 403 ? restsOn('ruling not-participant') : assumed, {
      [`not-participant-${choice}`]: [
        decided({ 'not-participant': `${choice}` }),
        `Where the ruling not-participant is ${choice}, who takes no part in a group or has left it is answered ${choice}, and a plain member who tries what admins do 403.`,
        makeGroup(),
        { ...isRefused({ as: 'second' }), expect: refused(choice) },
        ...letIn(),
        { call: 'resetGroupInviteLink', as: 'second', path: group, expect: refused(403) },
        leaves({ as: 'second' }),
        { ...isRefused({ as: 'second' }), expect: refused(choice) },
        { ...leaves({ as: 'second' }), expect: refused(choice) },
      ],
    }),
  ),
  ...([503, 409, 400, 412] as const).flatMap((choice) =>
    promises('rulings', restsOn('ruling device-not-ready'), {
      [`device-not-ready-${choice}`]: [
        decided({ 'device-not-ready': `${choice}` }),
        `A device that is not connected answers ${choice}, with DEVICE_NOT_READY, where the ruling device-not-ready is ${choice}.`,
        makeGroup(),
        notReady(choice),
      ],
    }),
  ),
  ...promises('rulings', assumed, {
    'rejoin-after-removal-refused': [
      {
        ...restsOn('ruling rejoin-after-removal'),
        ...decided({ 'rejoin-after-removal': 'refused' }),
      },
      'Whom an admin removed answers 403 by link, where the ruling rejoin-after-removal is refused.',
      ...removed,
      { ...join('second'), expect: refused(403) },
      ...isOutside({ as: 'second' }),
    ],
    'rejoin-after-removal-allowed': [
      decided({ 'rejoin-after-removal': 'allowed' }),
      'Whom an admin removed comes back by link, where the ruling rejoin-after-removal is allowed.',
      ...removed,
      answers(join('second'), { pending_approval: false }),
      reads({ members_count: 2, participants: including(member(second)) }),
    ],
    'unlink-members-stay-in-community': [
      {
        ...restsOn('ruling unlink-members'),
        ...decided({ 'unlink-members': 'stay-in-community' }),
      },
      'The members of a group that is unlinked stay in the community, where the ruling unlink-members is stay-in-community.',
      ...unlinked,
      ...isIn(inCommunity),
      ...isIn(inAnnouncement),
    ],
    'unlink-members-leave-community': [
      decided({ 'unlink-members': 'leave-community' }),
      'The members whom a group brought into a community leave it when the group is unlinked, where the ruling unlink-members is leave-community.',
      ...unlinked,
      ...isOutside(inCommunity),
      ...isOutside(inAnnouncement),
      ...isIn(community),
    ],
    'unlink-members-leave-community-else': [
      decided({ 'unlink-members': 'leave-community' }),
      'Whom another group of the community still has stays in it when one is unlinked, where the ruling unlink-members is leave-community.',
      makeCommunity(),
      makeGroupInside([second]),
      makeGroupInside([second]),
      unlink(),
      ...isIn(inCommunity),
    ],
  }),
  ...(['reported', 'never'] as const).flatMap((choice) =>
    promises('rulings', restsOn('ruling join-pending-flag'), {
      [`join-pending-flag-${choice}`]: [
        decided({ 'join-pending-flag': choice }),
        `Joining where approval is on ${choice === 'never' ? 'does not tell' : 'tells'} that it waits, and makes no member, where the ruling join-pending-flag is ${choice}.`,
        makeGroup({ join_approval: true }),
        readLink(),
        answers(join('second'), { pending_approval: choice === 'reported' }),
        ...isOutside({ as: 'second' }),
      ],
    }),
  ),
  ...linkRefusal(
    'reported',
    'What keeps a group from being linked or unlinked is told, where the ruling link-refusal is reported.',
    (status) => refused(status),
  ),
  ...linkRefusal(
    'swallowed',
    'A group that is not linked or unlinked answers success all the same, and nothing changes, where the ruling link-refusal is swallowed.',
    () => succeeds,
  ),
  ...promises('rulings', assumed, {
    'empty-group-ends': [
      { ...restsOn('ruling empty-group'), ...decided({ 'empty-group': 'ends' }) },
      'A group ends with its last member: its link answers 404, and so does it, where the ruling empty-group is ends.',
      ...empty,
      { ...join('second'), expect: refused(404) },
      read(refused(404)),
    ],
    'empty-group-remains': [
      decided({ 'empty-group': 'remains' }),
      'A group without members remains: its link lets somebody in, who is alone there, where the ruling empty-group is remains.',
      ...empty,
      isRefused(),
      doesNotList(),
      { ...join('second'), expect: succeeds },
      reads({ owner: first, members_count: 1, participants: [{ jid: second }] }, { as: 'second' }),
    ],
  }),
];

function linkRefusal(
  choice: 'reported' | 'swallowed',
  promise: string,
  told: (status: RefusedStatus) => Expectation<'linkGroup'>,
) {
  return promises('rulings', restsOn('ruling link-refusal'), {
    [`link-refusal-${choice}`]: [
      decided({ 'link-refusal': choice }),
      promise,
      makeOtherCommunity(),
      makeCommunity([second]),
      makeGroupInside(),
      { ...link('{{group}}', '{{other}}'), expect: told(409) },
      { ...link('{{unknown-group}}'), expect: told(404) },
      reads({ parent_jid: '{{community}}' }),
      { ...unlink('first', '{{unknown-group}}'), expect: told(404) },
      // Of the community itself both tell.
      { ...link(), as: 'second', expect: refused(403) },
    ],
  });
}
