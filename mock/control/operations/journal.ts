import type { ControlQuery } from '../../../spec/index.ts';
import type { NearMiss, Query } from '../../journal/query.ts';
import { ok } from '../../operations/call.ts';
import type { Tenant } from '../../tenants/tenant.ts';
import type { Tenants } from '../../tenants/tenants.ts';
import { given } from '../../wire/given.ts';
import { aliasesOf, type Phone, personOf, toUserJid, type World } from '../../world/index.ts';
import type { ControlHandlers } from '../call.ts';
import { whoIs } from '../find-person.ts';
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
  const names = phone === undefined ? undefined : namesOf(world, phone);
  const ids = jid === undefined || jid.endsWith('@g.us') ? undefined : idsOf(world, whoIs(world, jid));
  return { operation, status, phone, names, jid, ids, method, after };
}

/** The LID and the other numbers of somebody, met or not. */
function namesOf(world: World, phone: Phone): string[] {
  const person = personOf(world, phone);
  return [person.lid, ...aliasesOf(world, person)];
}

function idsOf(world: World, phone: Phone): string[] {
  return [phone, ...namesOf(world, phone)].map((name) => (name.endsWith('@lid') ? name : toUserJid(name)));
}

/** So many of those who wait are told. */
const MOST_WAITS = 20;

/** Those who wait for a call, and not, as a stream does, for every one. */
function toWaits(tenants: Tenants, own: Tenant['journal']) {
  return own
    .waits()
    .map(({ names: _, ids: __, ...query }) => ({ query, wanted: given(query) }))
    .filter(({ wanted: { after: _, ...wanted } }) => Object.keys(wanted).length > 0)
    .slice(0, MOST_WAITS)
    .map(({ query, wanted }) => {
      const [near] = own.nearest(query);
      return { wanted, nearest: near === undefined ? null : toNearMiss(near, tenants.phoneOf) };
    });
}

function toNearMiss({ entry, differs }: NearMiss, whose: Tenants['phoneOf']) {
  return { call: toJournalCall(entry, whose), differs };
}

function toAnswer(tenants: Tenants, own: Tenant['journal'], query: Query, limit: number) {
  const whose = tenants.phoneOf;
  const calls = own.find(query, limit);
  const near = calls.length > 0 ? [] : own.nearest(query);
  return ok({
    calls: calls.map((entry) => toJournalCall(entry, whose)),
    near_misses: near.map((one) => toNearMiss(one, whose)),
    waits: toWaits(tenants, own),
    last_sequence: own.last,
  });
}
