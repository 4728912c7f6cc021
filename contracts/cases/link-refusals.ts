import type { Case } from '../case.ts';
import {
  change,
  changeIn,
  doesNotList,
  findAnnouncementGroup,
  isRefused,
  link,
  list,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  makeOtherCommunity,
  reads,
} from '../stage.ts';

const second = '{{second.jid}}';
const one = '{{number1.jid}}';
const community = { jid: '{{community}}' };
const announcement = { jid: '{{announcement}}' };

/** Groups that are not linked, and those who do not link them. */
export const linkRefusals: readonly Case[] = [
  {
    id: 'linking/link-twice',
    promise: 'A group that is linked already is not linked again, to the same community or to another: 409.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176',
    needs: ['second-account'],
    steps: [
      makeOtherCommunity(),
      makeCommunity(),
      makeGroup({}, [second]),
      link(),
      { ...link(), expect: { status: 409 } },
      { ...link('{{group}}', '{{other}}'), expect: { status: 409 } },
      doesNotList({ as: 'second', jid: '{{other}}' }),
    ],
  },
  {
    id: 'linking/made-inside-is-linked',
    promise: 'A group that was made inside a community is linked: linking it again is refused with 409.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176',
    steps: [makeCommunity(), makeGroupInside(), { ...link(), expect: { status: 409 } }],
  },
  {
    id: 'linking/no-ordinary-group',
    promise: 'A community or an announcement group is not linked: 422, and nothing changes.',
    provenance: 'assumed',
    steps: [
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
  },
  {
    id: 'linking/unknown-group',
    promise: 'A group that nobody made is not linked: 404.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176',
    steps: [
      makeCommunity(),
      { ...link('{{unknown-group}}'), expect: { status: 404 } },
      reads({ members_count: 1 }, community),
    ],
  },
  {
    id: 'linking/admin-of-the-group-only',
    promise: 'Who is no admin of the community does not link a group to it: 403, and nobody is pulled in.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/385340',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([second]),
      { ...makeGroup({}, [one]), as: 'second' },
      { ...link(), as: 'second', expect: { status: 403 } },
      reads({ members_count: 2 }, community),
      changeIn('{{community}}', 'promote', second),
      { ...link(), as: 'second', expect: { status: 200 } },
      reads({ members_count: 3 }, community),
    ],
  },
  {
    id: 'linking/admin-of-the-community-only',
    promise: 'Who is no admin of a group does not link it: 403, and nobody is pulled in.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([second]),
      changeIn('{{community}}', 'promote', second),
      makeGroup({}, [second, one]),
      { ...link(), as: 'second', expect: { status: 403 } },
      reads({ members_count: 2 }, community),
      change('promote', second),
      { ...link(), as: 'second', expect: { status: 200 } },
      reads({ members_count: 3 }, community),
    ],
  },
  {
    id: 'linking/outside-the-group',
    promise: 'Who does not take part in a group does not link it: 403.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176',
    needs: ['second-account'],
    steps: [
      makeCommunity([second]),
      changeIn('{{community}}', 'promote', second),
      makeGroup(),
      { ...link(), as: 'second', expect: { status: 403 } },
      isRefused({ as: 'second' }),
      { ...link(), expect: { status: 200 } },
    ],
  },
];
