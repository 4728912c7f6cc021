import { announcement, community, first, group } from '../../language/cast.ts';
import { link, unlink } from '../../language/communities.ts';
import { leaves, setTimer, update } from '../../language/stage.ts';
import {
  ANY,
  DONE,
  decidedBy,
  type Facts,
  type Place,
  type Question,
  REFUSED,
  refusedBy,
  statusOf,
} from '../question.ts';
import { groupFields } from './groups.ts';

const FIELDS: Readonly<Record<string, unknown>> = {
  jid: { $matches: '@g\\.us$' },
  name: '{{other-name}}',
  topic: '',
  owner: first,
  created_at: { $matches: '^20\\d\\d-\\d\\d-\\d\\dT' },
  is_announce: { $type: 'boolean' },
  is_locked: { $type: 'boolean' },
  join_approval: { $type: 'boolean' },
  members_count: 1,
  is_community: true,
  parent_jid: null,
  is_announcement_group: false,
  member_add_mode: { $oneOf: ['all', 'admin'] },
  ephemeral_seconds: 0,
  picture_id: null,
  participants: { $type: 'array' },
};

/** What is answered about communities, and by which rules they refuse. In the order in which it is asked. */
export const aboutCommunities: readonly Question[] = [
  {
    id: 'community-fields',
    asks: 'What is answered when a community is made?',
    steps: [
      {
        call: 'createCommunity',
        body: { name: '{{other-name}}', participants: [] },
        capture: { community: 'community.jid' },
        otherwise: {
          call: 'listGroups',
          capture: { community: 'groups[name={{other-name}},is_announce=false].jid' },
        },
      },
    ],
    answers: [statusOf('status createCommunity 201')],
    shows: Object.fromEntries(
      Object.entries(FIELDS).map(([name, is]) => [`field Community.${name}`, { at: 'community', name, is }]),
    ) as Facts<Place>,
  },
  {
    id: 'community-as-group',
    asks: 'Which fields does a community have when it is read as a group?',
    on: ['community'],
    steps: [{ call: 'getGroup', path: community }],
    shows: groupFields({ is_community: true, parent_jid: null, is_announcement_group: false }),
  },
  {
    id: 'announcement-group',
    asks: 'Which fields does an announcement group have?',
    on: ['community', 'announcement'],
    steps: [{ call: 'getGroup', path: announcement }],
    shows: groupFields({ is_community: false, parent_jid: '{{community}}', is_announcement_group: true }),
  },
  {
    id: 'not-a-community',
    asks: 'What is answered when somebody is added to a group as if it were a community?',
    on: ['group'],
    steps: [{ call: 'addCommunityParticipants', path: group, body: { participants: [first] } }],
    answers: [refusedBy('not-a-community')],
  },
  {
    id: 'community-in-community',
    asks: 'What is answered when a community is made inside a community?',
    on: ['community'],
    steps: [
      {
        call: 'createGroup',
        body: {
          name: '{{fourth-name}}',
          participants: [first],
          options: { community: true, parent_jid: '{{community}}' },
        },
        capture: {},
      },
    ],
    answers: [refusedBy('community-in-community')],
  },
  {
    id: 'link',
    asks: 'By which method, path and field is a group linked?',
    on: ['group', 'community'],
    search: 'linkGroup',
    steps: [link()],
    answers: [statusOf('status linkGroup 200')],
    also: ['operation linkGroup', 'field ChildGroup.group_jid', 'schema ChildGroup'],
  },
  {
    id: 'linked-already',
    asks: 'What is answered when a group is linked that is linked already?',
    on: ['group', 'community'],
    steps: [link()],
    answers: [
      refusedBy('linked-already'),
      { when: { status: REFUSED }, means: { 'ruling link-refusal': 'reported' } },
      // It may be that only this one is not told: another is asked about.
      { when: { status: DONE }, means: {} },
    ],
  },
  {
    id: 'link-refusal',
    asks: 'Is it told that a group cannot be linked?',
    on: ['community'],
    steps: [link('{{unknown-group}}')],
    answers: decidedBy('ruling link-refusal', 'swallowed', 'reported'),
  },
  {
    id: 'linked-group',
    asks: 'Which fields does a linked group have that was changed?',
    where: { 'operation linkGroup': ANY },
    on: ['group', 'community', 'locked'],
    steps: [{ call: 'getGroup', path: group }],
    shows: groupFields({
      is_community: false,
      parent_jid: '{{community}}',
      is_announcement_group: false,
      member_add_mode: 'admin',
      picture_id: '{{picture}}',
    }),
    also: ['schema MemberAddMode'],
  },
  {
    id: 'unlink',
    asks: 'By which method, path and field is a group unlinked?',
    on: ['group', 'community'],
    search: 'unlinkGroup',
    steps: [unlink()],
    answers: [statusOf('status unlinkGroup 200')],
    also: ['operation unlinkGroup'],
  },
  {
    id: 'not-linked-here',
    asks: 'What is answered when a group is unlinked that is not linked?',
    where: { 'ruling link-refusal': 'reported' },
    on: ['group', 'community'],
    steps: [unlink()],
    answers: [refusedBy('not-linked-here')],
  },
  {
    id: 'not-on-community',
    asks: 'What is answered to the timer of a community?',
    on: ['community'],
    steps: [{ ...setTimer(604800), path: community }],
    answers: [refusedBy('not-on-community')],
  },
  {
    id: 'not-on-announcement-group',
    asks: 'What is answered to the topic of an announcement group?',
    on: ['community', 'announcement'],
    steps: [{ ...update({ topic: '{{topic}}' }), path: announcement }],
    answers: [refusedBy('not-on-announcement-group')],
  },
  {
    id: 'admins-stay',
    asks: 'What is answered to an admin of a community who leaves its announcement group?',
    on: ['community', 'announcement'],
    steps: [leaves(announcement)],
    answers: [refusedBy('admins-stay-in-announcement-group')],
  },
];

/** Asked last: where it is carried out, the community is gone. */
export const aboutTheEnd: readonly Question[] = [
  {
    id: 'creator-stays',
    asks: 'What is answered to the creator of a community who leaves it?',
    on: ['community'],
    steps: [leaves(community)],
    answers: [refusedBy('creator-stays-in-community')],
  },
];
