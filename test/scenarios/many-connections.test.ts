/** What no case sends: many calls at once, which are as if in some order. */
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { startMock } from '../../mock/index.ts';
import { anyAct } from './acts.ts';
import { MADE_UP } from './aim.ts';
import { type Act, MEMBERS_LIMIT, PlainGroup, type Prediction } from './plain-group.ts';
import { type Attempt, outcomesOf, toKey } from './serial-order.ts';
import { type Person, WALKERS, type Walker } from './steps.ts';

const accounts = WALKERS.map((name, n) => ({
  name,
  phone: `551190000000${n}`,
  token: `00000000-0000-4000-8000-00000000000${n}`,
}));
const mock = await startMock({
  port: 0,
  seed: 1,
  accounts,
  rulings: { 'group-members-limit': MEMBERS_LIMIT },
});
const agent = new Agent({ keepAlive: true });
afterAll(() => mock.close());

/** So many requests are under way at once, each on a connection of its own. */
const AT_ONCE = 6;

interface Body {
  group: { jid: string; participants: { jid: string; is_admin: boolean; is_super_admin: boolean }[] };
  participants?: { error?: number }[];
  invite_link: string;
}

function call(
  by: Walker,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Body }> {
  const token = accounts.find(({ name }) => name === by)?.token ?? '';
  const headers = { Authorization: token, 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(mock.url + path, { agent, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    sent.on('error', reject).end(body === undefined ? '' : JSON.stringify(body));
  });
}

function phoneOf(person: Person): string {
  return accounts.find(({ name }) => name === person)?.phone ?? person;
}

async function tryOut(jid: string, act: Act, links: Record<string, string>): Promise<Prediction> {
  const group = `/groups/${jid}`;
  if (act.does === 'leave') return toPrediction(await call(act.by, 'DELETE', `${group}/leave`));
  if (act.does === 'reset link') return toPrediction(await call(act.by, 'POST', `${group}/invite/reset`));
  if (act.does === 'set') return toPrediction(await call(act.by, 'PATCH', group, act.setting));
  if (act.does === 'join')
    return toPrediction(await call(act.by, 'POST', '/groups/join', { link: links[act.link] }));
  const body = { participants: act.whom.map(phoneOf), action: act.does };
  return toPrediction(await call(act.by, 'POST', `${group}/participants`, body));
}

function toPrediction({ status, body }: { status: number; body: Body }): Prediction {
  return { status, rows: (body.participants ?? []).map(({ error }) => error ?? 'done') };
}

/** The members as a member reads them, in their order; undefined when no account is one. */
async function read(jid: string): Promise<string | undefined> {
  for (const name of WALKERS) {
    const { status, body } = await call(name, 'GET', `/groups/${jid}`);
    if (status !== 200) continue;
    const roleOf = (one: { is_admin: boolean; is_super_admin: boolean }) =>
      one.is_super_admin ? 'creator' : one.is_admin ? 'admin' : 'member';
    return body.group.participants.map((one) => `${one.jid.split('@')[0]} ${roleOf(one)}`).join();
  }
  return undefined;
}

function membersOf({ members }: PlainGroup): string {
  return [...members].map(([person, role]) => `${phoneOf(person)} ${role}`).join();
}

/** The link as an admin reads it now, or as it was when nobody can. */
async function linkNow(jid: string, before: string): Promise<string> {
  for (const name of WALKERS) {
    const { status, body } = await call(name, 'GET', `/groups/${jid}/invite`);
    if (status === 200) return body.invite_link;
  }
  return before;
}

it('what many do to one group at once is what some order of it does', { timeout: 60_000 }, async () => {
  const orders = new Set<number>();
  const batches = fc.array(fc.array(anyAct, { minLength: AT_ONCE, maxLength: AT_ONCE }), {
    minLength: 12,
    maxLength: 12,
  });
  for (const history of fc.sample(batches, { seed: 1, numRuns: 25 })) {
    const participants = [phoneOf('bia'), phoneOf('caio')];
    const { body } = await call('ana', 'POST', '/groups', { name: 'Plain', participants });
    const { jid } = body.group;
    const first = await linkNow(jid, MADE_UP);
    let link = first;
    let possible = [new PlainGroup('ana', ['bia', 'caio'])];
    for (const acts of history) {
      link = await linkNow(jid, link);
      const links = { 'the link': link, 'an old link': first, 'a made-up link': MADE_UP };
      const attempts: Attempt[] = await Promise.all(
        acts.map(async (act) => ({ act, answer: await tryOut(jid, act, links) })),
      );
      const members = await read(jid);
      const outcomes = possible.flatMap((group) => outcomesOf(group, attempts));
      const fitting = outcomes.filter((group) => members === undefined || membersOf(group) === members);
      expect(fitting, `no order of ${JSON.stringify(attempts)} makes ${members}`).not.toEqual([]);
      possible = [...new Map(fitting.map((group) => [toKey(group), group])).values()];
      orders.add(outcomes.length);
    }
  }
  // Orders matter: some batches could have ended in more than one way.
  expect(Math.max(...orders)).toBeGreaterThan(1);
});
