import { CHILD_GROUP } from '../../language/arguments.ts';
import type { RefusedStatus, Step, StepOf } from '../../language/case.ts';
import { announcement, community } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { makeGroup } from '../../language/stage.ts';
import { list, reads } from '../../language/views.ts';

const SOMEONE = { participants: ['{{number1}}'] };

const OWN = { [CHILD_GROUP]: '{{own}}' } as const;

const calls = [
  { call: 'addCommunityParticipants', body: SOMEONE, slug: 'add', todo: 'Adding to' },
  { call: 'removeCommunityParticipants', body: SOMEONE, slug: 'remove', todo: 'Removing from' },
  { call: 'linkGroup', body: OWN, slug: 'link', todo: 'Linking a group to' },
  { call: 'unlinkGroup', body: OWN, slug: 'unlink', todo: 'Unlinking a group from' },
] as const;

/** What is no community, is not there, or is not theirs, where a call takes a community. */
export const communityEndpoints = calls.flatMap(({ slug, todo, ...step }) => {
  const on = (jid: string, status: RefusedStatus): Step => ({ ...step, path: { jid }, expect: { status } });
  const own: StepOf<'createGroup'> = { ...makeGroup(), capture: { own: 'group.jid' } };
  return promises('communities', restsOn(`status ${step.call} 422`), {
    [`${slug}-no-community`]: [
      `${todo} an ordinary group as if it were a community is refused with 422, and nothing changes.`,
      own,
      makeGroup({}, ['{{number1}}']),
      on('{{group}}', 422),
      reads({ members_count: 2, parent_jid: null, is_community: false }),
    ],
    [`${slug}-announcement-group`]: [
      `${todo} an announcement group as if it were a community is refused with 422, and nothing changes.`,
      own,
      makeCommunity(['{{number1}}']),
      findAnnouncementGroup(),
      on('{{announcement}}', 422),
      reads({ members_count: 2 }, announcement),
      list({ $contains: { jid: '{{own}}', parent_jid: null } }),
    ],
    [`${slug}-unknown`]: [
      restsOn(`status ${step.call} 404`, `operation ${step.call}`),
      `${todo} a community that nobody made is refused with 404.`,
      own,
      on('{{unknown-group}}', 404),
    ],
    [`${slug}-outsider`]: [
      restsOn('refusal not-a-participant'),
      `${todo} a community in which one takes no part is refused with 403, and nothing changes.`,
      { ...own, as: 'second' },
      makeCommunity(['{{number1}}']),
      { ...on('{{community}}', 403), as: 'second' },
      reads({ members_count: 2 }, community),
    ],
  });
});
