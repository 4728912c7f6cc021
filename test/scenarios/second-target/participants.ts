import { toPerson } from './bodies.ts';
import { type Deed, type Group, mayDo, No } from './network.ts';
import type { Ask, Done } from './operations.ts';
import { fromLid, showPerson } from './show.ts';

/** Adds people to a community, or removes them. */
export function inCommunity(ask: Ask, action: 'add' | 'remove'): Done {
  const group = ask.network.groups.get(ask.jid);
  if (group === undefined) throw new No(404, 'no-such-group');
  mayDo('read', group, ask.me);
  if (group.kind !== 'community') throw new No(422, 'not-a-community');
  return [200, { jid: ask.jid, action, participants: change(ask, action) }];
}

/** Changes participants one by one; each has a row, whatever becomes of them. */
export function change(ask: Ask, action: unknown): object[] {
  const { network, jid, me, body, choices } = ask;
  const group = network.find(action as Deed, jid, me);
  const rows = (body.participants as string[]).map((one) => {
    const who = toPerson(one) ?? '';
    const person = who.endsWith('@lid') ? (fromLid(who) ?? who) : who;
    const code = person.endsWith('@lid') ? 404 : ACTIONS[action as keyof typeof ACTIONS](ask, group, person);
    return {
      ...showPerson(person, network.doorOf(group), choices, group),
      ...(code && choices.codes && { error: choices.rowCodes[code] ?? code }),
    };
  });
  return choices.shuffle(rows);
}

/** What is done to one person; a code where it is not done. */
const ACTIONS = {
  add({ network, me, choices }: Ask, group: Group, who: string) {
    if (who === choices.stranger) return 404;
    const door = network.doorOf(group);
    const isAdmin = group.members.get(me) !== 'member';
    // Whoever came with a linked group is a member in their own right from now on.
    if (group.kind === 'community' && door.members.has(who) && group.brought.delete(who)) return undefined;
    if (door.members.has(who)) return 409;
    if (!isAdmin && door.removed.has(who)) return 402;
    if ((door.departures.get(who) ?? 0) > 1) return 408;
    const { community } = group;
    if (community?.removed.has(who) && community.members.get(me) === 'member') return 417;
    if (!isAdmin && group.approval) {
      group.asking.add(who);
      return 421;
    }
    network.enter(door, who, me);
    network.doorOf(group).community?.removed.delete(who);
    return undefined;
  },
  remove({ network, me }: Ask, group: Group, who: string) {
    const rank = group.members.get(who);
    if (rank === undefined) return 404;
    if (rank === 'creator') return 406;
    if (who === me || (group.kind === 'announcement' && rank === 'admin')) return 405;
    network.exit(group, who, me);
    group.removed.add(who);
    network.doorOf(group).removed.add(who);
    return undefined;
  },
  promote: (ask: Ask, group: Group, who: string) => rank(ask, group, who, 'admin'),
  demote: (ask: Ask, group: Group, who: string) => rank(ask, group, who, 'member'),
} as const;

function rank({ network, me, tell }: Ask, group: Group, who: string, to: 'admin' | 'member') {
  const door = network.doorOf(group);
  const now = door.members.get(who);
  if (now === undefined) return group.kind === 'community' ? 403 : 404;
  if (now === 'creator') return to === 'admin' ? undefined : 406;
  if (now === to) return undefined;
  for (const one of [group, door, group.kind === 'announcement' ? group.community : undefined]) {
    if (one === undefined || one.members.get(who) === to) continue;
    one.members.set(who, to);
    if (one.kind === 'community') one.brought.delete(who);
    tell({ group: one, sender: me, said: { [to === 'admin' ? 'promote' : 'demote']: [who] } });
  }
  return undefined;
}
