import { type Change, decide, type NewGroup } from '../decision.ts';
import { Refusal, refuse } from '../refusals.ts';
import type { GivenIds } from '../state/act.ts';
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
  { parent, ...given }: GivenIds & { readonly parent?: GroupJid | undefined },
) {
  const community = parent === undefined ? undefined : findCommunityToHold(world, parent, creator);
  if (community instanceof Refusal) return community;
  const refusal = whyNotName(world, settings.name) ?? whyNotAddable(world, people) ?? whyNotIds(world, given);
  if (refusal !== undefined) return refusal;

  const jid = given.jid ?? newJid(world);
  const link: Change[] =
    community === undefined ? [] : [{ kind: 'link', community: community.jid, group: jid, actor: creator }];
  return decide(
    jid,
    [found(world, jid, creator, settings, { kind: 'group', parent: community?.jid }, given)],
    {
      rows: admit(world, jid, creator, others(people, creator), 'created'),
      afterwards: link,
    },
  );
}

/** Creates a community with its announcement group, into which the participants are put. */
export function createCommunity(
  world: World,
  creator: Phone,
  settings: NewSettings,
  people: readonly Person[],
  given: GivenIds,
) {
  if (settings.announcement === true)
    return refuse('not-on-community', 'It was asked to be an announcement group.');
  const refusal = whyNotName(world, settings.name) ?? whyNotAddable(world, people) ?? whyNotIds(world, given);
  if (refusal !== undefined) return refusal;

  const jid = given.jid ?? newJid(world);
  const announcementGroup = newJid(world);
  const both: Change[] = [
    found(world, jid, creator, settings, { kind: 'community', announcementGroup }, given),
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

function whyNotIds(world: World, { jid, inviteCode }: GivenIds) {
  if (jid !== undefined && world.groups.has(jid)) return refuse('jid-taken', `It is ${jid}.`);
  const other = inviteCode === undefined ? undefined : world.inviteCodes.get(inviteCode);
  return other === undefined ? undefined : refuse('jid-taken', `The link leads to ${other}.`);
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
  chosen: NewSettings,
  place: NewGroup['place'],
  ids: GivenIds = {},
): Change {
  const settings: Settings = {
    topic: '',
    announcement: false,
    locked: false,
    joinApproval: false,
    memberAddMode: 'all',
    ephemeralSeconds: 0,
    pictureId: undefined,
    ...chosen,
  };
  const addressing = world.rulings['addressing-mode'];
  // An old JID has the time of its making in it, in seconds.
  const [, seconds] = /-(\d+)@/.exec(jid) ?? [];
  const createdAt = seconds === undefined ? world.clock.now() : Number(seconds) * 1000;
  return {
    kind: 'found',
    group: {
      ...{ jid, owner, createdAt, settings, addressing, place },
      inviteCode: ids.inviteCode ?? newInviteCode(world),
    },
  };
}

/** The creator is in without a row. */
function others(people: readonly Person[], creator: Phone): Person[] {
  return people.filter(({ phone }) => phone !== creator);
}
