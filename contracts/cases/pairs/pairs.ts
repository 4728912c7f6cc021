import type { Step } from '../../language/case.ts';
import { community, group, inCommunity, me, one, second, two, who } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { acts, after, isPrivate, isRefusedTo, waiting } from '../../language/happenings.ts';
import { done, including, member, without } from '../../language/people.ts';
import { assumed, decided, promises, refused, restsOn } from '../../language/promises.ts';
import { change, changes, join, joinPrivately, makeGroup, readLink, update } from '../../language/stage.ts';
import { answers, isOutside, isRefused, reads } from '../../language/views.ts';

const reset: Step = { call: 'resetGroupInviteLink', path: group, capture: { link: 'invite_link' } };
const approve = acts(me, 'approve', { participant: who });
const small = decided({ 'group-members-limit': '2' });

/** The first account adds the second, whose privacy forbids it, and gets `{{code}}` to hand to them. */
const invited: Step = {
  call: 'addGroupParticipants',
  path: group,
  body: { participants: [second] },
  meanwhile: [isPrivate('{{second.phone}}')],
  capture: { code: 'participants[0].add_request.code' },
};

/** Two rules at once, of which each must not undo the other. */
export const pairs = promises('pairs', assumed, {
  'full-group-approves-nobody': [
    small,
    'A full group approves nobody: 409, and the request stays until there is room.',
    makeGroup({ join_approval: true }),
    after(changes('add', [two], [done(member(two))]), acts(who, 'ask')),
    after(
      reads({ members_count: 2, participants: without(one) }),
      isRefusedTo(approve, 409),
      waiting({ phone: who }),
    ),
    change('remove', two),
    after(reads({ members_count: 2, participants: including(member(one)) }), approve),
  ],
  'full-group-and-private-invite': [
    small,
    'A full group lets nobody in by a private invite either: 409, and the invite is not used up.',
    makeGroup(),
    invited,
    changes('add', [one], [done(member(one))]),
    { ...joinPrivately(), expect: refused(409) },
    change('remove', one),
    answers(joinPrivately(), { pending_approval: false }),
  ],
  'removed-by-the-new-link': [
    restsOn('refusal removed-by-admin', 'ruling rejoin-after-removal'),
    'Whom an admin removed is refused by a link that was made after that, too.',
    makeGroup({}, [second]),
    change('remove', second),
    reset,
    { ...join('second'), expect: refused(403) },
    ...isOutside({ as: 'second' }),
  ],
  'reset-leaves-private-invites': [
    'A private invite still lets in after the invite link was reset.',
    makeGroup(),
    invited,
    reset,
    answers(joinPrivately(), { pending_approval: false }),
    reads({ members_count: 2 }, { as: 'second' }),
  ],
  'locked-and-announcing-members-add': [
    restsOn('role add'),
    'Members add also where the group is locked and only admins send: that is for member_add_mode to say.',
    makeGroup({ locked: true, announcement: true }, [second]),
    changes('add', [one], [done(member(one))], { as: 'second' }),
    update({ member_add_mode: 'admin' }),
    {
      call: 'addGroupParticipants',
      as: 'second',
      path: group,
      body: { participants: [two] },
      expect: { status: 403 },
    },
  ],
  'member-decides-nothing': [
    restsOn('role decide-join-request', 'refusal not-an-admin'),
    'A plain member neither approves nor rejects who asks: 403, and the request stays.',
    makeGroup({ join_approval: true }, [second]),
    after(
      reads({ members_count: 2 }),
      acts(who, 'ask'),
      isRefusedTo(acts('{{second.phone}}', 'approve', { participant: who }), 403),
      isRefusedTo(acts('{{second.phone}}', 'reject', { participant: who }), 403),
      waiting({ phone: who }),
    ),
  ],
  'heir-after-promotion': [
    'Who was promoted and demoted again has been there as long as before: the longest-standing becomes admin.',
    makeGroup({}, [one, second]),
    change('promote', one),
    change('demote', one),
    { call: 'leaveGroup', path: group },
    reads({ participants: including({ jid: one, is_admin: true }, member(second)) }, { as: 'second' }),
  ],
  'community-link-reset': [
    restsOn('refusal invite-link-reset'),
    'The link of a community that was reset lets nobody in (410), and the new one does.',
    makeCommunity(),
    readLink('old', '{{community}}'),
    { call: 'resetGroupInviteLink', path: community, capture: { link: 'invite_link' } },
    { ...join('second', '{{old}}'), expect: refused(410) },
    isRefused(inCommunity),
    answers(join('second'), { pending_approval: false }),
    reads({ members_count: 2 }, inCommunity),
  ],
  'community-queue-ends': [
    restsOn('behaviour request-ends'),
    'Nobody waits to come into a community any more after its approval was turned off.',
    makeCommunity(),
    findAnnouncementGroup(),
    { call: 'updateGroup', path: community, body: { join_approval: true } },
    after(
      { call: 'updateGroup', path: community, body: { join_approval: false } },
      acts(who, 'ask', { group: '{{community}}' }),
    ),
    { call: 'updateGroup', path: community, body: { join_approval: true } },
    after(
      reads({ members_count: 1 }, community),
      isRefusedTo(acts(me, 'approve', { group: '{{community}}', participant: who }), 404),
    ),
  ],
  'community-queue-lets-in': [
    restsOn('behaviour approval-makes-a-request'),
    'Who is approved comes into the community and into its announcement group.',
    makeCommunity(),
    findAnnouncementGroup(),
    { call: 'updateGroup', path: community, body: { join_approval: true } },
    after(
      reads({ members_count: 2 }, community),
      acts(who, 'ask', { group: '{{community}}' }),
      acts(me, 'approve', { group: '{{community}}', participant: who }),
    ),
    reads({ participants: including(member(one)) }, { jid: '{{announcement}}' }),
  ],
});
