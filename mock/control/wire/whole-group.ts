import type { ControlSchema } from '../../../spec/index.ts';
import { toGroup } from '../../wire/group.ts';
import { toInviteLink } from '../../wire/invite.ts';
import { type Group, personOf, type World } from '../../world/index.ts';

/** A group with all that its members do not see of it. */
export function toWholeGroup(world: World, group: Group): ControlSchema<'WholeGroup'> {
  const members = Array.from(group.members, ([phone, role]) => {
    const { lid, name } = personOf(world, phone);
    return { phone, lid, name, role };
  });
  return {
    ...toGroup(world, group),
    invite_link: toInviteLink(group.inviteCode),
    members,
    join_requests: [...group.joinRequests.keys()],
  };
}
