import { type Change, decide, type NewGroup } from '../decision.ts';
import { Refusal, refuse } from '../refusals.ts';
import type { NewSettings, Settings } from '../state/group.ts';
import type { GroupJid, LinkCode, Phone } from '../state/id.ts';
import type { Person } from '../state/person.ts';
import type { World } from '../state/world.ts';
import { admit, whyNotAddable } from './admission.ts';
import { findCommunityToHold } from './communities.ts';
import { whyNotName } from './settings.ts';

/** Creates a group, inside the community `parent` where one is given. Who cannot be added is a failed row. */
export function createGroup(
  world: World,
  creator: Phone,
  settings: NewSettings,
  people: readonly Person[],
  parent?: GroupJid,
  given?: GroupJid,
) {
  const community = parent === undefined ? undefined : findCommunityToHold(world, parent, creator);
  if (community instanceof Refusal) return community;
  const refusal = whyNotName(world, settings.name) ?? whyNotAddable(world, people);
  if (refusal !== undefined) return refusal;

  if (given !== undefined && world.groups.has(given)) return refuse('jid-taken', `It is ${given}.`);
  const jid = given ?? newJid(world);
  const link: Change[] =
    community === undefined ? [] : [{ kind: 'link', community: community.jid, group: jid, actor: creator }];
  return decide(jid, [found(world, jid, creator, settings, { kind: 'group', parent: community?.jid })], {
    rows: admit(world, jid, creator, others(people, creator), 'created'),
    afterwards: link,
  });
}

/** Creates a community with its announcement group, into which the participants are put. */
export function createCommunity(
  world: World,
  creator: Phone,
  settings: NewSettings,
  people: readonly Person[],
) {
  if (settings.announcement === true)
    return refuse('not-on-community', 'It was asked to be an announcement group.');
  const refusal = whyNotName(world, settings.name) ?? whyNotAddable(world, people);
  if (refusal !== undefined) return refusal;

  const jid = newJid(world);
  const announcementGroup = newJid(world);
  const both: Change[] = [
    found(world, jid, creator, settings, { kind: 'community', announcementGroup }),
    found(
      world,
      announcementGroup,
      creator,
      { name: settings.name, announcement: true },
      { kind: 'announcement', parent: jid },
    ),
  ];
  return decide(jid, both, {
    rows: admit(world, announcementGroup, creator, others(people, creator), 'created'),
  });
}

/** An invite code that was never given out. */
export function newInviteCode(world: World): LinkCode {
  let code = world.ids.inviteCode();
  while (world.inviteCodes.has(code)) code = world.ids.inviteCode();
  return code;
}

/** A JID that no group has. */
function newJid(world: World): GroupJid {
  let jid = world.ids.groupJid();
  while (world.groups.has(jid)) jid = world.ids.groupJid();
  return jid;
}

function found(
  world: World,
  jid: GroupJid,
  owner: Phone,
  given: NewSettings,
  place: NewGroup['place'],
): Change {
  const settings: Settings = {
    topic: '',
    announcement: false,
    locked: false,
    joinApproval: false,
    memberAddMode: 'all',
    ephemeralSeconds: 0,
    pictureId: undefined,
    ...given,
  };
  const addressing = world.rulings['addressing-mode'];
  // An old JID has the time of its making in it, in seconds.
  const [, seconds] = /-(\d+)@/.exec(jid) ?? [];
  const createdAt = seconds === undefined ? world.clock.now() : Number(seconds) * 1000;
  return {
    kind: 'found',
    group: { jid, owner, createdAt, inviteCode: newInviteCode(world), settings, addressing, place },
  };
}

/** The creator is in without a row. */
function others(people: readonly Person[], creator: Phone): Person[] {
  return people.filter(({ phone }) => phone !== creator);
}
