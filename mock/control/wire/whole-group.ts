import type { ControlSchema } from '../../../spec/index.ts';
import { toGroup } from '../../wire/group.ts';
import { toInviteLink } from '../../wire/invite.ts';
import { type Group, type Phone, parentOf, personOf, type World } from '../../world/index.ts';

/** A group with all that its members do not see of it; `deadLinks` are codes, see `deadLinksOf`. */
export function toWholeGroup(
  world: World,
  group: Group,
  deadLinks: readonly string[],
): ControlSchema<'WholeGroup'> {
  const members = Array.from(group.members, ([phone, role]) => {
    const { lid, name } = personOf(world, phone);
    return { phone, lid, name, role };
  });
  return {
    ...toGroup(world, group),
    addressing_mode: group.addressing,
    invite_link: toInviteLink(group.inviteCode),
    dead_links: deadLinks.map(toInviteLink),
    members,
    join_requests: [...group.joinRequests.keys()],
  };
}

/** A group in one line, with what somebody is in it, where it is asked for them. */
export function toGroupLine(group: Group, phone?: Phone): ControlSchema<'GroupLine'> {
  const { jid, kind, members, settings, joinRequests } = group;
  const { name, announcement, locked, joinApproval } = settings;
  const asked = phone !== undefined && joinRequests.has(phone) ? 'asked' : null;
  return {
    jid,
    name,
    kind,
    parent_jid: parentOf(group) ?? null,
    members: members.size,
    announcement,
    locked,
    join_approval: joinApproval,
    ephemeral_seconds: settings.ephemeralSeconds,
    join_requests: joinRequests.size,
    role: phone === undefined ? null : (members.get(phone) ?? asked),
  };
}

/** The codes of links that were reset, by the JID of their group. */
export function deadLinksOf({ groups, inviteCodes }: World): Map<string, string[]> {
  const dead = new Map<string, string[]>();
  for (const [code, jid] of inviteCodes) {
    if (groups.get(jid)?.inviteCode === code) continue;
    const known = dead.get(jid);
    if (known === undefined) dead.set(jid, [code]);
    else known.push(code);
  }
  return dead;
}
