import type { OperationId } from '../../spec/index.ts';
import type { Case, Step, Template } from '../case.ts';
import { CHILD_GROUP, findAnnouncementGroup, list, makeCommunity, makeGroup, reads } from '../stage.ts';

const SOMEONE = { participants: ['{{number1}}'] };

const calls: readonly { call: OperationId; body: Template; slug: string; todo: string }[] = [
  { call: 'addCommunityParticipants', body: SOMEONE, slug: 'add', todo: 'Adding to' },
  { call: 'removeCommunityParticipants', body: SOMEONE, slug: 'remove', todo: 'Removing from' },
  { call: 'linkGroup', body: { [CHILD_GROUP]: '{{own}}' }, slug: 'link', todo: 'Linking a group to' },
  { call: 'unlinkGroup', body: { [CHILD_GROUP]: '{{own}}' }, slug: 'unlink', todo: 'Unlinking a group from' },
];

/** What is no community, is not there, or is not theirs, where a call takes a community. */
export const communityEndpoints: readonly Case[] = calls.flatMap(({ call, body, slug, todo }): Case[] => {
  const on = (jid: Template, status: number): Step => ({ call, path: { jid }, body, expect: { status } });
  const own: Step = { ...makeGroup(), capture: { own: 'group.jid' } };
  return [
    {
      id: `communities/${slug}-no-community`,
      promise: `${todo} an ordinary group as if it were a community is refused with 422, and nothing changes.`,
      provenance: 'assumed',
      needs: ['one-number'],
      steps: [
        own,
        makeGroup({}, ['{{number1}}']),
        on('{{group}}', 422),
        reads({ members_count: 2, parent_jid: null, is_community: false }),
      ],
    },
    {
      id: `communities/${slug}-announcement-group`,
      promise: `${todo} an announcement group as if it were a community is refused with 422, and nothing changes.`,
      provenance: 'assumed',
      needs: ['one-number'],
      steps: [
        own,
        makeCommunity(['{{number1}}']),
        findAnnouncementGroup(),
        on('{{announcement}}', 422),
        reads({ members_count: 2 }, { jid: '{{announcement}}' }),
        list({ $contains: { jid: '{{own}}', parent_jid: null } }),
      ],
    },
    {
      id: `communities/${slug}-unknown`,
      promise: `${todo} a community that nobody made is refused with 404.`,
      // That the path of linking is this one is a guess.
      ...(body === SOMEONE
        ? { provenance: 'documented', source: 'docs: Errors' }
        : { provenance: 'assumed' }),
      needs: ['one-number'],
      steps: [own, on('{{unknown-group}}', 404)],
    },
    {
      id: `communities/${slug}-outsider`,
      promise: `${todo} a community in which one takes no part is refused with 403, and nothing changes.`,
      provenance: 'inferred',
      source: 'whatsmeow: errors.go, ErrNotInGroup',
      needs: ['second-account', 'one-number'],
      steps: [
        { ...own, as: 'second' },
        makeCommunity(['{{number1}}']),
        { ...on('{{community}}', 403), as: 'second' },
        reads({ members_count: 2 }, { jid: '{{community}}' }),
      ],
    },
  ];
});
