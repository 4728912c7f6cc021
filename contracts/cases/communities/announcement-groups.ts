import { announcement, community, first, inAnnouncement, second } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { creator } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { JPEG } from '../../language/samples.ts';
import { answers, list, reads } from '../../language/views.ts';

const name = '{{other-name}}';

/** The announcement group that comes with a community, and what it takes over from it. */
export const announcementGroups = promises('communities', assumed, {
  'announcement-group': [
    'The announcement group is linked to its community, sends for admins only and is otherwise as new.',
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
  rename: [
    restsOn('behaviour community-renames-announcement-group'),
    'Renaming a community renames its announcement group.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    answers(
      { call: 'updateGroup', path: community, body: { name: '{{name}}' } },
      { group: { ...community, name: '{{name}}' } },
    ),
    reads({ name: '{{name}}' }, inAnnouncement),
    list({ $all: [{ $contains: { ...announcement, name: '{{name}}' } }, { $lacks: { name } }] }),
  ],
  'topic-and-picture': [
    'An announcement group takes over the topic and the picture of its community.',
    makeCommunity(),
    findAnnouncementGroup(),
    { call: 'updateGroup', path: community, body: { topic: '{{topic}}' } },
    {
      call: 'setGroupPicture',
      path: community,
      body: { image_base64: JPEG },
      capture: { picture: 'picture_id' },
    },
    reads({ name, topic: '{{topic}}', picture_id: '{{picture}}' }, community),
    reads({ name, topic: '{{topic}}', picture_id: '{{picture}}', is_announce: true }, announcement),
  ],
  'own-settings': [
    'Locking a community and turning its approval on does not show on its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    answers(
      { call: 'updateGroup', path: community, body: { locked: true, join_approval: true, name: '{{name}}' } },
      { group: { is_locked: true, join_approval: true } },
    ),
    reads({ is_locked: true, join_approval: true, is_announce: false }, community),
    reads({ name: '{{name}}', is_locked: false, join_approval: false, is_announce: true }, announcement),
  ],
});
