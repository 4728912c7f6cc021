import type { Step } from '../../language/case.ts';
import { community, first, inCommunity, one, second, two } from '../../language/cast.ts';
import { link, makeCommunity, makeGroupInside } from '../../language/communities.ts';
import { after, shows } from '../../language/happenings.ts';
import { done, failed, member } from '../../language/people.ts';
import { assumed, decided, promises, refused } from '../../language/promises.ts';
import { changes, join, makeGroup, readLink, update } from '../../language/stage.ts';
import { answers, isOutside, reads } from '../../language/views.ts';

/** Five characters, the last of which is outside the basic plane of Unicode. */
const five = 'Crew🎉';
const six = `${five}!`;

function create(call: 'createGroup' | 'createCommunity', name: string, status: 201 | 422 = 201): Step {
  return {
    call,
    body: { name, participants: [first] },
    expect: status === 201 ? { status, body: { success: true } } : refused(422),
  };
}

/** What is promised where a limit is another one than by default. */
export const rulingsLimits = promises('rulings', assumed, {
  'subject-limit': [
    decided({ 'subject-limit': 5 }),
    'A name has as many characters as the ruling subject-limit says: one more answers 422 everywhere.',
    create('createCommunity', five),
    create('createCommunity', six, 422),
    create('createGroup', six, 422),
    answers({ ...makeGroup(), body: { name: five, participants: [first] } }, { success: true }),
    { ...update({ name: six, topic: '{{topic}}' }), expect: refused(422) },
    reads({ name: five, topic: '' }),
    answers(update({ name: 'Créw🎉' }), { group: { name: 'Créw🎉' } }),
  ],
  'subject-limit-least': [
    decided({ 'subject-limit': '1' }),
    'A name of one character fits where the ruling subject-limit is 1, written as text, and two do not.',
    create('createGroup', '🎉'),
    create('createGroup', 'ab', 422),
  ],
  'subject-limit-most': [
    decided({ 'subject-limit': 100 }),
    'A name of 100 characters fits where the ruling subject-limit is 100, the most that the document takes.',
    create('createGroup', five.padEnd(101, 'x')),
  ],
  'group-members-limit': [
    decided({ 'group-members-limit': 2 }),
    'A group has as many members as the ruling group-members-limit says: 500 in the row, 409 by link.',
    makeGroup(),
    readLink(),
    changes('add', [one, two], [done(member(one)), failed(two, 500)]),
    { ...join('second'), expect: refused(409) },
    reads({ members_count: 2 }),
    // A community and its announcement group have a limit of their own.
    answers(makeCommunity([one, two]), { community: { members_count: 3 } }),
  ],
  'group-members-limit-with-approval': [
    decided({ 'group-members-limit': 1 }),
    'Nobody asks to join a group that is full: its link answers 409 where join approval is on as well.',
    makeGroup({ join_approval: true }),
    readLink(),
    { ...join('second'), expect: refused(409) },
    after(reads({ members_count: 1 }), shows('/join-requests', { join_requests: [] })),
  ],
  'community-members-limit': [
    decided({ 'community-members-limit': 2 }),
    'A community has as many members as the ruling community-members-limit says: 419 in the row, and 409 by a group.',
    makeCommunity([one]),
    readLink('link', '{{community}}'),
    changes('add', [second], [failed(second, 419)], community),
    { ...join('second'), expect: refused(409) },
    makeGroup({}, [second]),
    { ...link(), expect: refused(409) },
    ...isOutside(inCommunity),
    reads({ members_count: 2 }, community),
  ],
  'community-groups-limit': [
    decided({ 'community-groups-limit': 1 }),
    'A community has as many groups as the ruling community-groups-limit says: one more answers 409.',
    makeCommunity(),
    makeGroup(),
    answers(link(), { success: true }),
    { ...makeGroupInside(), expect: refused(409) },
    makeGroup(),
    { ...link(), expect: refused(409) },
    reads({ parent_jid: null }),
  ],
  'community-groups-limit-none': [
    decided({ 'community-groups-limit': 0 }),
    'A community without room for any group has its announcement group all the same.',
    makeCommunity(),
    { ...makeGroupInside(), expect: refused(409) },
    answers({ call: 'listGroups' }, { groups: { $contains: { is_announcement_group: true } } }),
  ],
});
