import { announcement, community, first, second } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { after, shows } from '../../language/happenings.ts';
import { creator } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { answers, list, reads } from '../../language/views.ts';

const name = '{{other-name}}';

/** Making a community, and what it is made of. */
export const communities = promises('communities', restsOn('operation createCommunity'), {
  create: [
    'Creating a community answers with the community as an object.',
    {
      ...makeCommunity(),
      expect: { status: [200, 201], body: { success: true, community: { $type: 'object' } } },
    },
  ],
  'create-without-participants': [
    'A community is created by its name alone.',
    { ...makeCommunity(), body: { name }, expect: { status: [200, 201], body: { success: true } } },
    reads({ members_count: 1, participants: [creator(first)] }, community),
  ],
  'create-without-participants-answer': [
    assumed,
    'A community that is created by its name alone is answered with its creator and nobody else.',
    answers({ ...makeCommunity(), body: { name } }, { community: { participants: [creator(first)] } }),
  ],
  'create-answer': [
    assumed,
    'Creating a community answers 201 with the community as a group with its creator.',
    answers(makeCommunity(), {
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
    }),
    reads({ name, is_community: true, parent_jid: null, is_announcement_group: false }, community),
  ],
  'two-groups': [
    restsOn('behaviour community-has-announcement-group'),
    'A community is listed together with its announcement group, which has the same name.',
    makeCommunity(),
    list({
      $all: [
        { $contains: { ...community, name, is_announce: false } },
        { $contains: { name, is_announce: true, jid: { $not: '{{community}}' } } },
      ],
    }),
  ],
  'created-with-both': [
    assumed,
    'Who is put into a community at its creation is among those with whom both of its groups were created.',
    makeCommunity([second]),
    findAnnouncementGroup(),
    after(
      reads({ members_count: 2 }, community),
      shows('/events?phone={{second.phone}}', {
        events: {
          $all: ['{{community}}', '{{announcement}}'].map((group_jid) => ({
            $contains: { group_jid, kind: 'created', people: { $contains: '{{second.phone}}' } },
          })),
        },
      }),
    ),
  ],
  'creator-of-both': [
    restsOn('behaviour creator-is-super-admin'),
    'Who creates a community is the super admin of it and of its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    reads({ owner: first, members_count: 1, participants: [creator(first)] }, community),
    reads({ owner: first, members_count: 1, participants: [creator(first)] }, announcement),
  ],
});
