import type { Case } from '../case.ts';
import { community, first, second } from '../cast.ts';
import { creator, failed, including, member } from '../people.ts';
import { isIn, list, makeCommunity, makeGroup, makeGroupInside, reads } from '../stage.ts';

const nothingMade = list({ $lacks: { name: '{{name}}' } });

/** Groups that are made inside a community. */
export const groupsInside: readonly Case[] = [
  {
    id: 'communities/group-inside',
    promise:
      'The option parent_jid makes a group of that community, whose participants belong to the community.',
    provenance: 'inferred',
    source: 'whatsmeow: group.go, ReqCreateGroup',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      {
        ...makeGroupInside([second]),
        expect: {
          status: 201,
          body: { group: { members_count: 2, participants: including(creator(first), member(second)) } },
        },
      },
      reads({ members_count: 2 }, community),
      ...isIn({ ...community, as: 'second' }),
    ],
  },
  {
    id: 'communities/group-inside-answer',
    promise: 'A group made inside a community tells its community, and keeps the other options.',
    provenance: 'assumed',
    steps: [
      makeCommunity(),
      {
        ...makeGroup({ parent_jid: '{{community}}', community: false, locked: true }),
        expect: {
          status: 201,
          body: {
            group: {
              parent_jid: '{{community}}',
              is_community: false,
              is_announcement_group: false,
              is_announce: false,
              is_locked: true,
              members_count: 1,
            },
          },
        },
      },
      list({ $contains: { jid: '{{group}}', parent_jid: '{{community}}', is_announcement_group: false } }),
    ],
  },
  {
    id: 'communities/group-inside-nothing',
    promise: 'No group is made inside a community that nobody made: 404, and nothing is made.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/587944',
    steps: [{ ...makeGroup({ parent_jid: '{{unknown-group}}' }), expect: { status: 404 } }, nothingMade],
  },
  {
    id: 'communities/group-inside-with-a-failed-row',
    promise: 'Who cannot be added to a new group inside a community comes into neither.',
    provenance: 'assumed',
    needs: ['magic-numbers', 'one-number'],
    steps: [
      makeCommunity(),
      {
        ...makeGroupInside(['{{magic.401}}', '{{number1}}']),
        expect: {
          status: 201,
          body: {
            group: {
              members_count: 2,
              participants: including(member('{{number1.jid}}'), failed('{{magic.401}}@s.whatsapp.net', 401)),
            },
          },
        },
      },
      reads({ members_count: 2 }, community),
    ],
  },
];
