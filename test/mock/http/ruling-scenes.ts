import { expect } from 'vitest';
import { callsOn } from './calls.ts';
import { type Answer, type Client, expectRefusal, membersOf, TOKENS } from './client.ts';

const THIRD = '5511777777777';

/** Somebody reads a group in which they take no part. */
export async function readOfAnother({ as }: Client): Promise<Answer> {
  const { jid } = await as('first').createGroup();
  return as('second').get(`/groups/${jid}`);
}

/** None of the 17 operations works without a connected device; each says so with this status. */
export async function allMustBe({ as, send }: Client, status: number): Promise<void> {
  const { jid } = await as('first').createGroup();
  await as('first').post('/disconnect');
  for (const call of callsOn(jid)) {
    const answer = await send({ ...call, headers: { Authorization: TOKENS.first } });
    expectRefusal(answer, status, 'DEVICE_NOT_READY', 'device-not-ready');
  }
}

/** Somebody whom an admin removed comes back by link. */
export async function rejoin({ as }: Client): Promise<Answer> {
  const participants = ['5511888888888'];
  const { jid } = await as('first').createGroup({ participants });
  await as('first').delete(`/groups/${jid}/participants`, { participants });
  return as('second').post('/groups/join', { link: await as('first').inviteLink(jid) });
}

/** Who is in the announcement group after a group was linked and unlinked. */
export async function announcementAfterUnlink({ as }: Client): Promise<string[]> {
  const { post, delete: remove, createGroup, createCommunity } = as('first');
  const { jid: group_jid } = await createGroup({ participants: [THIRD] });
  const { jid, announcement } = await createCommunity();
  await post(`/communities/${jid}/groups`, { group_jid });
  expect(await membersOf(as('first'), announcement)).toContain(THIRD);
  expect(await remove(`/communities/${jid}/groups`, { group_jid })).toMatchObject({ status: 200 });
  return membersOf(as('first'), announcement);
}

/** What joining says where an admin has to approve; it never lets anybody in. */
export async function askToJoin({ as }: Client): Promise<boolean> {
  const { jid } = await as('first').createGroup({ options: { join_approval: true } });
  const asked = await as('second').post('/groups/join', { link: await as('first').inviteLink(jid) });
  expect(await as('second').get(`/groups/${jid}`)).toMatchObject({ status: 403 });
  return asked.body.pending_approval;
}

/** A group that is linked to one community is linked to another; it stays where it is. */
export async function linkTwice({ as }: Client): Promise<Answer> {
  const { post, get, createGroup, createCommunity } = as('first');
  const { jid: group_jid } = await createGroup();
  const [one, two] = [await createCommunity(), await createCommunity()];
  await post(`/communities/${one.jid}/groups`, { group_jid });
  const answer = await post(`/communities/${two.jid}/groups`, { group_jid });
  expect((await get(`/groups/${group_jid}`)).body.group.parent_jid).toBe(one.jid);
  return answer;
}

/** A group is read after its last member left. */
export async function lastOneOut({ as }: Client): Promise<Answer> {
  const { get, delete: leave, createGroup } = as('first');
  const { jid } = await createGroup({ participants: ['5511999999999'] });
  await leave(`/groups/${jid}/leave`);
  expect((await get('/groups')).body.groups).toEqual([]);
  return get(`/groups/${jid}`);
}

/** How many groups a community takes, by linking them and by making them inside, in turn. */
export async function groupsThatFit({ as }: Client): Promise<number> {
  const { post, createGroup, createCommunity } = as('first');
  const { jid } = await createCommunity();
  for (let held = 0; ; held += 1) {
    const { jid: group_jid } = await createGroup();
    const link = () => post(`/communities/${jid}/groups`, { group_jid });
    const make = () =>
      post('/groups', { name: 'Inside', participants: [THIRD], options: { parent_jid: jid } });
    const answer = await (held % 2 === 0 ? link() : make());
    if (answer.status < 300) continue;
    expectRefusal(answer, 409, 'CONFLICT', 'too-many-groups-in-community');
    return held;
  }
}
