import type { Case } from '../case.ts';
import { announcement, community, first } from '../cast.ts';
import { creator } from '../people.ts';
import { findAnnouncementGroup, list, makeCommunity, reads } from '../stage.ts';

const name = '{{other-name}}';

/** Making a community, and what it is made of. */
export const communities: readonly Case[] = [
  {
    id: 'communities/create',
    promise: 'Creating a community answers with the community as an object.',
    provenance: 'documented',
    source: 'docs: Create a community',
    steps: [
      {
        ...makeCommunity(),
        expect: { status: [200, 201], body: { success: true, community: { $type: 'object' } } },
      },
    ],
  },
  {
    id: 'communities/create-without-participants',
    promise: 'A community is created by its name alone.',
    provenance: 'documented',
    source: 'docs: Create a community',
    steps: [
      {
        ...makeCommunity(),
        body: { name },
        expect: { status: [200, 201], body: { success: true } },
      },
      reads({ members_count: 1, participants: [creator(first)] }, community),
    ],
  },
  {
    id: 'communities/create-answer',
    promise: 'Creating a community answers 201 with the community as a group with its creator.',
    provenance: 'assumed',
    steps: [
      {
        ...makeCommunity(),
        expect: {
          status: 201,
          body: {
            community: {
              jid: { $matches: '^[0-9]{15,25}@g\\.us$' },
              name,
              topic: '',
              owner: first,
              created_at: { $matches: 'Z$' },
              is_announce: false,
              is_locked: false,
              join_approval: false,
              members_count: 1,
              is_community: true,
              parent_jid: null,
              is_announcement_group: false,
              picture_id: null,
              participants: [creator(first)],
            },
          },
        },
      },
      reads({ name, is_community: true, parent_jid: null, is_announcement_group: false }, community),
    ],
  },
  {
    id: 'communities/two-groups',
    promise: 'A community is listed together with its announcement group, which has the same name.',
    provenance: 'inferred',
    source: 'whatsmeow: types/group.go, IsDefaultSubGroup',
    steps: [
      makeCommunity(),
      list({
        $all: [
          { $contains: { ...community, name, is_announce: false } },
          { $contains: { name, is_announce: true, jid: { $not: '{{community}}' } } },
        ],
      }),
    ],
  },
  {
    id: 'communities/creator-of-both',
    promise: 'Who creates a community is the super admin of it and of its announcement group.',
    provenance: 'inferred',
    source: 'whatsmeow: group.go, CreateGroup',
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      reads({ owner: first, members_count: 1, participants: [creator(first)] }, community),
      reads({ owner: first, members_count: 1, participants: [creator(first)] }, announcement),
    ],
  },
];
