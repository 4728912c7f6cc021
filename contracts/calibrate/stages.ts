import type { Step } from '../language/case.ts';
import { second } from '../language/cast.ts';
import { findAnnouncementGroup, makeNamedCommunity } from '../language/communities.ts';
import { subscribe } from '../language/deliveries.ts';
import { join, makeGroup, readLink, setTimer, update } from '../language/stage.ts';

/** What questions stand on, in the order in which it is done. Each is done once, when the first question needs it. */
export const STAGES = {
  /** The webhook of the second account is for "all". */
  'all-events': [
    subscribe('second', { enabled_events: ['all'], webhook_url: '{{all-events}}', secret: '{{secret}}' }),
  ],
  /** `{{group}}`, in which the first account is alone, and which has join approval. */
  group: [makeGroup({ join_approval: true })],
  /** `{{link}}`. */
  link: [readLink()],
  /** It has no join approval any more. */
  open: [update({ join_approval: false })],
  /** The second account takes part in it. */
  member: [{ ...join('second'), capture: { joined: 'group_jid' } }],
  /** It is locked, and only admins add people. */
  locked: [update({ locked: true, member_add_mode: 'admin', join_approval: true })],
  /** The webhook of the second account is for what happens to groups and to its device. */
  events: [
    subscribe('second', {
      enabled_events: ['group.info', 'group.joined', 'device.disconnected'],
      secret: '{{secret}}',
    }),
  ],
  /** It is unlocked, and several things more are changed at once. */
  changed: [
    update({
      name: '{{third-name}}',
      topic: '{{topic}}',
      locked: false,
      announcement: true,
      join_approval: false,
    }),
  ],
  /** Its messages disappear after a week. */
  timer: [setTimer(604800)],
  /** `{{community}}`. */
  community: [makeNamedCommunity('community', '{{other-name}}')],
  /** `{{announcement}}`. */
  announcement: [{ ...findAnnouncementGroup(), expect: { status: 200 } }],
  /** `{{new-link}}`. */
  'new-link': [
    { call: 'resetGroupInviteLink', path: { jid: '{{group}}' }, capture: { 'new-link': 'invite_link' } },
  ],
  /** The second account was removed from the group. */
  removed: [
    {
      call: 'removeGroupParticipants',
      path: { jid: '{{group}}' },
      body: { participants: [second] },
    },
  ],
  /** The device of the second account is disconnected. */
  disconnected: [{ call: 'disconnectDevice', as: 'second' }],
} as const satisfies Readonly<Record<string, readonly Step[]>>;

/** The name of such a stage. */
export type StageName = keyof typeof STAGES;
