import type { GroupJid } from '../state/id.ts';
import type { WritableGroup, WritableWorld } from './writable.ts';

/** Is called before a group is written: its revision counts the change. */
export function countChange(world: WritableWorld, group: WritableGroup): void {
  world.watcher?.beforeGroup(group);
  group.revision += 1;
}

/** The group that a change is about; its revision counts the change. */
export function groupIn(world: WritableWorld, jid: GroupJid): WritableGroup {
  const group = world.groups.get(jid);
  if (group === undefined) throw new Error(`The mock was to change the group ${jid}, which is not there.`);
  countChange(world, group);
  return group;
}

/** The same of a kind that the change is about. */
export function groupOfKind<Kind extends WritableGroup['kind']>(
  world: WritableWorld,
  jid: GroupJid,
  kind: Kind,
) {
  const group = groupIn(world, jid);
  if (group.kind !== kind)
    throw new Error(`The mock was to change ${jid} as a "${kind}", but it is a "${group.kind}".`);
  return group as Extract<WritableGroup, { kind: Kind }>;
}
