import type { Group } from '../../mock/world/index.ts';
import type { Memory } from './memory.ts';
import { WALKERS, type Walker } from './steps.ts';
import type { Walk } from './walk.ts';

/** What the API shows, held against the world and against what others are shown; yields what does not fit. */
export function* contradictions(walk: Walk, memory: Memory): Iterable<string> {
  const { network, jids } = walk;
  const shown = new Map<string, string>();
  for (const name of WALKERS) {
    const listed = listOf(walk, name);
    if (listed === 'device-not-ready') continue;
    for (const jid of jids) {
      const { status, body } = network.call(name, 'getGroup', { jid });
      const group = network.world.groups.get(jid);
      const expected = statusFor(walk, name, group);
      if (status !== expected) yield `${name} reads ${jid} with ${status}, not ${expected}`;
      if (listed.has(jid) !== (status === 200)) yield `${name} is listed ${jid}, and reads it with ${status}`;
      if (group === undefined || !('group' in body)) continue;

      yield* differences(group, body.group).map((what) => `${name} reads in ${jid}: ${what}`);
      const { participants: _, ...summary } = body.group;
      if (listed.get(jid) !== JSON.stringify(summary)) yield `${name} is listed another ${jid} than is read`;
      const text = JSON.stringify(body);
      if ((shown.get(jid) ?? text) !== text) yield `${name} reads another ${jid} than others do`;
      shown.set(jid, text);

      const link = network.call(name, 'getGroupInviteLink', { jid });
      const told = 'invite_link' in link.body ? link.body.invite_link : undefined;
      const isAdmin = group.members.get(network.phone(name)) !== 'member';
      if (told !== (isAdmin ? memory.links.get(jid) : undefined))
        yield `${name} is told the link ${told} of ${jid}`;
    }
  }
}

/** The groups that an account is listed, as JSON. */
function listOf({ network }: Walk, name: Walker): Map<string, string> | 'device-not-ready' {
  const list = network.call(name, 'listGroups');
  if (!('groups' in list.body)) return 'device-not-ready';
  return new Map(list.body.groups.map((group) => [group.jid, JSON.stringify(group)]));
}

function statusFor({ network }: Walk, name: Walker, group: Group | undefined): number {
  if (group === undefined) return 404;
  return group.members.has(network.phone(name)) ? 200 : Number(network.world.rulings['not-participant']);
}

/** How the participants of a group, as they are read, differ from its members. A community shows its admins only. */
function differences(
  { kind, members }: Group,
  read: {
    members_count: number;
    participants: { jid: string; is_admin: boolean; is_super_admin: boolean }[];
  },
): string[] {
  const wrong: string[] = [];
  if (read.members_count !== members.size)
    wrong.push(`members_count ${read.members_count} of ${members.size}`);
  const roles = read.participants.map(({ jid, is_admin, is_super_admin }) => {
    if (is_super_admin && !is_admin) wrong.push(`${jid} is super admin, yet no admin`);
    const role = is_super_admin ? 'creator' : is_admin ? 'admin' : 'member';
    return `${jid.replace('@s.whatsapp.net', '')} ${role}`;
  });
  const expected = [...members].filter(([, role]) => kind !== 'community' || role !== 'member');
  const truth = expected.map(([phone, role]) => `${phone} ${role}`);
  if (roles.join() !== truth.join()) wrong.push(`participants ${roles.join()} for ${truth.join()}`);
  return wrong;
}
