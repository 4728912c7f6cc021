import type { Case } from '../case.ts';
import { community, first, second } from '../cast.ts';
import { creator, failed, including, member } from '../people.ts';
import { findAnnouncementGroup, isRefused, list, makeCommunity, makeGroup, reads } from '../stage.ts';

const nothingMade = list({ $lacks: { name: '{{name}}' } });

/** Communities made by the options of a new group. */
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
      findAnnouncementGroup('{{name}}'),
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
