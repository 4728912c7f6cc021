/** Random walks: what becomes of a group is what a short model of it predicts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyAct } from './acts.ts';
import { MADE_UP } from './aim.ts';
import { type AnyAnswer, createNetwork, type Network, rowsOf } from './network.ts';
import { type Act, MEMBERS_LIMIT, PlainGroup } from './plain-group.ts';
import { type Person, WALKERS, type Walker } from './steps.ts';

/** Every status and row code that was met. */
const met = new Set<string>();

it('a group that stands alone does what a short description of it predicts', { timeout: 60_000 }, () => {
  const acts = fc.array(anyAct, { maxLength: 80, size: 'max' });
  fc.assert(fc.property(acts, compare), { seed: 1, numRuns: 200 });
});

it('meets every status and row code on the way', () => {
  const statuses = ['200', '403', '404', '409', '410'];
  const rows = ['done', '401', '402', '403', '404', '405', '406', '408', '409', '421', '500'];
  expect([...met]).toEqual(expect.arrayContaining([...statuses, ...rows.map((row) => `row ${row}`)]));
});

/** Does the same to a group and to its description, and compares them after every step. */
function compare(acts: readonly Act[]): void {
  const network = createNetwork(WALKERS, { 'group-members-limit': MEMBERS_LIMIT });
  const plain = new PlainGroup('ana', ['bia', 'caio']);
  const participants = [network.phone('bia'), network.phone('caio')];
  const { status, body } = network.call('ana', 'createGroup', { body: { name: 'Plain', participants } });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const { jid } = body.group;
  const group = network.world.groups.get(jid);
  const firstLink = group?.inviteCode ?? MADE_UP;

  for (const [n, act] of acts.entries()) {
    const predicted = plain.predict(act);
    const answer = carryOut(network, jid, firstLink, act);
    const [reader] = WALKERS.filter((one) => plain.members.has(one));
    const actual = {
      status: answer.status,
      rows: rowsOf(answer).map(({ error }) => error ?? 'done'),
      members: reader === undefined ? [] : read(network, jid, reader),
      waiting: [...(group?.joinRequests.keys() ?? [])],
    };
    for (const word of [actual.status, ...actual.rows.map((row) => `row ${row}`)]) met.add(String(word));

    const members = reader === undefined ? [] : toList(network, plain.members);
    const expected = { ...predicted, members, waiting: phones(network, [...plain.waiting]) };
    expect(actual, `step ${n + 1}, ${JSON.stringify(act)}`).toEqual(expected);
  }
}

function carryOut(network: Network<Walker>, jid: string, firstLink: string, act: Act): AnyAnswer {
  switch (act.does) {
    case 'add':
    case 'remove':
    case 'promote':
    case 'demote': {
      const body = { participants: phones(network, act.whom), action: act.does };
      return network.call(act.by, 'addGroupParticipants', { jid, body });
    }
    case 'leave':
      return network.call(act.by, 'leaveGroup', { jid });
    case 'reset link':
      return network.call(act.by, 'resetGroupInviteLink', { jid });
    case 'set':
      return network.call(act.by, 'updateGroup', { jid, body: act.setting });
    case 'join': {
      const present = network.world.groups.get(jid)?.inviteCode ?? firstLink;
      const links = { 'the link': present, 'an old link': firstLink, 'a made-up link': MADE_UP };
      return network.call(act.by, 'joinGroup', { body: { link: links[act.link] } });
    }
  }
}

/** The participants as somebody reads them, in their order. */
function read(network: Network<Walker>, jid: string, reader: Walker): string[] {
  const { body } = network.call(reader, 'getGroup', { jid });
  if (!('group' in body)) return [];
  return body.group.participants.map(({ jid: user, is_admin, is_super_admin }) => {
    const role = is_super_admin ? 'creator' : is_admin ? 'admin' : 'member';
    return `${user} ${role}`;
  });
}

function toList(network: Network<Walker>, members: ReadonlyMap<Person, string>): string[] {
  return [...members].map(([person, role]) => `${phones(network, [person])}@s.whatsapp.net ${role}`);
}

function phones(network: Network<Walker>, people: readonly Person[]): string[] {
  return people.map((person) => {
    const walker = WALKERS.find((one) => one === person);
    return walker === undefined ? person : network.phone(walker);
  });
}
