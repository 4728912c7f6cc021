import type { Case, Happening, Step } from '../case.ts';
import { community, first, inAnnouncement, inCommunity, second } from '../cast.ts';
import { assumed, inferred, type Known, refused } from '../known.ts';
import type { Need } from '../needs.ts';
import { failed, including, member } from '../people.ts';
import {
  changes,
  doesNotList,
  findAnnouncementGroup,
  isIn,
  isOutside,
  isRefused,
  join,
  leaves,
  letIn,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  makeOtherCommunity,
  read,
  readLink,
  reads,
  unlink,
} from '../stage.ts';

/** What is promised where one unknown thing is decided so. */
interface Decided {
  ruling: string;
  choice: string;
  promise: string;
  known?: Known;
  needs?: readonly Need[];
  steps: readonly Step[];
}

const other = { needs: ['second-account'] } as const;
const done = { status: 200, body: { success: true } };

/** The second account was removed from `{{group}}`, whose link it has. */
const removed: readonly Step[] = [makeGroup(), ...letIn(), changes('remove', [second], [member(second)])];

/** The second account is in the community because of `{{group}}`, which is no part of it any more. */
const unlinked: readonly Step[] = [
  makeCommunity(),
  findAnnouncementGroup(),
  makeGroupInside([second]),
  { ...unlink(), expect: done },
  ...isIn({ as: 'second' }),
];

/** The only member of `{{group}}` is gone. */
const empty: readonly Step[] = [makeGroup(), readLink(), leaves()];

const disconnected: Happening = { device: 'disconnected', of: '{{first.phone}}' };

/** The device is not ready: the code is the same whatever the status. */
function notReady(status: number): Step {
  return {
    call: 'listGroups',
    meanwhile: [disconnected],
    expect: { status, body: { success: false, error_code: 'DEVICE_NOT_READY' } },
  };
}

