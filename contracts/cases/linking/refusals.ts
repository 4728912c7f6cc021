import { announcement, community, one, second } from '../../language/cast.ts';
import {
  findAnnouncementGroup,
  link,
  makeCommunity,
  makeGroupInside,
  makeOtherCommunity,
} from '../../language/communities.ts';
import { assumed, inferred, promises, restsOn } from '../../language/promises.ts';
import { change, changeIn, makeGroup } from '../../language/stage.ts';
import { doesNotList, isRefused, list, reads } from '../../language/views.ts';

/** Groups that are not linked, and those who do not link them. */
export const linkRefusals = promises('linking', restsOn('role be-linked'), {
  'link-twice': [
    'A group that is linked already is not linked again, to the same community or to another: 409.',
    makeOtherCommunity(),
    makeCommunity(),
    makeGroup({}, [second]),
    link(),
    { ...link(), expect: { status: 409 } },
    { ...link('{{group}}', '{{other}}'), expect: { status: 409 } },
    doesNotList({ as: 'second', jid: '{{other}}' }),
  ],
  'made-inside-is-linked': [
    'A group that was made inside a community is linked: linking it again is refused with 409.',
    makeCommunity(),
    makeGroupInside(),
    { ...link(), expect: { status: 409 } },
  ],
  'no-ordinary-group': [
    assumed,
    'A community or an announcement group is not linked: 422, and nothing changes.',
    makeOtherCommunity(),
    makeCommunity(),
    findAnnouncementGroup(),
    { ...link('{{community}}', '{{other}}'), expect: { status: 422 } },
    { ...link('{{announcement}}', '{{other}}'), expect: { status: 422 } },
    { ...link('{{community}}'), expect: { status: 422 } },
    list({
      $all: [
        { $contains: { ...community, parent_jid: null } },
        { $contains: { ...announcement, parent_jid: '{{community}}' } },
      ],
    }),
  ],
  'unknown-group': [
    'A group that nobody made is not linked: 404.',
    makeCommunity(),
    { ...link('{{unknown-group}}'), expect: { status: 404 } },
    reads({ members_count: 1 }, community),
  ],
  'admin-of-the-group-only': [
    inferred('whatsapp-web: main/385340'),
    'Who is no admin of the community does not link a group to it: 403, and nobody is pulled in.',
    makeCommunity([second]),
    { ...makeGroup({}, [one]), as: 'second' },
    { ...link(), as: 'second', expect: { status: 403 } },
    reads({ members_count: 2 }, community),
    changeIn('{{community}}', 'promote', second),
    { ...link(), as: 'second', expect: { status: 200 } },
    reads({ members_count: 3 }, community),
  ],
  'admin-of-the-community-only': [
    'Who is no admin of a group does not link it: 403, and nobody is pulled in.',
    makeCommunity([second]),
    changeIn('{{community}}', 'promote', second),
    makeGroup({}, [second, one]),
    { ...link(), as: 'second', expect: { status: 403 } },
    reads({ members_count: 2 }, community),
    change('promote', second),
    { ...link(), as: 'second', expect: { status: 200 } },
    reads({ members_count: 3 }, community),
  ],
  'outside-the-group': [
    'Who does not take part in a group does not link it: 403.',
    makeCommunity([second]),
    changeIn('{{community}}', 'promote', second),
    makeGroup(),
    { ...link(), as: 'second', expect: { status: 403 } },
    isRefused({ as: 'second' }),
    { ...link(), expect: { status: 200 } },
  ],
});
