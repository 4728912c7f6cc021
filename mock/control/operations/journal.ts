import type { ControlQuery } from '../../../spec/index.ts';
import type { Query } from '../../journal/query.ts';
import { ok } from '../../operations/call.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import { aliasesOf } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { toHar } from '../wire/har.ts';
import { toJournalCall } from '../wire/journal.ts';

/** What was asked of the API, and what it answered. */
export const journal: ControlHandlers<'readJournal' | 'getJournalAsHar' | 'clearJournal'> = {
  readJournal: ({ tenants, tenant, query, onGone }) => {
    const wanted = toQuery(tenant, query);
    const { limit = 100, wait_for = 0 } = query;
    // Kept by now: a world that is reset meanwhile gets another one.
    const { journal: own } = tenant;
    const answer = () => toAnswer(tenants, own, wanted, limit);
    if (wait_for === 0 || own.find(wanted, 1).length > 0) return answer();
    return own.wait(wanted, wait_for * 1000, onGone).then(answer);
  },

  getJournalAsHar: ({ tenants, tenant }) => ({
    status: 200,
    body: toHar(tenant.journal.find({}, Infinity), tenants.phoneOf),
  }),

  clearJournal: ({ tenants, tenant }) => {
    tenant.journal.clear();
    tenant.strangersBefore = tenants.main.journal.last;
    return ok({});
  },
};

function toQuery({ world }: Tenant, query: ControlQuery<'readJournal'>): Query {
  const { operation, status, phone, jid, method, after } = query;
  const person = phone === undefined ? undefined : world.people.get(phone);
  const names = person && [person.lid, ...aliasesOf(world, person)];
  return { operation, status, phone, names, jid, method, after };
}

function toAnswer(tenants: Tenants, own: Tenant['journal'], query: Query, limit: number) {
  const whose = tenants.phoneOf;
  const calls = own.find(query, limit);
  const near = calls.length > 0 ? [] : own.nearest(query);
  return ok({
    calls: calls.map((entry) => toJournalCall(entry, whose)),
    near_misses: near.map(({ entry, differs }) => ({ call: toJournalCall(entry, whose), differs })),
    last_sequence: own.last,
  });
}
