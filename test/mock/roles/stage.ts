import { findGroup, type Group } from '../../../mock/world/index.ts';
import type { OperationId, RequestBody } from '../../../spec/index.ts';
import { type AnyAnswer, createNetwork, type Network } from '../model/network.ts';
import { type Kind, ROLES, type Role, type Setting } from './role-table.ts';

/** People without an account. */
export const NEWCOMER = '5511955550001';
export const PLAIN_MEMBER = '5511955550002';
export const OTHER_ADMIN = '5511955550003';
/** In a community, yet not in its announcement group: they were removed from that one alone. */
export const HALF_MEMBER = '5511955550004';

/** A group of some kind in which each role has an account, which is called by its role. */
export interface Stage {
  readonly network: Network<Role | 'founder'>;
  readonly kind: Kind;
  readonly setting: Setting;
  readonly group: Group;
  /** A group and a community that the one who is about to act created for themselves. */
  readonly own: { group: string; community: string };
}

/** Sets the stage: the same one, byte for byte, for the same arguments. */
export function createStage(kind: Kind, setting: Setting, actor: Role): Stage {
  const network = createNetwork([...ROLES, 'founder']);
  const group = findGroup(network.world, FOUND[kind](network, setting));
  const own = {
    group: createGroup(network, actor, 'createGroup', { name: 'Own', participants: [network.phone(actor)] }),
    community: createGroup(network, actor, 'createCommunity', { name: 'Own' }),
  };
  return { network, kind, setting, group, own };
}

/** What the API shows of all groups to all accounts: their lists, every group to each who is in it, and its link. */
export function everything({ network }: Stage): string {
  const shown: unknown[] = [];
  for (const name of network.names) {
    shown.push(name, network.call(name, 'listGroups'));
    for (const { jid, members } of network.world.groups.values()) {
      if (!members.has(network.phone(name))) continue;
      shown.push(network.call(name, 'getGroup', { jid }), network.call(name, 'getGroupInviteLink', { jid }));
    }
  }
  return JSON.stringify(shown);
}

type Found = (network: Stage['network'], setting: Setting) => string;

const FOUND: Record<Kind, Found> = {
  group: foundGroup,
  'linked group': foundLinkedGroup,
  community: foundCommunity,
  'announcement group': (network, setting) => announcementGroupOf(network, foundCommunity(network, setting)),
};

function foundGroup(network: Stage['network'], setting: Setting): string {
  const { phone } = network;
  const participants = [phone('member'), phone('admin'), PLAIN_MEMBER, OTHER_ADMIN];
  const { announcement, locked, joinApproval: join_approval, memberAddMode: member_add_mode } = setting;
  const options = { announcement, locked, join_approval };
  const jid = createGroup(network, 'creator', 'createGroup', { name: 'Stage', participants, options });
  must(network.call('creator', 'updateGroup', { jid, body: { member_add_mode } }));
  promote(network, jid, [phone('admin'), OTHER_ADMIN]);
  return jid;
}

/** The founder of the community links it and goes: nobody in the group is more than a member of the community. */
function foundLinkedGroup(network: Stage['network'], setting: Setting): string {
  const jid = foundGroup(network, setting);
  const founder = [network.phone('founder')];
  must(network.call('creator', 'addGroupParticipants', { jid, body: { participants: founder } }));
  promote(network, jid, founder);
  const community = createGroup(network, 'founder', 'createCommunity', { name: 'Community' });
  must(network.call('founder', 'linkGroup', { jid: community, body: { group_jid: jid } }));
  must(network.call('founder', 'leaveGroup', { jid }));
  return jid;
}

/** A community has no `announcement` and no `member_add_mode` of its own. */
function foundCommunity(network: Stage['network'], { locked, joinApproval: join_approval }: Setting): string {
  const { phone } = network;
  const participants = [phone('member'), phone('admin'), PLAIN_MEMBER, OTHER_ADMIN, HALF_MEMBER];
  const options = { community: true, locked, join_approval };
  const jid = createGroup(network, 'creator', 'createGroup', { name: 'Stage', participants, options });
  promote(network, jid, [phone('admin'), OTHER_ADMIN]);
  const body = { participants: [HALF_MEMBER] };
  const announcementGroup = announcementGroupOf(network, jid);
  must(network.call('creator', 'removeGroupParticipants', { jid: announcementGroup, body }));
  return jid;
}

function promote(network: Stage['network'], jid: string, participants: string[]): void {
  const body = { participants, action: 'promote' as const };
  must(network.call('creator', 'addGroupParticipants', { jid, body }));
}

function announcementGroupOf({ world }: Stage['network'], community: string): string {
  return findGroup(world, community).community?.announcementGroup ?? '';
}

/** Creates a group or a community, and returns its JID. */
function createGroup<Id extends OperationId & ('createGroup' | 'createCommunity')>(
  network: Stage['network'],
  creator: Role | 'founder',
  operation: Id,
  body: RequestBody<Id>,
): string {
  const answer = must(network.call(creator, operation, { body }));
  const { group, community = group } = answer.body as {
    group?: { jid: string };
    community?: { jid: string };
  };
  return community?.jid ?? '';
}

function must(answer: AnyAnswer): AnyAnswer {
  if (answer.status >= 400) throw new Error(`The stage cannot be set: ${JSON.stringify(answer)}`);
  return answer;
}
