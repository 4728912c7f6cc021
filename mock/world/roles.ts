import { type Group, isAdmin, type Kind } from './groups.ts';
import type { Phone } from './people.ts';
import { notAParticipant, Refusal, type RuleName } from './refusals.ts';
import type { World } from './world.ts';

/** The creator is WhatsApp's super admin. */
export type Role = 'member' | 'admin' | 'creator';

/** Who may do a thing, among those who take part. */
export type Permission =
  | 'participants'
  | 'admins'
  /** Members too when `member_add_mode` is `all`. */
  | 'admins-or-add-mode'
  /** Members too when the group is not locked. */
  | 'admins-or-unlocked'
  | 'all-but-admins'
  | 'all-but-creator'
  /** The kind of group does not support it. */
  | 'nobody';

/** Who may do what, by kind of group. Source: `whatsapp-web: app/492006, app/572147` and `faq: 1110600769849613`. */
export const ROLE_TABLE = {
  read: { group: 'participants', announcement: 'participants', community: 'participants' },
  add: { group: 'admins-or-add-mode', announcement: 'admins', community: 'admins' },
  remove: { group: 'admins', announcement: 'admins', community: 'admins' },
  promote: { group: 'admins', announcement: 'admins', community: 'admins' },
  demote: { group: 'admins', announcement: 'admins', community: 'admins' },
  'set-name': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'admins' },
  'set-topic': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'admins' },
  'set-picture': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'admins' },
  'set-announcement': { group: 'admins', announcement: 'nobody', community: 'nobody' },
  'set-member-add-mode': { group: 'admins', announcement: 'nobody', community: 'nobody' },
  'set-locked': { group: 'admins', announcement: 'nobody', community: 'admins' },
  'set-join-approval': { group: 'admins', announcement: 'nobody', community: 'admins' },
  'set-timer': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'nobody' },
  'get-invite-link': { group: 'admins', announcement: 'admins', community: 'admins' },
  'reset-invite-link': { group: 'admins', announcement: 'admins', community: 'admins' },
  'decide-join-request': { group: 'admins', announcement: 'admins', community: 'admins' },
  leave: { group: 'participants', announcement: 'all-but-admins', community: 'all-but-creator' },
  /** Hold groups: make, link and unlink them inside. */
  'hold-groups': { group: 'nobody', announcement: 'nobody', community: 'admins' },
  /** Be linked to a community, or unlinked from it. */
  'be-linked': { group: 'admins', announcement: 'nobody', community: 'nobody' },
} as const satisfies Record<string, Record<Kind, Permission>>;

/** What somebody can try to do with a group. */
export type Action = keyof typeof ROLE_TABLE;

interface Check {
  holds: (group: Group, phone: Phone) => boolean;
  otherwise: RuleName;
}

const CHECKS: Record<Exclude<Permission, 'nobody'>, Check> = {
  participants: { holds: () => true, otherwise: 'not-a-participant' },
  admins: { holds: isAdmin, otherwise: 'not-an-admin' },
  'admins-or-add-mode': {
    holds: (group, phone) => group.settings.memberAddMode === 'all' || isAdmin(group, phone),
    otherwise: 'only-admins-add',
  },
  'admins-or-unlocked': {
    holds: (group, phone) => !group.settings.locked || isAdmin(group, phone),
    otherwise: 'group-is-locked',
  },
  'all-but-admins': {
    holds: (group, phone) => !isAdmin(group, phone),
    otherwise: 'admins-stay-in-announcement-group',
  },
  'all-but-creator': {
    holds: (group, phone) => group.members.get(phone) !== 'creator',
    otherwise: 'creator-stays-in-community',
  },
};

const UNSUPPORTED: Record<Kind, RuleName> = {
  group: 'not-a-community',
  announcement: 'not-on-announcement-group',
  community: 'not-on-community',
};

/** Refuses unless somebody takes part in the group and the role table lets them. */
export function mustBeAllowed(world: World, group: Group, phone: Phone, action: Action): void {
  if (!group.members.has(phone)) throw notAParticipant(world);
  const permission: Permission = ROLE_TABLE[action][group.kind];
  if (permission === 'nobody') throw new Refusal(UNSUPPORTED[group.kind]);
  const { holds, otherwise } = CHECKS[permission];
  if (!holds(group, phone)) throw new Refusal(otherwise);
}
