import { describe, expect, it } from 'vitest';
import { findGroup, personOf } from '../../../mock/world/index.ts';
import { createNetwork } from '../model/network.ts';
import { ROLES, type Role } from './role-table.ts';

/** "Admin of both sides": what somebody is in the community, and what they are in the group. */
const CASES = (['linkGroup', 'unlinkGroup'] as const).flatMap((operation) =>
  ROLES.flatMap((inCommunity) => ROLES.map((inGroup) => ({ operation, inCommunity, inGroup }))),
);

describe('linking and unlinking', () => {
  it('are tried in every combination', () => {
    expect(CASES).toHaveLength(2 * 4 * 4);
  });

  it.each(CASES)('$operation, by the $inCommunity of the community who is $inGroup of the group', (one) => {
    const { operation, inCommunity, inGroup } = one;
    const { network, community, group } = createSides(inCommunity, inGroup);
    const { world, call } = network;
    const body = { group_jid: group };
    if (operation === 'unlinkGroup') call('friend', 'linkGroup', { jid: community, body });
    const before = findGroup(world, group).parent;
    expect(before).toBe(operation === 'unlinkGroup' ? community : undefined);

    const { status, rule } = call('somebody', operation, { jid: community, body });

    const refusal = refusalOn(inCommunity) ?? refusalOn(inGroup);
    expect(rule).toBe(refusal);
    expect(status).toBe(refusal === undefined ? 200 : 403);
    const done = operation === 'linkGroup' ? community : undefined;
    expect(findGroup(world, group).parent).toBe(refusal === undefined ? done : before);
  });
});

function refusalOn(role: Role): string | undefined {
  if (role === 'outsider') return 'not-a-participant';
  return role === 'member' ? 'not-an-admin' : undefined;
}

/**
 * A community and a group in which "somebody" has these roles, and in both of which the friend is an admin. An outsider of the
 * community can still be in a linked group: their privacy kept them out when it was linked.
 */
function createSides(inCommunity: Role, inGroup: Role) {
  const network = createNetwork(['somebody', 'friend']);
  const { world, phone, call } = network;

  const fill = (jid: string, role: Role, creator: 'somebody' | 'friend') => {
    const participants = [phone(creator === 'friend' ? 'somebody' : 'friend')];
    const change = (action: 'add' | 'promote') =>
      call(creator, 'addGroupParticipants', { jid, body: { participants, action } });
    if (role !== 'outsider') change('add');
    if (role === 'admin' || role === 'creator') change('promote');
  };

  const founder = inCommunity === 'creator' ? 'somebody' : 'friend';
  const founded = call(founder, 'createCommunity', { body: { name: 'Community' } });
  const creator = inGroup === 'creator' ? 'somebody' : 'friend';
  const created = call(creator, 'createGroup', { body: { name: 'Group', participants: [phone(creator)] } });
  if (founded.status !== 201 || created.status !== 201) throw new Error('The sides cannot be made.');
  const community = founded.body.community.jid ?? '';
  const group = created.body.group.jid;
  fill(community, inCommunity, founder);
  fill(group, inGroup, creator);

  personOf(world, phone('somebody')).addableBy = 'nobody';
  return { network, community, group };
}
