import type { Phone } from '../state/id.ts';
import { record } from './event-log.ts';
import type { WritableGroup, WritableWorld } from './writable.ts';

/** Tells the community, the group and its siblings that they are linked, or no longer. */
export function tellLinked(
  world: WritableWorld,
  community: Extract<WritableGroup, { kind: 'community' }>,
  child: WritableGroup,
  actor: Phone,
  kind: 'linked' | 'unlinked',
): void {
  record(world, community, actor, { kind, type: 'sub_group', jid: child.jid });
  record(world, child, actor, { kind, type: 'parent_group', jid: community.jid });
  for (const jid of community.linked) {
    if (jid === child.jid) continue;
    record(world, world.groups.get(jid), actor, { kind, type: 'sibling_group', jid: child.jid });
  }
}
