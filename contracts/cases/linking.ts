import type { Case } from '../case.ts';
import { announcement, community, first, one, second, two } from '../cast.ts';
import { isPrivate } from '../happenings.ts';
import { admin, creator, done, including, member, without } from '../people.ts';
import {
  addToCommunity,
  change,
  changes,
  findAnnouncementGroup,
  isOutside,
  leaves,
  link,
  list,
  makeCommunity,
  makeGroup,
  reads,
} from '../stage.ts';

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
    id: 'linking/privacy-keeps-out',
    promise: 'Whose privacy forbids it is not pulled into the community by linking, and stays in the group.',
    provenance: 'inferred',
    source: 'whatsapp-web: main/621880',
    needs: ['people', 'second-account', 'one-number'],
    steps: [
      makeCommunity(),
      makeGroup({}, [second, one]),
      { ...link(), meanwhile: [isPrivate('{{second.phone}}')] },
      ...isOutside({ ...community, as: 'second' }),
      reads({ members_count: 2 }, community),
      reads({ members_count: 3 }, { as: 'second' }),
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
