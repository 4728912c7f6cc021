import { community, first, inCommunity, one, second } from '../../language/cast.ts';
import { makeCommunity, makeGroupInside } from '../../language/communities.ts';
import { creator, failed, including, member } from '../../language/people.ts';
import { assumed, inferred, promises, restsOn } from '../../language/promises.ts';
import { makeGroup } from '../../language/stage.ts';
import { answers, isIn, list, reads } from '../../language/views.ts';

const nothingMade = list({ $lacks: { name: '{{name}}' } });

/** Groups that are made inside a community. */
export const groupsInside = promises('communities', assumed, {
  'group-inside': [
    restsOn('behaviour made-inside-is-linked'),
    'The option parent_jid makes a group of that community, whose participants belong to the community.',
    makeCommunity(),
    answers(makeGroupInside([second]), {
      group: { members_count: 2, participants: including(creator(first), member(second)) },
    }),
    reads({ members_count: 2 }, community),
    ...isIn(inCommunity),
  ],
  'group-inside-answer': [
    'A group made inside a community tells its community, and keeps the other options.',
    makeCommunity(),
    answers(makeGroup({ parent_jid: '{{community}}', community: false, locked: true }), {
      group: {
        parent_jid: '{{community}}',
        is_community: false,
        is_announcement_group: false,
        is_announce: false,
        is_locked: true,
        members_count: 1,
      },
    }),
    list({ $contains: { jid: '{{group}}', parent_jid: '{{community}}', is_announcement_group: false } }),
  ],
  'group-inside-nothing': [
    inferred('whatsapp-web: main/587944'),
    'No group is made inside a community that nobody made: 404, and nothing is made.',
    { ...makeGroup({ parent_jid: '{{unknown-group}}' }), expect: { status: 404 } },
    nothingMade,
  ],
  'group-inside-with-a-failed-row': [
    'Who cannot be added to a new group inside a community comes into neither.',
    makeCommunity(),
    answers(makeGroupInside(['{{magic.401}}', '{{number1}}']), {
      group: {
        members_count: 2,
        participants: including(member(one), failed('{{magic.401}}@s.whatsapp.net', 401)),
      },
    }),
    reads({ members_count: 2 }, community),
  ],
});
