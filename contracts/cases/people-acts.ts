import type { Case, Happening, Step } from '../case.ts';
import { acts, comesTo, isPrivate } from '../happenings.ts';
import { assumed, inferred, type Known, refused } from '../known.ts';
import { including, member } from '../people.ts';
import { JPEG } from '../samples.ts';
import { add, makeGroup, reads } from '../stage.ts';

const one = '{{number1}}';
const oneJid = '{{number1.jid}}';

/** The first number makes something with the first account in it, which finds it in its list. */
function makes(what: 'create-group' | 'create-community', name: string, captured: string): Step {
  const happening: Happening = { act: one, do: what, name, participants: ['{{first.phone}}'] };
  return {
    call: 'listGroups',
    meanwhile: [happening],
    expect: { status: 200, body: { groups: { $contains: { name, is_announce: false } } } },
    capture: { [captured]: `groups[name=${name},is_announce=false].jid` },
  };
}

/** The privacy of the second account forbids adding it, so that a private invite comes in its row. */
const privately: Pick<Step, 'meanwhile' | 'capture'> = {
  meanwhile: [isPrivate('{{second.phone}}')],
  capture: { code: 'participants[0].add_request.code' },
};

/** What else other people do on the phone, as the API shows it. */
export const peopleActs: readonly Case[] = [
  about(
    'accept-invite',
    'Somebody whose privacy forbids adding them joins by the private invite of their row, without approval.',
    inferred('whatsmeow: group.go, JoinGroupWithInvite'),
    [
      makeGroup({ join_approval: true }),
      {
        call: 'addGroupParticipants',
        path: { jid: '{{group}}' },
        body: { participants: [oneJid] },
        meanwhile: [isPrivate(one)],
        capture: { code: 'participants[0].add_request.code' },
      },
      {
        ...reads({ members_count: 2, participants: including(member(oneJid)) }),
        meanwhile: [
          comesTo(acts(one, 'accept-invite', { code: '{{code}}', inviter: '{{first.jid}}' }), {
            group: { jid: '{{group}}' },
            pending_approval: false,
          }),
        ],
      },
    ],
  ),
  {
    id: 'people/private-invite-of-a-member',
    promise: 'Who is a member by now is told 409 by their private invite, and stays what they are.',
    ...inferred('whatsapp-web: main/148999'),
    needs: ['people', 'second-account'],
    steps: [
      makeGroup(),
      { ...add('{{second.jid}}'), ...privately },
      {
        ...add('{{second.jid}}'),
        meanwhile: [{ person: '{{second.phone}}', is: { addable_by: 'everyone' } }],
      },
      {
        call: 'joinGroup',
        as: 'second',
        body: { code: '{{code}}', group_jid: '{{group}}', inviter_jid: '{{first.jid}}' },
        expect: refused(409),
      },
      reads({ members_count: 2 }),
    ],
  },
  about('leave-at-once', 'Leaving waits for nobody, and a group that ended with it is no more.', assumed, [
    makes('create-group', '{{name}}', 'group'),
    {
      call: 'leaveGroup',
      path: { jid: '{{group}}' },
      expect: { status: 200 },
    },
    {
      call: 'getGroup',
      path: { jid: '{{group}}' },
      meanwhile: [comesTo(acts(one, 'leave'), { group: null, participants: [], pending_approval: false })],
      expect: { status: 404 },
    },
  ]),
  about(
    'ask-waits',
    'Who asks is told that it waits for approval, even where an account that joins is not told.',
    assumed,
    [
      makeGroup({ join_approval: true }),
      {
        ...reads({ members_count: 1 }),
        meanwhile: [comesTo(acts(one, 'ask'), { pending_approval: true })],
      },
    ],
    { 'join-pending-flag': 'never' },
  ),
  about('set-picture', 'A picture that somebody else sets is that of the group.', assumed, [
    makeGroup({}, [oneJid]),
    {
      ...reads({ picture_id: { $matches: '^[0-9]+$' } }),
      meanwhile: [acts(one, 'set-picture', { image_base64: JPEG })],
    },
  ]),
  about(
    'create-community',
    'A community that somebody else creates with an account in it is in the list of that account, with its announcement group.',
    inferred('whatsmeow: group.go, CreateGroup'),
    [
      makes('create-community', '{{name}}', 'community'),
      reads({ owner: oneJid, members_count: 2 }, { jid: '{{community}}' }),
      {
        call: 'listGroups',
        expect: {
          status: 200,
          body: { groups: { $contains: { name: '{{name}}', is_announce: true, owner: oneJid } } },
        },
      },
    ],
  ),
  about(
    'link-and-unlink',
    'A group that somebody else links to a community is in it until they unlink it.',
    assumed,
    [
      makes('create-community', '{{name}}', 'community'),
      makes('create-group', '{{other-name}}', 'group'),
      reads({ parent_jid: null }),
      {
        ...reads({ parent_jid: '{{community}}' }),
        meanwhile: [
          comesTo(acts(one, 'link', { community: '{{community}}' }), { group: { jid: '{{community}}' } }),
        ],
      },
      {
        ...reads({ parent_jid: null }),
        meanwhile: [
          comesTo(acts(one, 'unlink', { community: '{{community}}' }), { group: { jid: '{{community}}' } }),
        ],
      },
    ],
  ),
];

function about(
  slug: string,
  promise: string,
  known: Known,
  steps: readonly Step[],
  rulings?: NonNullable<Case['world']>['rulings'],
): Case {
  return {
    id: `people/${slug}`,
    promise,
    ...known,
    needs: ['people', 'one-number', ...(rulings === undefined ? [] : (['rulings'] as const))],
    ...(rulings === undefined ? {} : { world: { rulings } }),
    steps,
  };
}
