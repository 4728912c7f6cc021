import type { Group } from '../groups.ts';
import type { World } from '../world.ts';
import { SnapshotError } from './error.ts';

/** Throws a `SnapshotError` where a world names what is not there, so that acts can rely on it. */
export function mustHoldTogether(world: World): void {
  const { people, lids, groups, devices } = world;
  if (lids.size < people.size) refuse('.people', 'have a LID twice', lids.size);
  const joined = new Map(Array.from(devices.keys(), (phone) => [phone, new Set<string>()]));
  for (const [index, group] of [...groups.values()].entries()) {
    const place = `.groups[${index}]`;
    for (const phone of [group.owner, ...group.members.keys()]) {
      if (!people.has(phone)) refuse(place, 'names somebody who is not in people', phone);
      if (group.members.has(phone)) joined.get(phone)?.add(group.jid);
    }
    mustBePlaced(world, group, place);
  }
  for (const [index, device] of [...devices.values()].entries()) {
    const own = joined.get(device.phone) ?? new Set();
    const strays = [...device.groups].filter((jid) => !own.has(jid));
    if (strays.length > 0 || device.groups.size < own.size)
      refuse(`.devices[${index}].groups`, 'are not those in which its number takes part', strays);
    if (!people.has(device.phone)) refuse(`.devices[${index}].phone`, 'is nobody in people', device.phone);
  }
}

/** A community has its groups, and they have it. */
function mustBePlaced({ groups }: World, { jid, kind, parent, community }: Group, place: string): void {
  if ((kind === 'community') !== (community !== undefined))
    refuse(`${place}.community`, `does not go with the kind "${kind}"`, kind);
  const has = (part: string, wanted: string) => {
    const found = groups.get(part);
    if (found?.kind !== wanted || found.parent !== jid)
      refuse(`${place}.community`, `has no ${wanted} ${part} that has it as its parent`, part);
  };
  if (community !== undefined) has(community.announcementGroup, 'announcement');
  for (const linked of community?.linked ?? []) has(linked, 'group');
  const home = parent === undefined ? undefined : groups.get(parent)?.community;
  const isAtHome = kind === 'announcement' ? home?.announcementGroup === jid : home?.linked.has(jid) === true;
  if (parent === undefined ? kind === 'announcement' : kind === 'community' || !isAtHome)
    refuse(`${place}.parent`, 'is no community that has this group', parent);
}

function refuse(place: string, says: string, value: unknown): never {
  throw new SnapshotError(place, says, value);
}
