import type { Case } from '../case.ts';
import { admin, creator, done, including, member, without } from '../people.ts';
import {
  addToCommunity,
  change,
  changeIn,
  changes,
  doesNotList,
  findAnnouncementGroup,
  isRefused,
  leaves,
  link,
  list,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  reads,
} from '../stage.ts';

const first = '{{first.jid}}';
const second = '{{second.jid}}';
const one = '{{number1.jid}}';
const two = '{{number2.jid}}';
const community = { jid: '{{community}}' };
const announcement = { jid: '{{announcement}}' };

/** Linking a group to a community. */
export const linking: readonly Case[] = [
  {
    id: 'linking/link',
    promise: 'Linking a group answers success, and the group tells its community.',
    provenance: 'assumed',
    steps: [
      makeCommunity(),
      makeGroup(),
      { ...link(), expect: { status: 200, body: { success: true } } },
      reads({ parent_jid: '{{community}}', is_announcement_group: false, is_community: false }),
    ],
  },
  {
    id: 'linking/members-come-along',
    promise: 'Linking a group pulls its members into the community and its announcement group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/621880',
    needs: ['second-account', 'two-numbers'],
    steps: [
      makeCommunity([two]),
      findAnnouncementGroup(),
      makeGroup({}, [second, one, two]),
      link(),
      reads(
        {
          members_count: 4,
          participants: including(creator(first), member(second), member(one), member(two)),
        },
        { ...announcement, as: 'second' },
      ),
      reads({ members_count: 4 }, { ...community, as: 'second' }),
      reads({ members_count: 4, participants: including(creator(first), member(second)) }),
    ],
  },
  {
    id: 'linking/admins-come-as-members',
    promise: 'An admin of a group that is linked comes into the community as a plain member.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      makeGroup({}, [second]),
      change('promote', second),
      link(),
      reads({ participants: including(admin(second)) }),
      reads({ participants: [creator(first)] }, { ...community, as: 'second' }),
      reads({ participants: including(member(second)) }, announcement),
    ],
  },
  {
    id: 'linking/flat-list',
    promise: 'Communities, announcement groups and linked groups are listed side by side.',
    provenance: 'inferred',
    source: 'whatsmeow: group.go, GetJoinedGroups',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      makeGroup({}, [second]),
      link(),
      list(
        {
          $all: [
            { $contains: { jid: '{{group}}', name: '{{name}}' } },
            { $contains: { ...community, name: '{{other-name}}', is_announce: false } },
            { $contains: { name: '{{other-name}}', is_announce: true } },
          ],
        },
        'second',
      ),
    ],
  },
  {
    id: 'linking/link-twice',
    promise: 'A group that is linked already is not linked again, to the same community or to another: 409.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/200176',
    needs: ['second-account'],
    steps: [
      { ...makeCommunity(), capture: { other: 'community.jid' } },
      makeCommunity(),
      makeGroup({}, [second]),
      link(),
      { ...link(), expect: { status: 409 } },
      { ...link(), path: { jid: '{{other}}' }, expect: { status: 409 } },
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
      { ...makeCommunity(), capture: { other: 'community.jid' } },
      makeCommunity(),
      findAnnouncementGroup(),
      {
        call: 'linkGroup',
        path: { jid: '{{other}}' },
        body: { group_jid: '{{community}}' },
        expect: { status: 422 },
      },
      {
        call: 'linkGroup',
        path: { jid: '{{other}}' },
        body: { group_jid: '{{announcement}}' },
        expect: { status: 422 },
      },
      {
        call: 'linkGroup',
        path: community,
        body: { group_jid: '{{community}}' },
        expect: { status: 422 },
      },
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
      {
        call: 'linkGroup',
        path: community,
        body: { group_jid: '{{unknown-group}}' },
        expect: { status: 404 },
      },
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
  {
    id: 'linking/stays-an-ordinary-group',
    promise: 'A linked group keeps the rules of an ordinary group: members rename it, and its community not.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/492006, app/572147',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity(),
      makeGroup({}, [second]),
      link(),
      {
        call: 'updateGroup',
        as: 'second',
        path: { jid: '{{group}}' },
        body: { name: '{{name}} again' },
        expect: { status: 200, body: { group: { name: '{{name}} again' } } },
      },
      reads({ name: '{{other-name}}' }, community),
      { call: 'updateGroup', path: community, body: { name: '{{other-name}} again' } },
      reads({ name: '{{name}} again' }),
      changes('add', [one], [member(one)], { as: 'second' }),
    ],
  },
  {
    id: 'linking/members-in-their-own-right',
    promise:
      'Whoever the community had before a group of theirs was linked stays in it when they leave the group.',
    provenance: 'assumed',
    needs: ['second-account', 'one-number'],
    steps: [
      makeCommunity([second]),
      findAnnouncementGroup(),
      makeGroup({}, [second, one]),
      link(),
      leaves({ as: 'second' }),
      changes('remove', [one], [done(member(one))]),
      reads({ members_count: 2 }, { ...community, as: 'second' }),
      reads(
        { members_count: 2, participants: { $all: [without(one), including(member(second))] } },
        announcement,
      ),
      addToCommunity(one),
      reads({ members_count: 3 }, community),
    ],
  },
];
