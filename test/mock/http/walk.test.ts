import { describe, expect, it } from 'vitest';
import { createClient, expectRefusal, membersOf, SECOND } from './client.ts';

const [THIRD, FOURTH, SHY] = ['5511777777777', '5511666666666', '5500000000403'];

/** One story: each step builds on those before it, and is seen in the next GET. */
describe('a walk through groups and communities', async () => {
  const { as } = await createClient();
  const [first, second] = [as('first'), as('second')];
  let jid: string;
  let oldLink: string;
  let community: { jid: string; announcement: string };

  const groupNow = async () => (await first.get(`/groups/${jid}`)).body.group;

  it('create a group', async () => {
    const made = await first.post('/groups', { name: 'WUTS Launch', participants: [THIRD] });
    expect(made.status).toBe(201);
    jid = made.body.group.jid;
    expect((await first.get('/groups')).body.groups).toMatchObject([
      { jid, name: 'WUTS Launch', members_count: 2 },
    ]);
    expect(await membersOf(first, jid)).toEqual(['5511999999999', THIRD]);
  });

  it('add two, one of whom cannot be added', async () => {
    const added = await first.post(`/groups/${jid}/participants`, { participants: [FOURTH, SHY] });
    expect(added.status).toBe(200);
    expect(added.body.participants).toMatchObject([
      { jid: `${FOURTH}@s.whatsapp.net`, is_admin: false },
      { jid: `${SHY}@s.whatsapp.net`, error: 403, add_request: { code: expect.stringMatching(/^\w{16}$/) } },
    ]);
    expect(added.body.participants[0]).not.toHaveProperty('error');
    expect(await membersOf(first, jid)).toEqual(['5511999999999', THIRD, FOURTH]);
  });

  it('promote one', async () => {
    const promoted = await first.post(`/groups/${jid}/participants`, {
      participants: [THIRD],
      action: 'promote',
    });
    expect(promoted.body.participants).toMatchObject([{ is_admin: true, is_super_admin: false }]);
    const admins = (await groupNow()).participants.filter(({ is_admin }) => is_admin);
    expect(admins.map(({ jid: user }) => user)).toEqual([
      '5511999999999@s.whatsapp.net',
      `${THIRD}@s.whatsapp.net`,
    ]);
  });

  it('turn join approval on', async () => {
    const updated = await first.patch(`/groups/${jid}`, { join_approval: true });
    expect(updated.body.group.join_approval).toBe(true);
    expect((await groupNow()).join_approval).toBe(true);
  });

  it('the second account joins by link and waits', async () => {
    oldLink = await first.inviteLink(jid);
    const joined = await second.post('/groups/join', { link: oldLink });
    expect(joined.body).toEqual({ success: true, pending_approval: true, group_jid: jid });
    expect((await second.get('/groups')).body.groups).toEqual([]);
    expectRefusal(await second.get(`/groups/${jid}`), 403, 'FORBIDDEN', 'not-a-participant');
    expect((await groupNow()).members_count).toBe(3);
  });

  it('reset the link: the old one is gone', async () => {
    const reset = await first.post(`/groups/${jid}/invite/reset`);
    expect(reset.body).toMatchObject({ group_jid: jid, reset_at: expect.stringMatching(/Z$/) });
    expect(reset.body.invite_link).not.toBe(oldLink);
    expect(await first.inviteLink(jid)).toBe(reset.body.invite_link);
    expectRefusal(await second.post('/groups/join', { link: oldLink }), 410, 'GONE', 'invite-link-reset');
  });

  it('without approval, the new link lets the second account in', async () => {
    await first.patch(`/groups/${jid}`, { join_approval: false });
    expect((await groupNow()).members_count).toBe(3);
    const joined = await second.post('/groups/join', { link: await first.inviteLink(jid) });
    expect(joined.body).toEqual({ success: true, pending_approval: false, group_jid: jid });
    expect((await second.get('/groups')).body.groups).toMatchObject([{ jid, members_count: 4 }]);
    const again = await second.post('/groups/join', { link: await first.inviteLink(jid) });
    expectRefusal(again, 409, 'CONFLICT', 'already-a-member');
  });

  it('create a community, which comes with its announcement group', async () => {
    community = await first.createCommunity();
    expect((await first.get('/groups')).body.groups).toMatchObject([
      { jid },
      { jid: community.jid, is_community: true, parent_jid: null },
      {
        jid: community.announcement,
        is_announce: true,
        is_announcement_group: true,
        parent_jid: community.jid,
      },
    ]);
  });

  it('link the group: its members are in the announcement group', async () => {
    const linked = await first.post(`/communities/${community.jid}/groups`, { group_jid: jid });
    expect(linked).toMatchObject({ status: 200, text: '{"success":true}' });
    expect((await groupNow()).parent_jid).toBe(community.jid);
    const members = await membersOf(first, community.announcement);
    expect(members.sort()).toEqual(['5511999999999', THIRD, FOURTH, SECOND].sort());
    expect((await second.get('/groups')).body.groups).toHaveLength(3);
  });

  it('unlink it: they stay, in both', async () => {
    const unlinked = await first.delete(`/communities/${community.jid}/groups`, { group_jid: jid });
    expect(unlinked).toMatchObject({ status: 200, text: '{"success":true}' });
    expect(await groupNow()).toMatchObject({ parent_jid: null, members_count: 4 });
    expect(await membersOf(first, community.announcement)).toHaveLength(4);
  });

  it('leave: the group goes on without its creator', async () => {
    expect(await first.delete(`/groups/${jid}/leave`)).toMatchObject({
      status: 200,
      text: '{"success":true}',
    });
    expectRefusal(await first.get(`/groups/${jid}`), 403, 'FORBIDDEN', 'not-a-participant');
    expect((await first.get('/groups')).body.groups.map((group) => group.jid)).not.toContain(jid);
    const { group } = (await second.get(`/groups/${jid}`)).body;
    expect(group).toMatchObject({ members_count: 3, owner: '5511999999999@s.whatsapp.net' });
    expect(group.participants.filter((one) => one.is_admin)).toMatchObject([
      { jid: `${THIRD}@s.whatsapp.net` },
    ]);
  });
});
