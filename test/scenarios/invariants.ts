import { type Group, groupOf, parentOf, type World } from '../../mock/world/index.ts';
import { MADE_UP } from './aim.ts';
import type { Memory } from './memory.ts';
import type { Walk } from './walk.ts';

/** What is true of every world at any time; each yields what contradicts it. */
export const INVARIANTS: Record<string, (walk: Walk, memory: Memory) => Iterable<string>> = {
  *'there is one creator at most, and it is the owner'({ network: { world } }) {
    for (const { jid, members, owner } of world.groups.values()) {
      for (const [phone, role] of members)
        if (role === 'creator' && phone !== owner) yield `${phone} of ${jid}`;
    }
  },

  *'a group has an admin, unless its last one demoted themself'({ network: { world } }, { adminless }) {
    for (const group of world.groups.values()) {
      if (adminsOf(group).length === 0 && !adminless.has(group.jid)) yield group.jid;
    }
  },

  *'a community and its announcement group have their creator for ever'({ network: { world } }) {
    for (const { jid, kind, members, owner } of world.groups.values()) {
      if (kind !== 'group' && members.get(owner) !== 'creator') yield jid;
    }
  },

  *'members of a linked group are in its community, unless they were kept out'(
    { network: { world } },
    { keptOut },
  ) {
    for (const group of world.groups.values()) {
      const { jid, members } = group;
      if (group.kind !== 'group' || group.parent === undefined) continue;
      const community = groupOf(world, group.parent);
      for (const phone of members.keys()) {
        if (!community.members.has(phone) && !keptOut.get(jid)?.has(phone)) yield `${phone} of ${jid}`;
      }
    }
  },

  *'members of an announcement group are in its community'({ network: { world } }) {
    for (const [community, announcementGroup] of communities(world)) {
      for (const phone of announcementGroup.members.keys()) {
        if (!community.members.has(phone)) yield `${phone} of ${announcementGroup.jid}`;
      }
    }
  },

  *'the admins of a community are those of its announcement group'({ network: { world } }) {
    for (const [community, announcementGroup] of communities(world)) {
      const admins = adminsOf(community).sort().join();
      const others = adminsOf(announcementGroup).sort().join();
      if (admins !== others) yield `${community.jid} has ${admins}, its announcement group has ${others}`;
    }
  },

  *'an announcement group follows its community, and links lead both ways'({ network: { world } }) {
    for (const [community, announcementGroup] of communities(world)) {
      const { jid, settings } = announcementGroup;
      const parent = parentOf(announcementGroup);
      if (parent !== community.jid) yield `${jid} has the parent ${parent}`;
      for (const name of ['name', 'topic', 'pictureId'] as const) {
        if (settings[name] !== community.settings[name]) yield `${jid} has the ${name} ${settings[name]}`;
      }
      if (!settings.announcement || settings.locked || settings.joinApproval)
        yield `${jid} has settings of its own`;
      for (const child of community.linked) {
        if (parentOf(groupOf(world, child)) !== community.jid) yield `${child} is not linked back`;
      }
    }
    for (const group of world.groups.values()) {
      if (group.kind !== 'group' || group.parent === undefined) continue;
      const parent = groupOf(world, group.parent);
      if (parent.kind !== 'community' || !parent.linked.has(group.jid))
        yield `${group.jid} is unknown to ${group.parent}`;
    }
  },

  *'who is in waits no longer, and is not one whom an admin removed'({ network: { world } }) {
    for (const group of world.groups.values()) {
      const door = group.kind === 'community' ? groupOf(world, group.announcementGroup) : group;
      const inside = door.members;
      for (const phone of group.joinRequests.keys())
        if (inside.has(phone)) yield `${phone} waits for ${group.jid}`;
      for (const phone of group.removed.keys())
        if (group.members.has(phone)) yield `${phone} is removed from ${group.jid}`;
    }
  },

  *'nobody waits where approval is off'({ network: { world } }) {
    for (const { jid, settings, joinRequests } of world.groups.values()) {
      if (!settings.joinApproval && joinRequests.size > 0) yield jid;
    }
  },

  *'no limit is passed'({ network: { world } }) {
    for (const group of world.groups.values()) {
      const { jid, kind, members } = group;
      const limit = kind === 'group' ? 'group-members-limit' : 'community-members-limit';
      if (members.size > world.rulings[limit]) yield `${jid} has ${members.size} members`;
      if (group.kind === 'community' && group.linked.size > world.rulings['community-groups-limit'])
        yield `${jid} has too many groups`;
    }
  },

  *'a device knows the groups that its account is in'({ network: { world } }) {
    for (const [phone, device] of world.devices) {
      const groups = [...world.groups.values()].filter(({ members }) => members.has(phone));
      const truth = groups.map(({ jid }) => jid).sort();
      if ([...device.groups].sort().join() !== truth.join()) yield phone;
    }
  },

  *'a dead link stays dead'({ network, observer }, { dead }) {
    for (const code of [MADE_UP, ...dead]) {
      const { status } = network.call(observer, 'joinGroup', { body: { link: code } });
      if (status !== 404 && (status !== 410 || !dead.has(code))) yield `${code} answers ${status}`;
    }
  },
};

function adminsOf({ members }: Group): string[] {
  return [...members].filter(([, role]) => role !== 'member').map(([phone, role]) => `${phone} ${role}`);
}

function* communities(world: World): Generator<[Extract<Group, { kind: 'community' }>, Group]> {
  for (const group of world.groups.values()) {
    if (group.kind === 'community') yield [group, groupOf(world, group.announcementGroup)];
  }
}
