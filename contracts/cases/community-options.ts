import type { Case } from '../case.ts';
import { creator, failed, including, member } from '../people.ts';
import {
  findAnnouncementGroup,
  isIn,
  isRefused,
  list,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  reads,
} from '../stage.ts';

const first = '{{first.jid}}';
const second = '{{second.jid}}';
const community = { jid: '{{community}}' };
const nothingMade = list({ $lacks: { name: '{{name}}' } });

/** Communities, and groups inside them, made by the options of a new group. */
export const communityOptions: readonly Case[] = [
  {
    id: 'communities/option-community',
    promise: 'The option community makes a community instead of a group.',
    provenance: 'documented',
    source: 'docs: Create group',
    needs: ['one-number'],
    steps: [
      { ...makeGroup({ community: true }), expect: { status: 201, body: { group: { name: '{{name}}' } } } },
      {
        call: 'addCommunityParticipants',
        path: { jid: '{{group}}' },
        body: { participants: ['{{number1}}'] },
        expect: { status: 200, body: { jid: '{{group}}', participants: [{ jid: '{{number1.jid}}' }] } },
      },
    ],
  },
  {
    id: 'communities/option-community-is-whole',
    promise:
      'A community made by the option is like any other: an announcement group, and its participants there.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      {
        ...makeGroup({ community: true, locked: true, join_approval: true }, [second, 'nobody0000@lid']),
        capture: { community: 'group.jid' },
        expect: {
          status: 201,
          body: {
            group: {
              is_community: true,
              is_announce: false,
              is_locked: true,
              join_approval: true,
              members_count: 2,
              participants: [creator(first), failed('nobody0000@lid', 404)],
            },
          },
        },
      },
      findAnnouncementGroup(),
      reads(
        {
          name: '{{name}}',
          is_announce: true,
          is_locked: false,
          members_count: 2,
          participants: including(creator(first), member(second)),
        },
        { jid: '{{announcement}}', as: 'second' },
      ),
    ],
  },
  {
    id: 'communities/option-community-off',
    promise: 'The option community set to false makes a group, which takes the other options.',
    provenance: 'documented',
    source: 'docs: Create group',
    steps: [
      {
        ...makeGroup({ community: false, announcement: true }),
        expect: { status: 201, body: { group: { name: '{{name}}', is_announce: true } } },
      },
    ],
  },
  {
    id: 'communities/option-announcement',
    promise: 'No community is made that is an announcement group itself: 422, and nothing is made.',
    provenance: 'assumed',
    steps: [{ ...makeGroup({ community: true, announcement: true }), expect: { status: 422 } }, nothingMade],
  },
  {
    id: 'communities/option-community-inside',
    promise: 'No community is made inside a community: 422, and nothing is made.',
    provenance: 'assumed',
    steps: [
      makeCommunity(),
      {
        ...makeGroup({ community: true, parent_jid: '{{community}}' }),
        expect: { status: 422 },
      },
      nothingMade,
    ],
  },
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
  {
    id: 'communities/outsider',
    promise: 'Nobody outside a community reads it, or its announcement group.',
    provenance: 'inferred',
    source: 'whatsmeow: errors.go, ErrNotInGroup',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      isRefused({ ...community, as: 'second' }),
      isRefused({ jid: '{{announcement}}', as: 'second' }),
      list({ $lacks: { name: '{{other-name}}' } }, 'second'),
    ],
  },
];
