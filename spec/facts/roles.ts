import { inferred, type Known } from './known.ts';
import type { RuleName } from './refusals.ts';

/** The kinds of group: the parent group of a community, the announcement group that comes with it, and any other. */
export type Kind = 'group' | 'announcement' | 'community';

/** What somebody who takes part can be, from the least to the most; the creator is WhatsApp's super admin. */
export const ROLES = ['member', 'admin', 'creator'] as const;

/** What somebody who takes part is. */
export type Role = (typeof ROLES)[number];

/** A setting of a group that lets members do what is otherwise for admins. */
export type Opening = 'unlocked' | 'all-add';

/** Who may do a thing among those who take part. */
interface Permitted {
  readonly says: string;
  readonly roles: readonly Role[];
  /** In this setting members may too. */
  readonly opening?: Opening;
  /** The rule that refuses the others. */
  readonly otherwise: RuleName | Readonly<Record<Kind, RuleName>>;
}

const ADMINS = ['admin', 'creator'] as const;

/** Everything that the table can say of a kind of group. */
const PERMISSIONS = {
  participants: { says: 'everybody in it', roles: ROLES, otherwise: 'not-a-participant' },
  admins: { says: 'admins', roles: ADMINS, otherwise: 'not-an-admin' },
  'admins-or-add-mode': {
    says: 'admins; members too while `member_add_mode` is `all`',
    roles: ADMINS,
    opening: 'all-add',
    otherwise: 'only-admins-add',
  },
  'admins-or-unlocked': {
    says: 'admins; members too while it is not locked',
    roles: ADMINS,
    opening: 'unlocked',
    otherwise: 'group-is-locked',
  },
  'all-but-admins': {
    says: 'members, not admins',
    roles: ['member'],
    otherwise: 'admins-stay-in-announcement-group',
  },
  'all-but-creator': {
    says: 'everybody but the creator',
    roles: ['member', 'admin'],
    otherwise: 'creator-stays-in-community',
  },
  nobody: {
    says: 'nobody: this kind of group does not support it',
    roles: [],
    otherwise: {
      group: 'not-a-community',
      announcement: 'not-on-announcement-group',
      community: 'not-on-community',
    },
  },
} as const satisfies Record<string, Permitted>;

type Permission = keyof typeof PERMISSIONS;

const CLIENT = inferred('whatsapp-web: app/492006, app/572147');

/** Who may do what, by kind of group. */
export const ROLE_TABLE = {
  read: { group: 'participants', announcement: 'participants', community: 'participants', ...CLIENT },
  add: { group: 'admins-or-add-mode', announcement: 'admins', community: 'admins', ...CLIENT },
  remove: { group: 'admins', announcement: 'admins', community: 'admins', ...CLIENT },
  promote: { group: 'admins', announcement: 'admins', community: 'admins', ...CLIENT },
  demote: { group: 'admins', announcement: 'admins', community: 'admins', ...CLIENT },
  'set-name': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'admins', ...CLIENT },
  'set-topic': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'admins', ...CLIENT },
  'set-picture': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'admins', ...CLIENT },
  'set-announcement': { group: 'admins', announcement: 'nobody', community: 'nobody', ...CLIENT },
  'set-member-add-mode': { group: 'admins', announcement: 'nobody', community: 'nobody', ...CLIENT },
  'set-locked': { group: 'admins', announcement: 'nobody', community: 'admins', ...CLIENT },
  'set-join-approval': { group: 'admins', announcement: 'nobody', community: 'admins', ...CLIENT },
  'set-timer': { group: 'admins-or-unlocked', announcement: 'nobody', community: 'nobody', ...CLIENT },
  'get-invite-link': { group: 'admins', announcement: 'admins', community: 'admins', ...CLIENT },
  'reset-invite-link': { group: 'admins', announcement: 'admins', community: 'admins', ...CLIENT },
  'decide-join-request': {
    group: 'admins',
    announcement: 'admins',
    community: 'admins',
    ...inferred('faq: 1110600769849613'),
  },
  leave: { group: 'participants', announcement: 'all-but-admins', community: 'all-but-creator', ...CLIENT },
  /** Hold groups: make, link and unlink them inside. */
  'hold-groups': {
    group: 'nobody',
    announcement: 'nobody',
    community: 'admins',
    ...inferred('whatsapp-web: main/389862'),
  },
  /** Be linked to a community, or unlinked from it. */
  'be-linked': {
    group: 'admins',
    announcement: 'nobody',
    community: 'nobody',
    ...inferred('whatsapp-web: main/200176'),
  },
} as const satisfies Record<string, Record<Kind, Permission> & Known>;

/** What somebody can try to do with a group. */
export type Action = keyof typeof ROLE_TABLE;

/** The rules by which the table refuses somebody a thing. */
export type DeniedBy<Tried extends Action> =
  | 'not-a-participant'
  | RulesIn<(typeof PERMISSIONS)[(typeof ROLE_TABLE)[Tried][Kind]]['otherwise']>;

type RulesIn<Otherwise> = Otherwise extends RuleName ? Otherwise : Otherwise[keyof Otherwise];

/** Who may do this to this kind of group. */
export function permittedTo(action: Action, kind: Kind): Permitted {
  return PERMISSIONS[ROLE_TABLE[action][kind]];
}

/** The rule that refuses somebody; undefined where the table lets them. Without a role they take no part. */
export function refusalOf(
  action: Action,
  kind: Kind,
  role: Role | undefined,
  isOpen: (opening: Opening) => boolean,
): RuleName | undefined {
  if (role === undefined) return 'not-a-participant';
  const { roles, opening, otherwise } = permittedTo(action, kind);
  if (roles.includes(role) || (opening !== undefined && isOpen(opening))) return undefined;
  return typeof otherwise === 'string' ? otherwise : otherwise[kind];
}
