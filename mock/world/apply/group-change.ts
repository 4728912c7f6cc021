import type { WritableGroup, WritableWorld } from './writable.ts';

/** Is called before a group is written: its revision counts the change. */
export function countChange(world: WritableWorld, group: WritableGroup): void {
  world.watcher?.beforeGroup(group);
  group.revision += 1;
}
