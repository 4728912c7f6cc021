import type { Caller, Step, Template } from '../../language/case.ts';
import { first, second } from '../../language/cast.ts';
import { findAnnouncementGroup, makeCommunity } from '../../language/communities.ts';
import type { Need } from '../../language/needs.ts';
import { promises } from '../../language/promises.ts';
import {
  type Action,
  type Kind,
  ROLES,
  type Role,
  type Setting,
  settingsOf,
  verdictOf,
} from '../../language/role-table.ts';
import { changeIn, makeGroup, update } from '../../language/stage.ts';
import { reads } from '../../language/views.ts';
import { ATTEMPTS, type Attempt } from './attempts.ts';

const NAMES: Record<Kind, string> = {
  group: 'group',
  announcement: 'announcement-group',
  community: 'community',
};

const WHO: Record<Role, string> = {
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

const SETTINGS: Record<Setting, Step[]> = {
  unlocked: [],
  locked: [update({ locked: true })],
  'all-add': [],
  'admins-add': [update({ member_add_mode: 'admin' })],
};

const REFUSALS = { forbidden: 403, unsupported: 422 };

/** Where the table comes from. */
const SOURCE = 'whatsapp-web: app/492006, app/572147';

/** Where single lines of it come from, and that an outsider is refused everything. */
const SOURCES: Partial<Record<Action | 'outsider', string>> = {
  outsider: 'whatsmeow: errors.go, ErrNotInGroup',
  'hold-groups': 'whatsapp-web: main/389862',
  'be-linked': 'whatsapp-web: main/200176',
};

/**
 * Every line of the role table, tried by every role on every kind of group, in every setting that matters. Announcement
 * groups come first: they are found in a list, which grows with every case.
 */
export const roles = (['announcement', 'community', 'group'] as const).flatMap((kind) =>
  (Object.keys(ATTEMPTS) as (keyof typeof ATTEMPTS)[]).flatMap((action) =>
    settingsOf(action, kind).flatMap((setting) =>
      ROLES.flatMap((role) => toCase(action, kind, role, setting)),
    ),
  ),
);

function toCase(action: keyof typeof ATTEMPTS, kind: Kind, role: Role, setting: Setting | undefined) {
  const as = role === 'creator' ? 'first' : 'second';
  const jid = { group: '{{group}}', announcement: '{{announcement}}', community: '{{community}}' }[kind];
  const attempt = ATTEMPTS[action]({
    kind,
    role,
    as,
    jid,
    count: role === 'member' || role === 'admin' ? 2 : 1,
  });
  const verdict = verdictOf(action, kind, role, setting);
  const { does, todo } = attempt;
  const where = `${WHO[role]} ${WHERE[setting ?? kind]}`;
  const needs: Need[] = [];
  if (as !== 'first') needs.push('second-account');
  if (attempt.other !== undefined) needs.push('one-number');
  return promises(
    'roles',
    verdict === 'unsupported'
      ? { provenance: 'assumed' }
      : { provenance: 'inferred', source: SOURCES[role === 'outsider' ? role : action] ?? SOURCE },
    {
      [`${action}-${setting === undefined ? '' : `${setting}-`}${NAMES[kind]}-${role}`]: [
        verdict === 'allowed'
          ? `${where} ${does}.`
          : `${where} who tries to ${todo} is refused with ${REFUSALS[verdict]}, and nothing changes.`,
        ...stageOf(kind, role, attempt.other),
        ...(setting === undefined ? [] : SETTINGS[setting]),
        ...(attempt.before ?? []),
        ...(verdict === 'allowed' ? allow(attempt, as, jid) : refuse(attempt, as, jid, REFUSALS[verdict])),
      ],
    },
  );
}

/** The group with everybody in their role, made by the first account. */
function stageOf(kind: Kind, role: Role, other: Role | undefined): Step[] {
  const people: [Template, Role | undefined][] = [
    [second, role === 'creator' ? undefined : role],
    ['{{number1.jid}}', other],
  ];
  const members = people.filter(([, one]) => one === 'member' || one === 'admin').map(([jid]) => jid);
  const admins = people.filter(([, one]) => one === 'admin').map(([jid]) => jid);
  const promote = (jid: Template) => (admins.length === 0 ? [] : [changeIn(jid, 'promote', ...admins)]);
  if (kind === 'group') return [makeGroup({}, [first, ...members]), ...promote('{{group}}')];
  const find = kind === 'announcement' ? [findAnnouncementGroup()] : [];
  return [makeCommunity(members), ...promote('{{community}}'), ...find];
}

function allow(attempt: Attempt, as: Caller, jid: Template): Step[] {
  const { call, body, path = { jid }, answer = {}, status = 200, after = [] } = attempt;
  return [{ call, as, path, ...(body && { body }), expect: { status, body: answer } }, ...after];
}

function refuse(attempt: Attempt, as: Caller, jid: Template, status: number): Step[] {
  const { call, body, path = { jid }, stays = [] } = attempt;
  return [
    { call: 'getGroup', path: { jid }, capture: { before: 'group' } },
    { call, as, path, ...(body && { body }), expect: { status } },
    reads('{{before}}', { jid }),
    ...stays,
  ];
}
