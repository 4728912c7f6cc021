/** What somebody is in a group, from nothing to everything. */
export const ROLES = ['outsider', 'member', 'admin', 'creator'] as const;
/** One of them. */
export type Role = (typeof ROLES)[number];

/** `community` is the parent group; `announcement` is the group that comes with it. */
export type Kind = 'group' | 'announcement' | 'community';

/** Who of those who take part is allowed a thing. The creator is an admin too. */
type Permission =
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

/** Who does what in which kind of group, as the suite promises it. A test compares it with the table of the mock. */
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
  /** Not in the public API. */
  'decide-join-request': { group: 'admins', announcement: 'admins', community: 'admins' },
  leave: { group: 'participants', announcement: 'all-but-admins', community: 'all-but-creator' },
  /** Hold groups: make, link and unlink them inside. */
  'hold-groups': { group: 'nobody', announcement: 'nobody', community: 'admins' },
  /** Be linked to a community, or unlinked from it. */
  'be-linked': { group: 'admins', announcement: 'nobody', community: 'nobody' },
} as const satisfies Record<string, Record<Kind, Permission>>;

/** A line of the table. */
export type Action = keyof typeof ROLE_TABLE;

/** A setting of an ordinary group that decides whether members are allowed what is otherwise for admins. */
export type Setting = 'unlocked' | 'locked' | 'all-add' | 'admins-add';

/** The settings that matter to an action on a kind of group; none of them where the role alone decides. */
export function settingsOf(action: Action, kind: Kind): readonly (Setting | undefined)[] {
  const permission: Permission = ROLE_TABLE[action][kind];
  if (permission === 'admins-or-unlocked') return ['unlocked', 'locked'];
  return permission === 'admins-or-add-mode' ? ['all-add', 'admins-add'] : [undefined];
}

/** What the table makes of an attempt: it is allowed, it is forbidden to this role, or this kind of group does not support it. */
export function verdictOf(
  action: Action,
  kind: Kind,
  role: Role,
  setting: Setting | undefined,
): 'allowed' | 'forbidden' | 'unsupported' {
  if (role === 'outsider') return 'forbidden';
  const isAdmin = role !== 'member';
  switch (ROLE_TABLE[action][kind]) {
    case 'participants':
      return 'allowed';
    case 'admins':
      return isAdmin ? 'allowed' : 'forbidden';
    case 'admins-or-add-mode':
      return isAdmin || setting === 'all-add' ? 'allowed' : 'forbidden';
    case 'admins-or-unlocked':
      return isAdmin || setting === 'unlocked' ? 'allowed' : 'forbidden';
    case 'all-but-admins':
      return isAdmin ? 'unsupported' : 'allowed';
    case 'all-but-creator':
      return role === 'creator' ? 'unsupported' : 'allowed';
    case 'nobody':
      return 'unsupported';
  }
}
