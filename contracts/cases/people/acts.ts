import type { StepOf } from '../../language/case.ts';
import { community, first, group, one, second, who } from '../../language/cast.ts';
import { acts, after, comesTo, creates, isPrivate } from '../../language/happenings.ts';
import { including, member } from '../../language/people.ts';
import { assumed, decided, promises, refused, restsOn } from '../../language/promises.ts';
import { JPEG } from '../../language/samples.ts';
import { add, joinPrivately, makeGroup } from '../../language/stage.ts';
import { answers, reads } from '../../language/views.ts';

/** The first number makes something with the first account in it, which finds it in its list. */
function makes(
  what: 'create-group' | 'create-community',
  name: string,
  captured: string,
): StepOf<'listGroups'> {
  return {
    call: 'listGroups',
    meanwhile: [creates(who, name, what === 'create-group' ? {} : { do: what })],
    expect: { status: 200, body: { groups: { $contains: { name, is_announce: false } } } },
    capture: { [captured]: `groups[name=${name},is_announce=false].jid` },
  };
}

/** The privacy of the second account forbids adding it, so that a private invite comes in its row. */
const privately: Pick<StepOf<'addGroupParticipants'>, 'meanwhile' | 'capture'> = {
  meanwhile: [isPrivate('{{second.phone}}')],
  capture: { code: 'participants[0].add_request.code' },
};

/** What else other people do on the phone, as the API shows it. */
export const peopleActs = promises('people', assumed, {
  'accept-invite': [
    restsOn('limit private-invite-hours'),
    'Somebody whose privacy forbids adding them joins by the private invite of their row, without approval.',
    makeGroup({ join_approval: true }),
    {
      call: 'addGroupParticipants',
      path: group,
      body: { participants: [one] },
      meanwhile: [isPrivate(who)],
      capture: { code: 'participants[0].add_request.code' },
    },
    after(
      reads({ members_count: 2, participants: including(member(one)) }),
      comesTo(acts(who, 'accept-invite', { code: '{{code}}', inviter: first }), {
        group: group,
        pending_approval: false,
      }),
    ),
  ],
  'private-invite-of-a-member': [
    restsOn('status joinGroup 409', 'refusal already-a-member'),
    'Who is a member by now is told 409 by their private invite, and stays what they are.',
    makeGroup(),
    { ...add(second), ...privately },
    after(add(second), { person: '{{second.phone}}', is: { addable_by: 'everyone' } }),
    { ...joinPrivately(), expect: refused(409) },
    reads({ members_count: 2 }),
  ],
  'leave-at-once': [
    'Leaving waits for nobody, and a group that ended with it is no more.',
    makes('create-group', '{{name}}', 'group'),
    { call: 'leaveGroup', path: group, expect: { status: 200 } },
    {
      call: 'getGroup',
      path: group,
      meanwhile: [comesTo(acts(who, 'leave'), { group: null, participants: [], pending_approval: false })],
      expect: { status: 404 },
    },
  ],
  'ask-waits': [
    decided({ 'join-pending-flag': 'never' }),
    'Who asks is told that it waits for approval, even where an account that joins is not told.',
    makeGroup({ join_approval: true }),
    after(reads({ members_count: 1 }), comesTo(acts(who, 'ask'), { pending_approval: true })),
  ],
  'set-several': [
    'What somebody else sets together is that of the group.',
    makeGroup({}, [one]),
    after(
      reads({
        name: '{{other-name}}',
        member_add_mode: 'admin',
        ephemeral_seconds: 604800,
        topic: '{{topic}}',
      }),
      acts('{{first.phone}}', 'promote', { participants: [one] }),
      acts(who, 'set', {
        name: '{{other-name}}',
        member_add_mode: 'admin',
        ephemeral_seconds: 604800,
        topic: '{{topic}}',
      }),
    ),
  ],
  'set-picture': [
    'A picture that somebody else sets is that of the group.',
    makeGroup({}, [one]),
    after(reads({ picture_id: { $matches: '^[0-9]+$' } }), acts(who, 'set-picture', { image_base64: JPEG })),
  ],
  'create-community': [
    restsOn('behaviour made-by-others'),
    'A community that somebody else creates with an account in it is in the list of that account, with its announcement group.',
    makes('create-community', '{{name}}', 'community'),
    reads({ owner: one, members_count: 2 }, community),
    answers(
      { call: 'listGroups' },
      { groups: { $contains: { name: '{{name}}', is_announce: true, owner: one } } },
    ),
  ],
  'link-and-unlink': [
    'A group that somebody else links to a community is in it until they unlink it.',
    makes('create-community', '{{name}}', 'community'),
    makes('create-group', '{{other-name}}', 'group'),
    reads({ parent_jid: null }),
    after(
      reads({ parent_jid: '{{community}}' }),
      comesTo(acts(who, 'link', { community: '{{community}}' }), { group: community }),
    ),
    after(
      reads({ parent_jid: null }),
      comesTo(acts(who, 'unlink', { community: '{{community}}' }), { group: community }),
    ),
  ],
});
