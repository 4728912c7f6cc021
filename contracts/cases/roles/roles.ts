import {
  type Action,
  type Kind,
  type Opening,
  permittedTo,
  REFUSAL_STATUSES,
  REFUSALS,
  ROLES,
  type RuleName,
  refusalOf,
} from '../../../spec/facts/index.ts';
import type { OperationId } from '../../../spec/index.ts';
import type { Caller, RefusedStatus, Step } from '../../language/case.ts';
import { first, second } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import { promises, restsOn } from '../../language/promises.ts';
import { changeIn, makeGroup, update } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';
import { ATTEMPTS, type Attempt, type Standing } from './attempts.ts';

const NAMES: Record<Kind, string> = {
  group: 'group',
  announcement: 'announcement-group',
  community: 'community',
};

const WHO: Record<Standing, string> = {
  outsider: 'Somebody outside',
  member: 'A member of',
  admin: 'An admin of',
  creator: 'The creator of',
};

const WHERE: Record<Kind | Setting, string> = {
  group: 'a group',
  announcement: 'an announcement group',
  community: 'a community',
  unlocked: 'a group that is not locked',
  locked: 'a locked group',
  'all-add': 'a group where all add',
  'admins-add': 'a group where admins add',
};

/** A setting of a group that decides whether members are allowed what is otherwise for admins. */
type Setting = 'unlocked' | 'locked' | 'all-add' | 'admins-add';

const OPENINGS: Record<Opening, readonly Setting[]> = {
  unlocked: ['unlocked', 'locked'],
  'all-add': ['all-add', 'admins-add'],
};

const SETTINGS: Record<Setting, Step[]> = {
  unlocked: [],
  locked: [update({ locked: true })],
  'all-add': [],
  'admins-add': [update({ member_add_mode: 'admin' })],
};

/**
 * Every line of the role table, tried by every role on every kind of group, in every setting that matters. Announcement
 * groups come first: they are found in a list, which grows with every case.
 */
export const roles = (['announcement', 'community', 'group'] as const).flatMap((kind) =>
  (Object.keys(ATTEMPTS) as (keyof typeof ATTEMPTS)[]).flatMap((action) =>
    settingsOf(action, kind).flatMap((setting) =>
      (['outsider', ...ROLES] as const).flatMap((role) => toCase(action, kind, role, setting)),
    ),
  ),
);

function toCase(action: keyof typeof ATTEMPTS, kind: Kind, role: Standing, setting?: Setting) {
  const as = role === 'creator' ? 'first' : 'second';
  const jid = { group: '{{group}}', announcement: '{{announcement}}', community: '{{community}}' }[kind];
  const attempt = ATTEMPTS[action]({
    kind,
    role,
    as,
    jid,
    count: role === 'member' || role === 'admin' ? 2 : 1,
  });
  const rule = refusalOf(action, kind, role === 'outsider' ? undefined : role, (one) => one === setting);
  const { does, todo } = attempt;
  const where = `${WHO[role]} ${WHERE[setting ?? kind]}`;
  return promises('roles', knownOf(action, rule, attempt.step.call), {
    [`${action}-${setting === undefined ? '' : `${setting}-`}${NAMES[kind]}-${role}`]: [
      rule === undefined
        ? `${where} ${does}.`
        : `${where} who tries to ${todo} is refused with ${statusOf(rule)}, and nothing changes.`,
      ...stageOf(kind, role, attempt.other),
      ...(setting === undefined ? [] : SETTINGS[setting]),
      ...(attempt.before ?? []),
      ...(rule === undefined ? allow(attempt, as) : refuse(attempt, as, jid, statusOf(rule))),
    ],
  });
}

/** The settings that matter to an action on a kind of group; none of them where the role alone decides. */
function settingsOf(action: Action, kind: Kind): readonly (Setting | undefined)[] {
  const { opening } = permittedTo(action, kind);
  return opening === undefined ? [undefined] : OPENINGS[opening];
}

function knownOf(action: Action, rule: RuleName | undefined, call: OperationId) {
  if (rule === undefined) return restsOn(`role ${action}`);
  const refusal = [`refusal ${rule}`, `status ${call} ${statusOf(rule)}`] as const;
  return rule === 'not-a-participant' ? restsOn(...refusal) : restsOn(`role ${action}`, ...refusal);
}

function statusOf(rule: RuleName): RefusedStatus {
  return REFUSAL_STATUSES[REFUSALS[rule].code];
}

/** The group with everybody in their role, made by the first account. */
function stageOf(kind: Kind, role: Standing, other: Standing | undefined): Step[] {
  const people: [string, Standing | undefined][] = [
    [second, role === 'creator' ? undefined : role],
    ['{{number1.jid}}', other],
  ];
  const members = people.filter(([, one]) => one === 'member' || one === 'admin').map(([jid]) => jid);
  const admins = people.filter(([, one]) => one === 'admin').map(([jid]) => jid);
  const promote = (jid: string) => (admins.length === 0 ? [] : [changeIn(jid, 'promote', ...admins)]);
  if (kind === 'group') return [makeGroup({}, [first, ...members]), ...promote('{{group}}')];
  const find = kind === 'announcement' ? [findAnnouncementGroup()] : [];
  return [makeCommunity(members), ...promote('{{community}}'), ...find];
}

function allow({ step, after = [] }: Attempt, as: Caller): Step[] {
  return [{ ...step, as }, ...after];
}

function refuse({ step, stays = [] }: Attempt, as: Caller, jid: string, status: RefusedStatus): Step[] {
  return [
    { call: 'getGroup', path: { jid }, capture: { before: 'group' } },
    { ...step, as, expect: { status } },
    reads('{{before}}', { jid }),
    ...stays,
  ];
}
