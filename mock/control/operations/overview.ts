import { ok } from '../../operations/call.ts';
import { findMistakes } from '../../testing/consumer/mistakes.ts';
import { allowed, findGroup } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { toJournalCall } from '../wire/journal.ts';
import { deadLinksOf, toWholeGroup } from '../wire/whole-group.ts';

/** A whole world seen from outside, and how its consumer behaves. */
export const overview: ControlHandlers<'listAllGroups' | 'reportOnConsumer'> = {
  listAllGroups: ({ tenant: { world }, query }) => {
    const groups =
      query.group === undefined ? [...world.groups.values()] : [allowed(findGroup(world, query.group))];
    const dead = deadLinksOf(world);
    return ok({ groups: groups.map((group) => toWholeGroup(world, group, dead.get(group.jid) ?? [])) });
  },

  reportOnConsumer: ({ tenants, tenant, document }) => {
    const entries = tenant.journal.find({}, Number.POSITIVE_INFINITY);
    const mistakes = findMistakes(document, entries).map(({ kind, says, entry }) => ({
      kind,
      says,
      call: toJournalCall(entry, tenants.phoneOf),
    }));
    return ok({ mistakes });
  },
};
