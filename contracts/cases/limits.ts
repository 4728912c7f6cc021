import type { Case } from '../case.ts';
import { community, second } from '../cast.ts';
import { admin, done, failed, member, without } from '../people.ts';
import {
  addToCommunity,
  changeIn,
  changes,
  doesNotList,
  isOutside,
  join,
  leaves,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  reads,
} from '../stage.ts';

/** How many members, admins and groups there can be. The people are made up, in an area code that no country has. */
export const limits: readonly Case[] = [
  {
    id: 'limits/members-of-a-group',
    promise: 'A group has 1024 members: nobody is added to a full one, 500 in the row, until somebody goes.',
    provenance: 'assumed',
    needs: ['invented-numbers', 'one-number'],
    steps: [
      makeGroup({}, people(1, 1022)),
      changes(
        'add',
        ['{{number1}}', '5500001009999'],
        [done(member('{{number1.jid}}')), failed(toJid('5500001009999'), 500)],
      ),
      reads({ members_count: 1024, participants: without(toJid('5500001009999')) }),
      changes('remove', ['{{number1}}'], [member('{{number1.jid}}')]),
      changes('add', ['5500001009999'], [done(member(toJid('5500001009999')))]),
    ],
  },
  {
    id: 'limits/joining-a-full-group',
    promise: 'Nobody joins a group of 1024 members by its link (409) until somebody goes.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/148999',
    needs: ['invented-numbers', 'second-account'],
    steps: [
      makeGroup({}, people(1, 1023)),
      readLink(),
      { ...join('second'), expect: { status: 409 } },
      ...isOutside({ as: 'second' }),
      changes('remove', ['5500001000001'], [{}]),
      { ...join('second'), expect: { status: 200, body: { pending_approval: false } } },
    ],
  },
  {
    id: 'limits/admins-of-a-community',
    promise: 'A community has 20 admins, its creator counted: one more is not promoted, 419 in the row.',
    provenance: 'assumed',
    needs: ['invented-numbers'],
    steps: [
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
  },
  {
    id: 'limits/admins-of-a-group',
    promise: 'A group has as many admins as members.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/13727',
    needs: ['invented-numbers'],
    steps: [
      makeGroup({}, people(1, 25)),
      changes('promote', people(1, 25), people(1, 25).map(admin)),
      reads({ participants: { $each: { is_admin: true } } }),
    ],
  },
  {
    id: 'limits/members-of-a-community',
    promise:
      'A community has 5000 members: nobody is added (419 in the row), joins or comes with a group (409).',
    provenance: 'assumed',
    needs: ['invented-numbers', 'second-account'],
    steps: [
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
      doesNotList({ as: 'second', jid: '{{community}}' }),
      reads({ members_count: 5000 }, community),
      changes('remove', people(1, 1), [{}], community),
      { ...link(), expect: { status: 200 } },
      reads({ members_count: 5000 }, { ...community, as: 'second' }),
      { ...join('second'), expect: { status: 200, body: { pending_approval: false } } },
    ],
  },
  {
    id: 'limits/groups-of-a-community',
    promise: 'A community has 100 groups, its announcement group not counted: one more is refused with 409.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/385340',
    needs: ['invented-numbers'],
    steps: [
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
  },
];

function people(from: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => toJid(String(5_500_001_000_000 + from + index)));
}

function toJid(phone: string): string {
  return `${phone}@s.whatsapp.net`;
}
