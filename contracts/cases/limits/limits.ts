import { community, inCommunity, one, second } from '../../language/cast.ts';
import { addToCommunity, link, makeCommunity, makeGroupInside } from '../../language/communities.ts';
import { admin, done, failed, member, without } from '../../language/people.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { changeIn, changes, join, leaves, makeGroup, readLink } from '../../language/stage.ts';
import { answers, doesNotList, isOutside, reads } from '../../language/views.ts';

/** How many members, admins and groups there can be. The people are made up, in an area code that no country has. */
export const limits = promises('limits', restsOn('field Participant.error'), {
  'members-of-a-group': [
    restsOn('field Participant.error', 'row 500', 'limit group-members'),
    'A group has 1024 members: nobody is added to a full one, 500 in the row, until somebody goes.',
    makeGroup({}, people(1, 1022)),
    changes(
      'add',
      ['{{number1}}', '5500001009999'],
      [done(member(one)), failed(toJid('5500001009999'), 500)],
    ),
    reads({ members_count: 1024, participants: without(toJid('5500001009999')) }),
    changes('remove', ['{{number1}}'], [member(one)]),
    changes('add', ['5500001009999'], [done(member(toJid('5500001009999')))]),
  ],
  'joining-a-full-group': [
    restsOn('status joinGroup 409', 'refusal group-full', 'limit group-members'),
    'Nobody joins a group of 1024 members by its link (409) until somebody goes.',
    makeGroup({}, people(1, 1023)),
    readLink(),
    { ...join('second'), expect: { status: 409 } },
    ...isOutside({ as: 'second' }),
    changes('remove', people(1, 1), people(1, 1).map(member)),
    answers(join('second'), { pending_approval: false }),
  ],
  'admins-of-a-community': [
    restsOn('field Participant.error', 'row 419', 'limit community-admins'),
    'A community has 20 admins, its creator counted: one more is not promoted, 419 in the row.',
    makeCommunity(people(1, 20)),
    changes(
      'promote',
      people(1, 20),
      [...people(1, 19).map((jid) => done(admin(jid))), failed('5500001000020@s.whatsapp.net', 419)],
      community,
    ),
    reads({ participants: { $length: 20 } }, community),
    changes(
      'promote',
      people(19, 1),
      people(19, 1).map((jid) => done(admin(jid))),
      community,
    ),
    changeIn('{{community}}', 'demote', ...people(1, 1)),
    changes(
      'promote',
      people(20, 1),
      people(20, 1).map((jid) => done(admin(jid))),
      community,
    ),
  ],
  'admins-of-a-group': [
    restsOn('behaviour group-admins-have-no-limit'),
    'A group has as many admins as members.',
    makeGroup({}, people(1, 25)),
    changes('promote', people(1, 25), people(1, 25).map(admin)),
    reads({ participants: { $each: { is_admin: true } } }),
  ],
  'members-of-a-community': [
    restsOn('field Participant.error', 'row 419', 'refusal community-full', 'limit community-members'),
    'A community has 5000 members: nobody is added (419 in the row), joins or comes with a group (409).',
    makeCommunity(people(1, 1023)),
    makeGroupInside(),
    readLink(),
    readLink('link-of-community', '{{community}}'),
    ...[1024, 2048, 3072].map((from) => addToCommunity(...people(from, 1024))),
    addToCommunity(...people(4096, 904)),
    reads({ members_count: 5000 }, community),
    changes('add', [second], [failed(second, 419)], community),
    changes('add', [second], [failed(second, 419)]),
    { ...join('second', '{{link-of-community}}'), expect: { status: 409 } },
    { ...join('second'), expect: { status: 409 } },
    // Whoever is in the community already comes into its groups all the same, and their groups into the community.
    changes(
      'add',
      people(1, 1),
      people(1, 1).map((jid) => done(member(jid))),
    ),
    makeGroup({}, people(1, 2)),
    { ...link(), expect: { status: 200 } },
    makeGroup({}, [second]),
    { ...link(), expect: { status: 409 } },
    doesNotList(inCommunity),
    reads({ members_count: 5000 }, community),
    changes('remove', people(1, 1), people(1, 1).map(member), community),
    { ...link(), expect: { status: 200 } },
    reads({ members_count: 5000 }, inCommunity),
    answers(join('second'), { pending_approval: false }),
  ],
  'groups-of-a-community': [
    {
      ...restsOn('refusal too-many-groups-in-community', 'limit community-groups'),
      needs: ['invented-numbers'],
    },
    'A community has 100 groups, its announcement group not counted: one more is refused with 409.',
    makeCommunity(),
    ...Array.from({ length: 100 }, () => makeGroupInside()),
    { ...makeGroupInside(), expect: { status: 409 } },
    leaves(),
    makeGroup(),
    { ...link(), expect: { status: 200 } },
    makeGroup(),
    { ...link(), expect: { status: 409 } },
    reads({ parent_jid: null }),
  ],
});

function people(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => toJid(String(5_500_001_000_000 + from + index)));
}

function toJid(phone: string): string {
  return `${phone}@s.whatsapp.net`;
}
