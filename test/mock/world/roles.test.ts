import { describe, expect, it } from 'vitest';
import { linkGroup } from '../../../mock/world/communities.ts';
import type { Group, Kind, Settings } from '../../../mock/world/groups.ts';
import { readInviteCode, resetInviteCode } from '../../../mock/world/invites.ts';
import { approveJoinRequest, askToJoin } from '../../../mock/world/join-requests.ts';
import {
  addParticipants,
  demoteParticipants,
  leaveGroup,
  promoteParticipants,
  removeParticipants,
} from '../../../mock/world/membership.ts';
import type { Phone } from '../../../mock/world/people.ts';
import { readGroup } from '../../../mock/world/reading.ts';
import { Refusal, type RefusalCode } from '../../../mock/world/refusals.ts';
import type { Action } from '../../../mock/world/roles.ts';
import { changePicture, changeSettings } from '../../../mock/world/settings.ts';
import { ana, ben, cleo, createScene, dan, eva, type Scene } from './scene.ts';

type Verdict = 'allowed' | RefusalCode;
type Role = keyof typeof CAST;
type Guard = (role: Role, settings: Pick<Settings, 'locked' | 'memberAddMode'>) => Verdict;

/** Whoever plays the role: the group is Ana's, she made Ben its admin, Cleo is in it and Dan is not. */
const CAST = { outsider: dan, member: cleo, admin: ben, creator: ana } as const;

const anybody: Guard = () => 'allowed';
const admins: Guard = (role) => (role === 'member' ? 'forbidden' : 'allowed');
const nobody: Guard = () => 'unprocessable';
const adminsOrAddMode: Guard = (role, { memberAddMode }) =>
  role === 'member' && memberAddMode === 'admin' ? 'forbidden' : 'allowed';
const adminsOrUnlocked: Guard = (role, { locked }) => (role === 'member' && locked ? 'forbidden' : 'allowed');
const allButAdmins: Guard = (role) => (role === 'member' ? 'allowed' : 'unprocessable');
const allButCreator: Guard = (role) => (role === 'creator' ? 'unprocessable' : 'allowed');

/** The table of `whatsapp-rules.md`, section 3, written down once more: ordinary group, announcement group, community. */
const EXPECTED: Record<Action, readonly [group: Guard, announcement: Guard, community: Guard]> = {
  read: [anybody, anybody, anybody],
  add: [adminsOrAddMode, admins, admins],
  remove: [admins, admins, admins],
  promote: [admins, admins, admins],
  demote: [admins, admins, admins],
  'set-name': [adminsOrUnlocked, nobody, admins],
  'set-topic': [adminsOrUnlocked, nobody, admins],
  'set-picture': [adminsOrUnlocked, nobody, admins],
  'set-announcement': [admins, nobody, nobody],
  'set-member-add-mode': [admins, nobody, nobody],
  'set-locked': [admins, nobody, admins],
  'set-join-approval': [admins, nobody, admins],
  'set-timer': [adminsOrUnlocked, nobody, nobody],
  'get-invite-link': [admins, admins, admins],
  'reset-invite-link': [admins, admins, admins],
  'decide-join-request': [admins, admins, admins],
  leave: [anybody, allButAdmins, allButCreator],
  'hold-groups': [nobody, nobody, admins],
  'be-linked': [admins, nobody, nobody],
};

/** How each action is tried; Eva is the other person where one is needed. */
const ATTEMPTS: Record<Action, (scene: Scene, group: Group, phone: Phone) => unknown> = {
  read: ({ world }, group, phone) => readGroup(world, group.jid, phone),
  add: ({ world, people }, group, phone) => addParticipants(world, group, phone, people(eva)),
  remove: ({ world, people }, group, phone) => removeParticipants(world, group, phone, people(eva)),
  promote: ({ world, people }, group, phone) => promoteParticipants(world, group, phone, people(eva)),
  demote: ({ world, people }, group, phone) => demoteParticipants(world, group, phone, people(eva)),
  'set-name': ({ world }, group, phone) => changeSettings(world, group, phone, { name: 'New' }),
  'set-topic': ({ world }, group, phone) => changeSettings(world, group, phone, { topic: 'New' }),
  'set-picture': ({ world }, group, phone) => changePicture(world, group, phone, '/9j/4AAQSkZJRg=='),
  'set-announcement': ({ world }, group, phone) =>
    changeSettings(world, group, phone, { announcement: true }),
  'set-member-add-mode': ({ world }, group, phone) =>
    changeSettings(world, group, phone, { memberAddMode: 'all' }),
  'set-locked': ({ world }, group, phone) => changeSettings(world, group, phone, { locked: false }),
  'set-join-approval': ({ world }, group, phone) =>
    changeSettings(world, group, phone, { joinApproval: true }),
  'set-timer': ({ world }, group, phone) => changeSettings(world, group, phone, { ephemeralSeconds: 86400 }),
  'get-invite-link': ({ world }, group, phone) => readInviteCode(world, group, phone),
  'reset-invite-link': ({ world }, group, phone) => resetInviteCode(world, group, phone),
  'decide-join-request': ({ world }, group, phone) => {
    askToJoin(world, group, eva);
    approveJoinRequest(world, group, phone, eva);
  },
  leave: ({ world }, group, phone) => leaveGroup(world, group, phone),
  'hold-groups': (scene, group, phone) => linkGroup(scene.world, group, scene.group(phone).jid, phone),
  'be-linked': (scene, group, phone) =>
    linkGroup(scene.world, scene.community(phone).community, group.jid, phone),
};

const KINDS: readonly Kind[] = ['group', 'announcement', 'community'];

describe.each(Object.keys(EXPECTED) as Action[])('%s', (action) => {
  it.each(KINDS)('on a %s is allowed to whom the table says, in every setting', (kind) => {
    const expected: Record<string, Verdict> = {};
    const actual: Record<string, Verdict> = {};
    for (const locked of [false, true]) {
      for (const memberAddMode of ['all', 'admin'] as const) {
        for (const role of Object.keys(CAST) as Role[]) {
          const name = `${role}${locked ? ', locked' : ''}, member_add_mode ${memberAddMode}`;
          expected[name] = verdict(action, kind, role, { locked, memberAddMode });
          actual[name] = attempted(action, kind, role, { locked, memberAddMode });
        }
      }
    }
    expect(actual).toEqual(expected);
  });
});

function verdict(action: Action, kind: Kind, ...situation: Parameters<Guard>): Verdict {
  return situation[0] === 'outsider'
    ? 'forbidden'
    : (EXPECTED[action][KINDS.indexOf(kind)]?.(...situation) ?? 'allowed');
}

function attempted(action: Action, kind: Kind, role: Role, settings: Partial<Settings>): Verdict {
  const scene = createScene();
  const group = groupOf(scene, kind);
  scene.promote(group, ana, ben);
  // Not through the rules: an announcement group has no settings of its own, and these must not matter there.
  Object.assign(group.settings, settings);
  try {
    ATTEMPTS[action](scene, group, CAST[role]);
    return 'allowed';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function groupOf(scene: Scene, kind: Kind): Group {
  if (kind === 'group') return scene.group(ana, [ben, cleo]);
  const { community, announcementGroup } = scene.community(ana, [ben, cleo]);
  return kind === 'community' ? community : announcementGroup;
}