/** Each choice of each ruling, the default first, and what it decides. */
const DECIDED: readonly Decided[] = [
  {
    ruling: 'unregistered-number',
    choice: 'row-404',
    promise: 'Somebody who is not on WhatsApp is not added: 404 in their row.',
    needs: ['people', 'one-number'],
    steps: [
      makeGroup(),
      {
        ...changes('add', ['{{number1}}'], [failed('{{number1.jid}}', 404)]),
        meanwhile: [{ person: '{{number1}}', is: { on_whatsapp: false } }],
      },
    ],
  },
  {
    ruling: 'unregistered-number',
    choice: 'request-422',
    promise: 'A number that is on WhatsApp is added, whatever becomes of those that are not.',
    needs: ['one-number'],
    steps: [makeGroup(), changes('add', ['{{number1}}'], [member('{{number1.jid}}')])],
  },
  ...(['403', '404'] as const).map(
    (choice): Decided => ({
      ruling: 'not-participant',
      choice,
      promise: `Who does not take part in a group is answered ${choice}, as is who left it.`,
      ...(choice === '403' ? { known: inferred('whatsmeow: errors.go, ErrNotInGroup') } : {}),
      ...other,
      steps: [
        makeGroup(),
        { ...isRefused({ as: 'second' }), expect: refused(Number(choice)) },
        ...letIn(),
        leaves({ as: 'second' }),
        { ...isRefused({ as: 'second' }), expect: refused(Number(choice)) },
        { ...leaves({ as: 'second' }), expect: refused(Number(choice)) },
      ],
    }),
  ),
  ...(['503', '409', '400', '412'] as const).map(
    (choice): Decided => ({
      ruling: 'device-not-ready',
      choice,
      promise: `A device that is not connected answers ${choice}, with DEVICE_NOT_READY.`,
      needs: ['people'],
      steps: [makeGroup(), notReady(Number(choice))],
    }),
  ),
  {
    ruling: 'rejoin-after-removal',
    choice: 'refused',
    promise: 'Whom an admin removed answers 403 by link.',
    known: inferred('whatsapp-web: main/148999, codes 401 and 405'),
    ...other,
    steps: [...removed, { ...join('second'), expect: refused(403) }, ...isOutside({ as: 'second' })],
  },
  {
    ruling: 'rejoin-after-removal',
    choice: 'allowed',
    promise: 'Whom an admin removed comes back by link.',
    ...other,
    steps: [
      ...removed,
      { ...join('second'), expect: { status: 200, body: { pending_approval: false } } },
      reads({ members_count: 2, participants: including(member(second)) }),
    ],
  },
  {
    ruling: 'unlink-members',
    choice: 'stay-in-community',
    promise: 'The members of a group that is unlinked stay in the community.',
    known: inferred('whatsmeow: group.go, UnlinkGroup'),
    ...other,
    steps: [...unlinked, ...isIn(inCommunity), ...isIn(inAnnouncement)],
  },
  {
    ruling: 'unlink-members',
    choice: 'leave-community',
    promise: 'The members whom a group brought into a community leave it when the group is unlinked.',
    ...other,
    steps: [...unlinked, ...isOutside(inCommunity), ...isOutside(inAnnouncement), ...isIn(community)],
  },
  {
    ruling: 'unlink-members',
    choice: 'leave-community',
    promise: 'Whom another group of the community still has stays in it when one is unlinked.',
    ...other,
    steps: [
      makeCommunity(),
      makeGroupInside([second]),
      makeGroupInside([second]),
      unlink(),
      ...isIn(inCommunity),
    ],
  },
  ...(['reported', 'never'] as const).map(
    (choice): Decided => ({
      ruling: 'join-pending-flag',
      choice,
      promise: `Joining where approval is on ${choice === 'never' ? 'does not tell' : 'tells'} that it waits, and makes no member.`,
      ...other,
      steps: [
        makeGroup({ join_approval: true }),
        readLink(),
        { ...join('second'), expect: { status: 200, body: { pending_approval: choice === 'reported' } } },
        ...isOutside({ as: 'second' }),
      ],
    }),
  ),
  ...(['reported', 'swallowed'] as const).map((choice): Decided => {
    const isTold = choice === 'reported';
    return {
      ruling: 'link-refusal',
      choice,
      promise: isTold
        ? 'What keeps a group from being linked or unlinked is told.'
        : 'A group that is not linked or unlinked answers success all the same, and nothing changes.',
      ...other,
      steps: [
        makeOtherCommunity(),
        makeCommunity([second]),
        makeGroupInside(),
        { ...link('{{group}}', '{{other}}'), expect: isTold ? refused(409) : done },
        { ...link('{{unknown-group}}'), expect: isTold ? refused(404) : done },
        reads({ parent_jid: '{{community}}' }),
        { ...unlink('first', '{{unknown-group}}'), expect: isTold ? refused(404) : done },
        // Of the community itself both tell.
        { ...link(), as: 'second', expect: refused(403) },
      ],
    };
  }),
  {
    ruling: 'empty-group',
    choice: 'ends',
    promise: 'A group ends with its last member: its link answers 404, and so does it.',
    known: inferred('whatsapp-web: main/148999, code 404'),
    ...other,
    steps: [...empty, { ...join('second'), expect: refused(404) }, read(refused(404))],
  },
  {
    ruling: 'empty-group',
    choice: 'remains',
    promise: 'A group without members remains: its link lets somebody in, who is alone there.',
    ...other,
    steps: [
      ...empty,
      isRefused(),
      doesNotList(),
      { ...join('second'), expect: done },
      reads({ owner: first, members_count: 1, participants: [{ jid: second }] }, { as: 'second' }),
    ],
  },
];

/** What is promised for each choice of each ruling, in a world that asks for it. */
export const rulingsChoices: readonly Case[] = DECIDED.map(
  ({ ruling, choice, promise, known = assumed, needs = [], steps }, index): Case => {
    const isMore = DECIDED.slice(0, index).some((one) => one.ruling === ruling && one.choice === choice);
    return {
      id: `rulings/${ruling}-${choice}${isMore ? '-else' : ''}`,
      promise: `${promise.slice(0, -1)}, where the ruling ${ruling} is ${choice}.`,
      ...known,
      needs: ['rulings', ...needs],
      world: { rulings: { [ruling]: choice } },
      steps,
    };
  },
);
