/** Section 3 of whatsapp-rules.md, written down a second time: what these tests expect comes from here. */

export const ROLES = ['outsider', 'member', 'admin', 'creator'] as const;
export type Role = (typeof ROLES)[number];

/** A linked group is an ordinary group: the table has no column of its own for it. */
export const KINDS = ['group', 'linked group', 'announcement group', 'community'] as const;
export type Kind = (typeof KINDS)[number];
type Column = 'group' | 'announcement' | 'community';

/** The settings that the table speaks of, and two that must make no difference to it. */
export interface Setting {
  locked: boolean;
  memberAddMode: 'admin' | 'all';
  joinApproval: boolean;
  announcement: boolean;
}

/** The lines of the table. The last two are one line there: "link, unlink a group: admin of both sides". */
const LINES = [
  {
    actions: ['read'],
    group: 'participants',
    announcement: 'participants',
    community: 'participants',
  },
  { actions: ['add'], group: 'admins-or-add-mode', announcement: 'admins', community: 'admins' },
  { actions: ['remove'], group: 'admins', announcement: 'admins', community: 'admins' },
  { actions: ['promote', 'demote'], group: 'admins', announcement: 'admins', community: 'admins' },
  {
    actions: ['set-name', 'set-topic', 'set-picture'],
    group: 'admins-or-unlocked',
    announcement: 'nobody',
    community: 'admins',
  },
  {
    actions: ['set-announcement', 'set-member-add-mode'],
    group: 'admins',
    announcement: 'nobody',
    community: 'nobody',
  },
  {
    actions: ['set-locked', 'set-join-approval'],
    group: 'admins',
    announcement: 'nobody',
    community: 'admins',
  },
  { actions: ['set-timer'], group: 'admins-or-unlocked', announcement: 'nobody', community: 'nobody' },
  {
    actions: ['get-invite-link', 'reset-invite-link'],
    group: 'admins',
    announcement: 'admins',
    community: 'admins',
  },
  // Not in the table, and not in the API: section 4 says that an admin approves.
  { actions: ['decide-join-request'], group: 'admins', announcement: 'admins', community: 'admins' },
  {
    actions: ['leave'],
    group: 'participants',
    announcement: 'all-but-admins',
    community: 'all-but-creator',
  },
  { actions: ['hold-groups'], group: 'nobody', announcement: 'nobody', community: 'admins' },
  { actions: ['be-linked'], group: 'admins', announcement: 'nobody', community: 'nobody' },
] as const;

export type Action = (typeof LINES)[number]['actions'][number];
type Permission = (typeof LINES)[number][Column];

/** The table by action, as `ROLE_TABLE` of the mock has it. */
export function byAction(): Record<string, Record<Column, Permission>> {
  return Object.fromEntries(
    LINES.flatMap(({ actions, ...columns }) => actions.map((action) => [action, columns])),
  );
}

/** How a refusal reads: the status, and the rule of `X-Mock-Rule`. */
const UNSUPPORTED: Record<Column, string> = {
  group: '422 not-a-community',
  announcement: '422 not-on-announcement-group',
  community: '422 not-on-community',
};

/** The refusal that the table has for somebody; undefined when they may. Taking part is asked first. */
export function refusal(action: Action, kind: Kind, role: Role, setting: Setting): string | undefined {
  if (role === 'outsider') return '403 not-a-participant';
  const column = COLUMNS[kind];
  const isAdmin = role !== 'member';
  switch (permission(action, column)) {
    case 'participants':
      return undefined;
    case 'admins':
      return isAdmin ? undefined : '403 not-an-admin';
    case 'admins-or-add-mode':
      return isAdmin || setting.memberAddMode === 'all' ? undefined : '403 only-admins-add';
    case 'admins-or-unlocked':
      return isAdmin || !setting.locked ? undefined : '403 group-is-locked';
    case 'all-but-admins':
      return isAdmin ? '422 admins-stay-in-announcement-group' : undefined;
    case 'all-but-creator':
      return role === 'creator' ? '422 creator-stays-in-community' : undefined;
    case 'nobody':
      return UNSUPPORTED[column];
  }
}

const COLUMNS: Record<Kind, Column> = {
  group: 'group',
  'linked group': 'group',
  'announcement group': 'announcement',
  community: 'community',
};

function permission(action: Action, column: Column): Permission {
  const line = LINES.find(({ actions }) => (actions as readonly Action[]).includes(action));
  if (line === undefined) throw new Error(`The table has no line for "${action}".`);
  return line[column];
}
