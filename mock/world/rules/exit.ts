import type { Change } from '../decision.ts';
import type { CommunityGroup, Group } from '../state/group.ts';
import type { GroupJid, Phone } from '../state/id.ts';
import { announcementGroupOf, communityOf, groupOf } from '../state/reading.ts';
import type { World } from '../state/world.ts';

/**
 * Takes somebody out of a group. When the only admin goes, the longest-standing member becomes one;
 * when the last member goes, the group ends (ruling `empty-group`).
 */
export function exit(world: World, group: Group, phone: Phone, actor: Phone): Change[] {
  const { jid, members } = group;
  const gone: Change = { kind: 'exit', group: jid, phone, actor };
  let heir: Phone | undefined;
  for (const [other, role] of members) {
    if (other === phone) continue;
    if (role !== 'member') return [gone];
    heir ??= other;
  }
  if (heir !== undefined)
    return [gone, { kind: 'rank', group: jid, phone: heir, role: 'admin', actor: undefined }];
  const ends = group.kind === 'group' && world.rulings['empty-group'] === 'ends';
  return ends ? [gone, { kind: 'end', group: jid, last: phone }] : [gone];
}

/**
 * Takes somebody out of a group. Who leaves a community leaves all its groups; who leaves an announcement group leaves
 * only that. Whom a linked group brought leaves the community with the last such group.
 */
export function exitWithCommunity(world: World, group: Group, phone: Phone, actor: Phone): Change[] {
  if (group.kind === 'community') {
    const linked = [...group.linked].map((jid) => groupOf(world, jid));
    const left = linked.filter(({ members }) => members.has(phone));
    return [
      ...left.flatMap((one) => exit(world, one, phone, actor)),
      ...exitBothSides(world, group, phone, actor),
    ];
  }
  const community = communityOf(world, group);
  const gone = exit(world, group, phone, actor);
  return community === undefined
    ? gone
    : [...gone, ...exitIfBroughtBy(world, community, group.jid, phone, actor)];
}

/** Takes somebody out of a community whom one of its groups brought, and no other, when they are no longer there with it. */
export function exitIfBroughtBy(
  world: World,
  community: CommunityGroup,
  gone: GroupJid,
  phone: Phone,
  actor: Phone,
): Change[] {
  if (!community.brought.has(phone)) return [];
  for (const jid of community.linked) if (jid !== gone && groupOf(world, jid).members.has(phone)) return [];
  return exitBothSides(world, community, phone, actor);
}

function exitBothSides(world: World, community: CommunityGroup, phone: Phone, actor: Phone): Change[] {
  const announcementGroup = announcementGroupOf(world, community);
  const isThere = announcementGroup.members.has(phone);
  return [
    ...(isThere ? exit(world, announcementGroup, phone, actor) : []),
    ...exit(world, community, phone, actor),
  ];
}
