import { type Group, parentOf } from '../state/group.ts';
import type { World } from '../state/world.ts';
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
function mustBePlaced({ groups }: World, group: Group, place: string): void {
  const { jid, kind } = group;
  if (group.kind === 'community') {
    const has = (part: string, wanted: string) => {
      const found = groups.get(part);
      if (found?.kind !== wanted || parentOf(found) !== jid)
        refuse(`${place}.community`, `has no ${wanted} ${part} that has it as its parent`, part);
    };
    has(group.announcementGroup, 'announcement');
    for (const linked of group.linked) has(linked, 'group');
    return;
  }
  const home = group.parent === undefined ? undefined : groups.get(group.parent);
  const isAtHome =
    home?.kind === 'community' &&
    (kind === 'announcement' ? home.announcementGroup === jid : home.linked.has(jid));
  if (group.parent !== undefined && !isAtHome)
    refuse(`${place}.parent`, 'is no community that has this group', group.parent);
}

function refuse(place: string, says: string, value: unknown): never {
  throw new SnapshotError(place, says, value);
}
