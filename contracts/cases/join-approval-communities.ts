import type { Case } from '../case.ts';
import { announcement, community, inCommunity, second } from '../cast.ts';
import { member } from '../people.ts';
import {
  addToCommunity,
  changes,
  findAnnouncementGroup,
  isIn,
  isOutside,
  isRefused,
  join,
  link,
  makeCommunity,
  makeGroup,
  makeGroupInside,
  readLink,
  reads,
} from '../stage.ts';

const turn = (join_approval: boolean) => ({
  call: 'updateGroup' as const,
  path: community,
  body: { join_approval },
});

/** Communities that ask an admin before somebody joins by link. */
export const joinApprovalOfCommunities: readonly Case[] = [
  {
    id: 'join-approval/community',
    promise: 'Joining a community by link where its approval is on waits, and makes no member.',
    provenance: 'inferred',
    source: 'whatsapp-web: app/492006, app/572147',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      readLink('link', '{{community}}'),
      turn(true),
      {
        ...join('second'),
        expect: { status: 200, body: { pending_approval: true, group_jid: '{{community}}' } },
      },
      ...isOutside(inCommunity),
      isRefused({ ...announcement, as: 'second' }),
      reads({ members_count: 1 }, community),
    ],
  },
  {
    id: 'join-approval/announcement-group',
    promise: 'The link of an announcement group asks where the approval of its community is on.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      findAnnouncementGroup(),
      readLink('link', '{{announcement}}'),
      turn(true),
      {
        ...join('second'),
        expect: { status: 200, body: { pending_approval: true, group_jid: '{{announcement}}' } },
      },
      isRefused({ ...announcement, as: 'second' }),
      isRefused(inCommunity),
    ],
  },
  {
    id: 'join-approval/community-made-with-it',
    promise: 'A community made with approval on asks from the start, until approval is turned off.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      { ...makeGroup({ community: true, join_approval: true }), capture: { community: 'group.jid' } },
      readLink('link', '{{community}}'),
      { ...join('second'), expect: { status: 200, body: { pending_approval: true } } },
      turn(false),
      isRefused(inCommunity),
      { ...join('second'), expect: { status: 200, body: { pending_approval: false } } },
      ...isIn(inCommunity),
    ],
  },
  {
    id: 'join-approval/added-to-community-while-pending',
    promise: 'Being added by an admin makes a member of somebody who waits to come into a community.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      readLink('link', '{{community}}'),
      turn(true),
      join('second'),
      {
        ...addToCommunity(second),
        expect: { status: 200, body: { participants: [member(second)] } },
      },
      ...isIn(inCommunity),
    ],
  },
  {
    id: 'join-approval/group-of-a-community',
    promise:
      'The approval of a community does not guard its groups: their links let in, and into the community.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      turn(true),
      makeGroupInside(),
      readLink(),
      { ...join('second'), expect: { status: 200, body: { pending_approval: false } } },
      reads({ members_count: 2 }, inCommunity),
    ],
  },
  {
    id: 'join-approval/linked-group',
    promise:
      'A linked group with approval on asks by its own link, and the community gets no member by that.',
    provenance: 'assumed',
    needs: ['second-account'],
    steps: [
      makeCommunity(),
      makeGroup({ join_approval: true }),
      link(),
      readLink(),
      { ...join('second'), expect: { status: 200, body: { pending_approval: true } } },
      isRefused({ as: 'second' }),
      isRefused(inCommunity),
      changes('add', [second], [member(second)]),
      reads({ members_count: 2 }, inCommunity),
    ],
  },
];
