import type { Case, Step } from '../case.ts';
import { community, second } from '../cast.ts';
import { assumed, refused } from '../known.ts';
import { failed, member } from '../people.ts';
import {
  changes,
  isOutside,
  join,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  reads,
  update,
} from '../stage.ts';

const one = '{{number1.jid}}';
const two = '{{number2.jid}}';

/** Five characters, the last of which is outside the basic plane of Unicode. */
const five = 'Crew🎉';
const six = `${five}!`;

function create(call: 'createGroup' | 'createCommunity', name: string, status: 201 | 422): Step {
  return {
    call,
    body: { name, participants: ['{{first.jid}}'] },
    expect: status === 201 ? { status, body: { success: true } } : refused(422),
  };
}

/** What is promised where a limit is another one than by default. */
export const rulingsLimits: readonly Case[] = [
  {
    id: 'rulings/subject-limit',
    promise:
      'A name has as many characters as the ruling subject-limit says: one more answers 422 everywhere.',
    ...assumed,
    needs: ['rulings'],
    world: { rulings: { 'subject-limit': 5 } },
    steps: [
      create('createCommunity', five, 201),
      create('createCommunity', six, 422),
      create('createGroup', six, 422),
      { ...create('createGroup', five, 201), capture: { group: 'group.jid' } },
      { ...update({ name: six, topic: '{{topic}}' }), expect: refused(422) },
      reads({ name: five, topic: '' }),
      { ...update({ name: 'Créw🎉' }), expect: { status: 200, body: { group: { name: 'Créw🎉' } } } },
    ],
  },
  {
    id: 'rulings/subject-limit-least',
    promise:
      'A name of one character fits where the ruling subject-limit is 1, written as text, and two do not.',
    ...assumed,
    needs: ['rulings'],
    world: { rulings: { 'subject-limit': '1' } },
    steps: [create('createGroup', '🎉', 201), create('createGroup', 'ab', 422)],
  },
  {
    id: 'rulings/subject-limit-most',
    promise:
      'A name of 100 characters fits where the ruling subject-limit is 100, the most that the document takes.',
    ...assumed,
    needs: ['rulings'],
    world: { rulings: { 'subject-limit': 100 } },
    steps: [create('createGroup', five.padEnd(101, 'x'), 201)],
  },
  {
    id: 'rulings/group-members-limit',
    promise:
      'A group has as many members as the ruling group-members-limit says: 500 in the row, 409 by link.',
    ...assumed,
    needs: ['rulings', 'second-account', 'two-numbers'],
    world: { rulings: { 'group-members-limit': 2 } },
    steps: [
      makeGroup(),
      readLink(),
      changes('add', [one, two], [member(one), failed(two, 500)]),
      { ...join('second'), expect: refused(409) },
      reads({ members_count: 2 }),
      // A community and its announcement group have a limit of their own.
      { ...makeCommunity([one, two]), expect: { status: 201, body: { community: { members_count: 3 } } } },
    ],
  },
  {
    id: 'rulings/community-members-limit',
    promise:
      'A community has as many members as the ruling community-members-limit says: 419 in the row, and 409 by a group.',
    ...assumed,
    needs: ['rulings', 'second-account', 'one-number'],
    world: { rulings: { 'community-members-limit': 2 } },
    steps: [
      makeCommunity([one]),
      readLink('link', '{{community}}'),
      changes('add', [second], [failed(second, 419)], community),
      { ...join('second'), expect: refused(409) },
      makeGroup({}, [second]),
      { ...link(), expect: refused(409) },
      ...isOutside({ ...community, as: 'second' }),
      reads({ members_count: 2 }, community),
    ],
  },
  {
    id: 'rulings/community-groups-limit',
    promise:
      'A community has as many groups as the ruling community-groups-limit says: one more answers 409.',
    ...assumed,
    needs: ['rulings'],
    world: { rulings: { 'community-groups-limit': 1 } },
    steps: [
      makeCommunity(),
      makeGroup(),
      { ...link(), expect: { status: 200, body: { success: true } } },
      { ...makeGroupInside(), expect: refused(409) },
      makeGroup(),
      { ...link(), expect: refused(409) },
      reads({ parent_jid: null }),
    ],
  },
  {
    id: 'rulings/community-groups-limit-none',
    promise: 'A community without room for any group has its announcement group all the same.',
    ...assumed,
    needs: ['rulings'],
    world: { rulings: { 'community-groups-limit': 0 } },
    steps: [
      makeCommunity(),
      { ...makeGroupInside(), expect: refused(409) },
      {
        call: 'listGroups',
        expect: { status: 200, body: { groups: { $contains: { is_announcement_group: true } } } },
      },
    ],
  },
];
