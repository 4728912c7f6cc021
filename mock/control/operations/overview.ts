import type { Entry } from '../../journal/entry.ts';
import { ok } from '../../operations/call.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import { findMistakes } from '../../testing/consumer/mistakes.ts';
import { allowed, apply, changeGroup, findGroup, groupOf } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { toDue } from '../wire/due.ts';
import { toJournalCall } from '../wire/journal.ts';
import { deadLinksOf, toGroupLine, toWholeGroup } from '../wire/whole-group.ts';

const MOST_DUE = 1000;

/** A whole world seen from outside, and how its consumer behaves. */
export const overview: ControlHandlers<
  'listAllGroups' | 'listGroupLines' | 'listDue' | 'changeGroup' | 'reportOnConsumer'
> = {
  listAllGroups: ({ tenant: { world }, query }) => {
    const groups =
      query.group === undefined ? [...world.groups.values()] : [allowed(findGroup(world, query.group))];
    const dead = deadLinksOf(world);
    return ok({ groups: groups.map((group) => toWholeGroup(world, group, dead.get(group.jid) ?? [])) });
  },

  listGroupLines: ({ tenant: { world }, query: { group, phone } }) => {
    const groups = group === undefined ? [...world.groups.values()] : [allowed(findGroup(world, group))];
    const lines = groups.map((one) => toGroupLine(one, phone));
    return ok({ groups: phone === undefined ? lines : lines.filter(({ role }) => role !== null) });
  },

  listDue: ({ tenant: { world } }) => ok({ due: toDue(world).slice(0, MOST_DUE) }),

  changeGroup: ({ tenant: { world }, parameter, body }) => {
    const jid = parameter('jid');
    const { addressing_mode: addressing, name } = body;
    allowed(apply(world, changeGroup(world, jid, { addressing, name })));
    return ok({ group: toWholeGroup(world, groupOf(world, jid), deadLinksOf(world).get(jid) ?? []) });
  },

  reportOnConsumer: ({ tenants, tenant, document }) => {
    const own = tenant.journal.find({}, Number.POSITIVE_INFINITY);
    const all = [own, strangersOf(tenants, tenant)].flatMap((entries) => findMistakes(document, entries));
    const mistakes = all.map(({ kind, says, entry }) => ({
      kind,
      says,
      call: toJournalCall(entry, tenants.phoneOf),
    }));
    return ok({ mistakes });
  },
};

/** The calls since a world began that carried a token of nobody, which belong to no world: the first one keeps them for all. */
function strangersOf({ main }: Tenants, tenant: Tenant): Entry[] {
  if (tenant === main) return [];
  const { journal } = main;
  // The sequences of a journal that was replaced begin anew.
  const after = tenant.strangersBefore > journal.last ? 0 : tenant.strangersBefore;
  return journal
    .find({ after }, Number.POSITIVE_INFINITY)
    .filter(({ phone, status }) => phone === undefined && status === 401);
}
