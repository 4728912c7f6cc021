import { linkGroup, unlinkGroup } from './communities.ts';
import { createCommunity, createGroup } from './creation.ts';
import { findGroup, type Group, type Jid, type Settings } from './groups.ts';
import { joinByLink, joinByPrivateInvite, resetInviteCode } from './invites.ts';
import { approveJoinRequest, cancelJoinRequest, rejectJoinRequest } from './join-requests.ts';
import {
  addParticipants,
  demoteParticipants,
  leaveGroup,
  promoteParticipants,
  type Row,
  removeParticipants,
} from './membership.ts';
import { findPerson, type Phone, personOf } from './people.ts';
import { readCommunity } from './reading.ts';
import { Refusal } from './refusals.ts';
import { changePicture, changeSettings } from './settings.ts';
import type { World } from './world.ts';

/** The invite link by which somebody comes: its code, or that of a group at the moment of coming. */
export type Way = { readonly code: string } | { readonly group: Jid };

/** What a person can do on the phone, as data. People are named by phone number, user JID or LID. */
export type Act =
  | { readonly do: 'join'; readonly by: Way }
  /** Joins where join approval is on, and nowhere else. */
  | { readonly do: 'ask'; readonly by: Way }
  | { readonly do: 'accept-invite'; readonly code: string; readonly group: Jid; readonly inviter: string }
  | { readonly do: 'cancel'; readonly group: Jid }
  | { readonly do: 'leave'; readonly group: Jid }
  | { readonly do: 'add'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'remove'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'promote'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'demote'; readonly group: Jid; readonly people: readonly string[] }
  | { readonly do: 'approve'; readonly group: Jid; readonly person: string }
  | { readonly do: 'reject'; readonly group: Jid; readonly person: string }
  | { readonly do: 'set'; readonly group: Jid; readonly settings: Partial<Settings> }
  | { readonly do: 'set-picture'; readonly group: Jid; readonly image: string }
  | { readonly do: 'reset-link'; readonly group: Jid }
  | ({ readonly do: 'create-group'; readonly parent?: Jid } & Founding)
  | ({ readonly do: 'create-community' } & Founding)
  | { readonly do: 'link'; readonly community: Jid; readonly group: Jid }
  | { readonly do: 'unlink'; readonly community: Jid; readonly group: Jid };

interface Founding {
  readonly settings: Partial<Settings> & { name: string };
  readonly people: readonly string[];
}

/** What an act led to. */
export interface Outcome {
  /** The group that it was about; it may have ended. */
  readonly group: Group;
  /** One for each participant of the act. */
  readonly rows: readonly Row[];
  /** True when an admin has to approve first. */
  readonly pending: boolean;
}

type ActOf<Do extends Act['do']> = Extract<Act, { readonly do: Do }>;

const CHANGES = {
  add: addParticipants,
  remove: removeParticipants,
  promote: promoteParticipants,
  demote: demoteParticipants,
};

const ACTS: { [Do in Act['do']]: (world: World, phone: Phone, act: ActOf<Do>) => Partial<Outcome> } = {
  join: (world, phone, { by }) => joinByLink(world, phone, codeOf(world, by)),
  ask: (world, phone, { by }) => {
    const asked = joinByLink(world, phone, codeOf(world, by), { mustAsk: true });
    return { ...asked, pending: true };
  },
  'accept-invite': (world, phone, { code, group, inviter }) =>
    joinByPrivateInvite(world, phone, { code, group, inviter: findPerson(world, inviter).phone }),
  cancel: (world, phone, { group }) => about(world, group, (one) => cancelJoinRequest(world, one, phone)),
  leave: (world, phone, { group }) => about(world, group, (one) => leaveGroup(world, one, phone)),
  add: changeParticipants,
  remove: changeParticipants,
  promote: changeParticipants,
  demote: changeParticipants,
  approve: (world, phone, { group, person }) =>
    about(world, group, (one) => approveJoinRequest(world, one, phone, findPerson(world, person).phone)),
  reject: (world, phone, { group, person }) =>
    about(world, group, (one) => rejectJoinRequest(world, one, phone, findPerson(world, person).phone)),
  set: (world, phone, { group, settings }) =>
    about(world, group, (one) => changeSettings(world, one, phone, settings)),
  'set-picture': (world, phone, { group, image }) =>
    about(world, group, (one) => changePicture(world, one, phone, image)),
  'reset-link': (world, phone, { group }) => about(world, group, (one) => resetInviteCode(world, one, phone)),
  'create-group': (world, phone, { settings, people, parent }) =>
    createGroup(world, phone, settings, peopleOf(world, people), parent),
  'create-community': (world, phone, { settings, people }) =>
    createCommunity(world, phone, settings, peopleOf(world, people)),
  link: (world, phone, { community, group }) =>
    inCommunity(world, phone, community, (one) => linkGroup(world, one, group, phone)),
  unlink: (world, phone, { community, group }) =>
    inCommunity(world, phone, community, (one) => unlinkGroup(world, one, group, phone)),
};

/** Lets a person do something on the phone, by the same rules as everybody. Refuses as they do. */
export function perform(world: World, phone: Phone, act: Act): Outcome {
  if (!personOf(world, phone).onWhatsApp) throw new Refusal('not-on-whatsapp', `It is ${phone}.`);
  const how = ACTS[act.do] as (world: World, phone: Phone, act: Act) => Partial<Outcome> & { group: Group };
  return { rows: [], pending: false, ...how(world, phone, act) };
}

function codeOf(world: World, by: Way): string {
  return 'code' in by ? by.code : findGroup(world, by.group).inviteCode;
}

function about(world: World, jid: Jid, act: (group: Group) => void): Partial<Outcome> {
  const group = findGroup(world, jid);
  act(group);
  return { group };
}

function inCommunity(
  world: World,
  phone: Phone,
  jid: Jid,
  act: (community: Group) => void,
): Partial<Outcome> {
  const group = readCommunity(world, jid, phone);
  act(group);
  return { group };
}

function changeParticipants(
  world: World,
  phone: Phone,
  act: ActOf<'add' | 'remove' | 'promote' | 'demote'>,
): Partial<Outcome> {
  const group = findGroup(world, act.group);
  return { group, rows: CHANGES[act.do](world, group, phone, peopleOf(world, act.people)) };
}

function peopleOf(world: World, ids: readonly string[]) {
  return ids.map((id) => findPerson(world, id));
}
