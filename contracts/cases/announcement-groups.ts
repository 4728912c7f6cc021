import type { Case } from '../case.ts';
import { announcement, community, first } from '../cast.ts';
import { creator } from '../people.ts';
import { findAnnouncementGroup, list, makeCommunity, reads } from '../stage.ts';

const name = '{{other-name}}';

/** The announcement group that comes with a community, and what it takes over from it. */
export const announcementGroups: readonly Case[] = [
  {
    id: 'communities/announcement-group',
    promise:
      'The announcement group is linked to its community, sends for admins only and is otherwise as new.',
    provenance: 'assumed',
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      list({
        $all: [
          { $contains: { ...community, is_community: true, is_announcement_group: false, parent_jid: null } },
          {
            $contains: {
              ...announcement,
              is_community: false,
              is_announcement_group: true,
              parent_jid: '{{community}}',
            },
          },
        ],
      }),
      reads(
        {
          name,
          topic: '',
          owner: first,
          is_announce: true,
          is_locked: false,
          join_approval: false,
          members_count: 1,
          is_community: false,
          parent_jid: '{{community}}',
          is_announcement_group: true,
          member_add_mode: 'all',
          ephemeral_seconds: 0,
          picture_id: null,
          participants: [creator(first)],
        },
        announcement,
      ),
    ],
  },
  {
    id: 'communities/rename',
    promise: 'Renaming a community renames its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/771972',
    needs: ['second-account'],
    steps: [
      makeCommunity(['{{second.jid}}']),
      findAnnouncementGroup(),
      {
        call: 'updateGroup',
        path: community,
        body: { name: '{{name}}' },
        expect: { status: 200, body: { group: { ...community, name: '{{name}}' } } },
      },
      reads({ name: '{{name}}' }, { ...announcement, as: 'second' }),
      list({ $all: [{ $contains: { ...announcement, name: '{{name}}' } }, { $lacks: { name } }] }),
    ],
  },
  {
    id: 'communities/topic-and-picture',
    promise: 'An announcement group takes over the topic and the picture of its community.',
    provenance: 'assumed',
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      { call: 'updateGroup', path: community, body: { topic: '{{topic}}' } },
      {
        call: 'setGroupPicture',
        path: community,
        body: { image_base64: '/9j/4AAQ' },
        capture: { picture: 'picture_id' },
      },
      reads({ name, topic: '{{topic}}', picture_id: '{{picture}}' }, community),
      reads({ name, topic: '{{topic}}', picture_id: '{{picture}}', is_announce: true }, announcement),
    ],
  },
  {
    id: 'communities/own-settings',
    promise: 'Locking a community and turning its approval on does not show on its announcement group.',
    provenance: 'assumed',
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      {
        call: 'updateGroup',
        path: community,
        body: { locked: true, join_approval: true, name: '{{name}}' },
        expect: { status: 200, body: { group: { is_locked: true, join_approval: true } } },
      },
      reads({ is_locked: true, join_approval: true, is_announce: false }, community),
      reads({ name: '{{name}}', is_locked: false, join_approval: false, is_announce: true }, announcement),
    ],
  },
];
