import type { Decision } from '../decision.ts';
import { Refusal, refuse } from '../refusals.ts';
import type { Act, ActOf, Way } from '../state/act.ts';
import type { PersonId, Phone } from '../state/id.ts';
import type { Person } from '../state/person.ts';
import { findPerson } from '../state/reading.ts';
import type { World } from '../state/world.ts';
import { linkGroup, unlinkGroup } from './communities.ts';
import { createCommunity, createGroup } from './creation.ts';
import { askByLink, joinByLink, joinByPrivateInvite, resetInviteCode } from './invites.ts';
import { approveJoinRequest, cancelJoinRequest, rejectJoinRequest } from './join-requests.ts';
import {
  addParticipants,
  demoteParticipants,
  leaveGroup,
  promoteParticipants,
  removeParticipants,
} from './membership.ts';
import { changeNumber } from './people.ts';
import { findGroup } from './reading.ts';
import { changePicture, changeSettings } from './settings.ts';

type Rule<Do extends Act['do']> = (world: World, phone: Phone, act: ActOf<Do>) => Decision | Refusal;

/** By which rule each act is decided. */
const BY_ACT = {
  join: (world, phone, { by }) => {
    const code = codeOf(world, by);
    return code instanceof Refusal ? code : joinByLink(world, phone, code);
  },
  ask: (world, phone, { by }) => {
    const code = codeOf(world, by);
    return code instanceof Refusal ? code : askByLink(world, phone, code);
  },
  'accept-invite': (world, phone, { code, group, inviter }) =>
    joinByPrivateInvite(world, phone, { code, group, inviter: findPerson(world, inviter).phone }),
  cancel: (world, phone, { group }) => cancelJoinRequest(world, group, phone),
  leave: (world, phone, { group }) => leaveGroup(world, group, phone),
  add: (world, phone, { group, people }) => addParticipants(world, group, phone, toPeople(world, people)),
  remove: (world, phone, { group, people }) =>
    removeParticipants(world, group, phone, toPeople(world, people)),
  promote: (world, phone, { group, people }) =>
    promoteParticipants(world, group, phone, toPeople(world, people)),
  demote: (world, phone, { group, people }) =>
    demoteParticipants(world, group, phone, toPeople(world, people)),
  approve: (world, phone, { group, person }) =>
    approveJoinRequest(world, group, phone, findPerson(world, person).phone),
  reject: (world, phone, { group, person }) =>
    rejectJoinRequest(world, group, phone, findPerson(world, person).phone),
  set: (world, phone, { group, settings }) => changeSettings(world, group, phone, settings),
  'set-picture': (world, phone, { group, image }) => changePicture(world, group, phone, image),
  'reset-link': (world, phone, { group }) => resetInviteCode(world, group, phone),
  'create-group': (world, phone, { settings, people, parent, ...ids }) =>
    createGroup(world, phone, settings, toPeople(world, people), { parent, ...ids }),
  'change-number': changeNumber,
  'create-community': (world, phone, { settings, people, parent, ...ids }) =>
    parent === undefined
      ? createCommunity(world, phone, settings, toPeople(world, people), ids)
      : refuse('community-in-community'),
  link: (world, phone, { community, group }) => linkGroup(world, community, group, phone),
  unlink: (world, phone, { community, group }) => unlinkGroup(world, community, group, phone),
} satisfies { [Do in Act['do']]: Rule<Do> };

/** By what an act can be refused. */
export type RefusalOfAct<Do extends Act['do']> = Extract<ReturnType<(typeof BY_ACT)[Do]>, Refusal>;

/** Decides what comes of an act. Nothing is changed as yet. */
export function decideAct<One extends Act>(
  world: World,
  phone: Phone,
  act: One,
): Decision | RefusalOfAct<One['do']> {
  const rule = BY_ACT[act.do] as (world: World, phone: Phone, act: One) => Decision | RefusalOfAct<One['do']>;
  return rule(world, phone, act);
}

function codeOf(world: World, by: Way) {
  if ('code' in by) return by.code;
  const group = findGroup(world, by.group);
  return group instanceof Refusal ? group : group.inviteCode;
}

function toPeople(world: World, ids: readonly PersonId[]): Person[] {
  return ids.map((id) => findPerson(world, id));
}
