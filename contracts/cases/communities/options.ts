import { first, group, inAnnouncement, inCommunity, one, second } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { creator, failed, including, member } from '../../language/people.ts';
import { assumed, promises, restsOn } from '../../language/promises.ts';
import { makeGroup } from '../../language/stage.ts';
import { answers, isRefused, list, reads } from '../../language/views.ts';

const nothingMade = list({ $lacks: { name: '{{name}}' } });

/** Communities made by the options of a new group. */
export const communityOptions = promises('communities', assumed, {
  'option-community': [
    restsOn('operation createGroup'),
    'The option community makes a community instead of a group.',
    answers(makeGroup({ community: true }), { group: { name: '{{name}}' } }),
    answers(
      { call: 'addCommunityParticipants', path: group, body: { participants: ['{{number1}}'] } },
      { jid: '{{group}}', participants: [{ jid: one }] },
    ),
  ],
  'option-community-is-whole': [
    'A community made by the option is like any other: an announcement group, and its participants there.',
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
      inAnnouncement,
    ),
  ],
  'option-community-off': [
    restsOn('operation createGroup'),
    'The option community set to false makes a group, which takes the other options.',
    answers(makeGroup({ community: false, announcement: true }, [one]), {
      group: { name: '{{name}}', is_announce: true },
    }),
  ],
  'option-announcement': [
    'No community is made that is an announcement group itself: 422, and nothing is made.',
    { ...makeGroup({ community: true, announcement: true }), expect: { status: 422 } },
    nothingMade,
  ],
  'option-community-inside': [
    'No community is made inside a community: 422, and nothing is made.',
    makeCommunity(),
    { ...makeGroup({ community: true, parent_jid: '{{community}}' }), expect: { status: 422 } },
    nothingMade,
  ],
  outsider: [
    restsOn('refusal not-a-participant'),
    'Nobody outside a community reads it, or its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    isRefused(inCommunity),
    isRefused(inAnnouncement),
    list({ $lacks: { name: '{{other-name}}' } }, 'second'),
  ],
});
