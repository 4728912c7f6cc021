import { community, first, me, one, second, two, who } from '../../language/cast.ts';
import { link, makeCommunity } from '../../language/communities.ts';
import { info, subscribe, told } from '../../language/deliveries.ts';
import { acts, after, comesTo, isRefusedTo, waiting } from '../../language/happenings.ts';
import { admin, done, failed, including, member, without } from '../../language/people.ts';
import { assumed, decided, promises, restsOn } from '../../language/promises.ts';
import { changes, makeGroup, update } from '../../language/stage.ts';
import { list, reads } from '../../language/views.ts';
import { LEGACY, legacyGroup } from './elsewhere.ts';

/** The first number becomes the second one, which nobody has. */
const changesNumber = { act: who, do: 'change-number', number: '{{number2}}' } as const;

/** People who change their number. */
export const identityChanges = [
  ...promises('identity', restsOn('behaviour number-changes'), {
    'number-changes': [
      'Somebody who changes their number stays in the group with their rank and their LID, by the new number.',
      makeGroup({}, [one]),
      { ...changes('promote', [one], [admin(one)]), capture: { lid: 'participants[0].lid' } },
      after(
        reads({
          members_count: 2,
          participants: {
            $all: [including({ ...admin(two), phone_number: two, lid: '{{lid}}' }), without(one)],
          },
        }),
        changesNumber,
      ),
      changes('demote', ['{{lid}}'], [member(two)]),
      changes('add', [two, one], [failed(two, 409), failed(one, 404)]),
    ],
    'number-changes-owner': [
      'A group whose creator changes their number is owned by the new one.',
      after(
        list({ $contains: { name: '{{other-name}}', owner: two } }),
        { act: who, do: 'create-group', name: '{{other-name}}', participants: [me] },
        changesNumber,
      ),
    ],
    'number-changes-owner-who-left': [
      assumed,
      'A group whose creator left and changes their number is owned by the new one.',
      legacyGroup,
      after(
        list({ $contains: { jid: LEGACY, owner: two } }),
        acts(who, 'leave', { group: LEGACY }),
        changesNumber,
      ),
    ],
    'number-changes-request': [
      'Somebody who asked to join and changes their number is let in by the new one.',
      makeGroup({ join_approval: true }),
      after(
        reads({ members_count: 2, participants: including(member(two)) }),
        acts(who, 'ask'),
        changesNumber,
        acts(me, 'approve', { participant: '{{number2}}' }),
      ),
    ],
    'number-changes-contacts': [
      'Who is a contact of somebody stays one with a new number.',
      makeGroup({}, [one]),
      after(
        reads({ members_count: 3 }),
        { person: '{{number3}}', is: { addable_by: 'contacts', contacts: [who] } },
        { person: '{{second.phone}}', is: { addable_by: 'contacts', contacts: [who, me] } },
        changesNumber,
        acts('{{number2}}', 'add', { participants: ['{{number3}}'] }),
      ),
      changes('add', [second], [done(member(second))]),
    ],
    'number-changes-removed': [
      'Whom an admin removed does not come back by link with a new number.',
      makeGroup({}, [one]),
      changes('remove', [one], [member(one)]),
      after(reads({ members_count: 1 }), changesNumber, isRefusedTo(acts('{{number2}}', 'join'), 403)),
    ],
    'number-changes-departures': [
      'Who left twice cannot be added with a new number either.',
      makeGroup({}, [one]),
      after(
        changes('add', [two], [failed(two, 408)]),
        acts(who, 'leave'),
        acts(who, 'join'),
        acts(who, 'leave'),
        changesNumber,
      ),
    ],
    'number-changes-asked-for': [
      'A request that a member made for somebody tells the new number of the member.',
      makeGroup({ join_approval: true }, [one]),
      after(
        reads({ members_count: 2 }),
        acts(who, 'add', { participants: ['{{number3}}'] }),
        changesNumber,
        waiting({ phone: '{{number3}}', added_by: '{{number2}}' }),
      ),
    ],
    'number-changes-brought': [
      'Whom a linked group brought leaves the community with that group, by a new number as well.',
      makeCommunity(),
      makeGroup({}, [one]),
      link(),
      after(reads({ members_count: 1 }, community), changesNumber, acts('{{number2}}', 'leave')),
    ],
    'number-changes-aliases': [
      'The other numbers of somebody are theirs after a change of the first.',
      makeGroup({}, [one]),
      after(
        changes('add', ['4915100000001'], [failed(two, 409)]),
        { person: who, is: { aliases: ['4915100000001'] } },
        changesNumber,
      ),
    ],
    'number-changes-of-two': [
      assumed,
      'Two numbers that nobody has any more are those of two people.',
      makeGroup(),
      {
        ...after(
          changes('add', [one, '{{number3}}'], [failed(one, 404), failed('{{number3.jid}}', 404)]),
          changesNumber,
          { act: '{{number3}}', do: 'change-number', number: '4915100000001' },
        ),
        capture: { lid: 'participants[0].lid' },
      },
      changes('add', ['{{number3}}'], [{ ...failed('{{number3.jid}}', 404), lid: { $not: '{{lid}}' } }]),
    ],
    'number-changes-to-itself': [
      'A number that is changed to itself is what it was.',
      makeGroup({}, [one]),
      after(
        reads({ participants: including(member(one)) }),
        comesTo({ act: who, do: 'change-number', number: '{{number1}}' }, { group: null, participants: [] }),
      ),
      after(reads({ participants: without(one) }), acts(who, 'leave')),
    ],
    'number-changes-back': [
      assumed,
      'Who changes their number back is who they were, and nobody has the number that they had meanwhile.',
      makeGroup({}, [one]),
      { ...changes('promote', [one], [admin(one)]), capture: { lid: 'participants[0].lid' } },
      after(
        reads({
          members_count: 2,
          participants: { $all: [including({ ...admin(one), lid: '{{lid}}' }), without(two)] },
        }),
        changesNumber,
        { act: '{{number2}}', do: 'change-number', number: '{{number1}}' },
      ),
      changes('add', [two], [failed(two, 404)]),
    ],
    'number-changes-refused': [
      'A number that somebody else has is not taken over, and an account keeps its number.',
      makeGroup({}, [one, two]),
      after(
        reads({ participants: including(member(one), member(two)) }),
        isRefusedTo(changesNumber, 409),
        isRefusedTo({ act: me, do: 'change-number', number: '4915100000001' }, 422),
      ),
    ],
  }),
  ...(['untold', 'left-and-joined'] as const).flatMap((choice) =>
    promises('identity', choice === 'untold' ? restsOn('ruling number-change') : assumed, {
      [`number-change-${choice}`]: [
        decided({ 'number-change': choice }),
        `A number that changes is ${choice === 'untold' ? 'told by no event' : 'told as one that left and one that joined'}, where the ruling number-change is ${choice}.`,
        makeGroup({}, [one]),
        subscribe(),
        told(
          after(update({ topic: '{{topic}}' }), changesNumber),
          ...(choice === 'untold' ? [] : [info({ sender: two, leave: [one], join: [two], join_reason: '' })]),
          info({ sender: first, topic: '{{topic}}' }),
        ),
      ],
    }),
  ),
  ...promises('identity', assumed, {
    'number-change-of-who-waits': [
      decided({ 'number-change': 'left-and-joined' }),
      'A group is told of no change of number by somebody who only asks to come in.',
      makeGroup({ join_approval: true }),
      subscribe(),
      told(
        after(update({ topic: '{{topic}}' }), acts(who, 'ask'), changesNumber),
        info({ sender: first, topic: '{{topic}}' }),
      ),
    ],
    'number-change-lid': [
      decided({ 'number-change': 'left-and-joined' }),
      'Who is called by their LID is called so with a new number too, so no event tells of it.',
      makeGroup({}, [one]),
      subscribe(),
      told(
        after(
          update({ topic: '{{topic}}' }),
          { groupJid: '{{group}}', is: { addressing_mode: 'lid' } },
          changesNumber,
        ),
        info({ topic: '{{topic}}' }),
      ),
    ],
  }),
];
