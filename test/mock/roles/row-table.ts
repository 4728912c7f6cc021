import type { Kind } from './role-table.ts';

/** The people on whom an admin may try an action, by what they are in the group. */
export const TARGETS = ['themself', 'outsider', 'half member', 'member', 'another admin', 'creator'] as const;
export type Target = (typeof TARGETS)[number];

export const CHANGES = ['add', 'remove', 'promote', 'demote'] as const;
export type Change = (typeof CHANGES)[number];

/** The code of the failed row, or `done`. */
type Outcome = number | 'done';

/**
 * What happens to the row of each target, after sections 2 and 3 of whatsapp-rules.md: 404 not a member, 406 the creator, 409 a member
 * already, 405 not on oneself (an announcement group: not on any admin), 403 promote and demote want the target in the announcement group.
 * In the order of TARGETS.
 */
const OUTCOMES: Record<Change, Record<Kind, readonly Outcome[]>> = {
  add: {
    group: [409, 'done', 'done', 409, 409, 409],
    'linked group': [409, 'done', 'done', 409, 409, 409],
    'announcement group': [409, 'done', 'done', 409, 409, 409],
    community: [409, 'done', 'done', 409, 409, 409],
  },
  remove: {
    group: [405, 404, 404, 'done', 'done', 406],
    'linked group': [405, 404, 404, 'done', 'done', 406],
    'announcement group': [405, 404, 404, 'done', 405, 406],
    community: [405, 404, 'done', 'done', 'done', 406],
  },
  promote: {
    group: ['done', 404, 404, 'done', 'done', 'done'],
    'linked group': ['done', 404, 404, 'done', 'done', 'done'],
    'announcement group': ['done', 404, 404, 'done', 'done', 'done'],
    community: ['done', 403, 403, 'done', 'done', 'done'],
  },
  demote: {
    group: ['done', 404, 404, 'done', 'done', 406],
    'linked group': ['done', 404, 404, 'done', 'done', 406],
    'announcement group': ['done', 404, 404, 'done', 'done', 406],
    community: ['done', 403, 403, 'done', 'done', 406],
  },
};

/** The outcome for a target; the creator is the creator also where it is themself who acts. */
export function outcome(change: Change, kind: Kind, target: Target): Outcome {
  const found = OUTCOMES[change][kind][TARGETS.indexOf(target)];
  if (found === undefined) throw new Error(`No outcome for "${target}".`);
  return found;
}
