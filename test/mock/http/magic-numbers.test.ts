import { describe, expect, it } from 'vitest';
import { createClient, expectRefusal, membersOf, TOKENS } from './client.ts';

const MAGIC = [401, 402, 403, 404, 408, 417].map((code) => ({ code, phone: `5500000000${code}` }));

describe.each(MAGIC)('$phone always gives $code', ({ code, phone }) => {
  const row = { jid: `${phone}@s.whatsapp.net`, is_admin: false, is_super_admin: false, error: code };

  it('when it is added, time and again, and in every spelling', async () => {
    const first = (await createClient()).as('first');
    const { jid } = await first.createGroup();
    const spelled = `+${phone.slice(0, 2)} (${phone.slice(2, 4)}) ${phone.slice(4, 9)}-${phone.slice(9)}`;
    for (const participant of [phone, phone, `${phone}@s.whatsapp.net`, spelled]) {
      const { status, body } = await first.post(`/groups/${jid}/participants`, {
        participants: [participant],
      });
      expect({ status, rows: body.participants }).toMatchObject({ status: 200, rows: [row] });
    }
    expect(await membersOf(first, jid)).not.toContain(phone);
  });

  it('when a group is created with it', async () => {
    const first = (await createClient()).as('first');
    const { jid, participants, members_count } = await first.createGroup({
      participants: [phone, '5511777777777'],
    });
    expect(members_count).toBe(2);
    expect(participants[2]).toMatchObject(row);
    expect(await membersOf(first, jid)).toEqual(['5511999999999', '5511777777777']);
  });

  it('when it is added to a community', async () => {
    const { post, createCommunity } = (await createClient()).as('first');
    const { jid } = await createCommunity([phone]);
    const { body } = await post(`/communities/${jid}/participants`, { participants: [phone] });
    expect(body).toMatchObject({ jid, action: 'add', participants: [row] });
  });

  it('and the others of the request are added', async () => {
    const { post, createGroup } = (await createClient()).as('first');
    const { jid } = await createGroup();
    const participants = ['5511666666666', phone, '5511555555555'];
    const { body } = await post(`/groups/${jid}/participants`, { participants });
    expect(body.participants.map(({ error }) => error)).toEqual([undefined, code, undefined]);
  });
});

it('every other number is on WhatsApp', async () => {
  const { post, createGroup } = (await createClient()).as('first');
  const { jid } = await createGroup();
  const participants = ['5500000000400', '5500000000405', '15005550006', '100000000000000'];
  const { body } = await post(`/groups/${jid}/participants`, { participants });
  expect(body.participants.filter(({ error }) => error !== undefined)).toEqual([]);
});

describe('403 comes with a private invite', () => {
  const SHY = '5500000000403';
  const TOKEN = '33333333-3333-4333-8333-333333333333';

  it('for 72 hours, another one each time; no other code has one', async () => {
    const { post, createGroup } = (await createClient({ seed: 1 })).as('first');
    const { jid } = await createGroup();
    const participants = [...MAGIC.map(({ phone }) => phone), SHY];
    const { body } = await post(`/groups/${jid}/participants`, { participants });
    const invites = body.participants.flatMap(({ add_request }) => add_request ?? []);
    expect(invites).toHaveLength(2);
    expect(new Set(invites.map(({ code }) => code)).size).toBe(2);
    expect(invites[0]).toEqual({
      code: expect.stringMatching(/^[0-9A-Za-z]{16}$/),
      expires_at: '2026-06-18T12:00:00Z',
    });
  });

  it('by which the invited person, and nobody else, can join, once', async () => {
    const { as, send } = await createClient({ accounts: [{ token: TOKEN, phone: SHY }] });
    const { jid } = await as('first').createGroup({ options: { join_approval: true } });
    const added = await as('first').post(`/groups/${jid}/participants`, { participants: [SHY] });
    const invite = {
      code: added.body.participants[0]?.add_request?.code ?? '',
      group_jid: jid,
      inviter_jid: '5511999999999@s.whatsapp.net',
    };
    const join = (token: string, body: object) =>
      send({ method: 'POST', path: '/groups/join', headers: { Authorization: token }, body });

    expectRefusal(await join(TOKENS.second, invite), 403, 'FORBIDDEN', 'private-invite-of-another');
    const elsewhere = { ...invite, inviter_jid: '5511888888888' };
    expectRefusal(await join(TOKEN, elsewhere), 404, 'NOT_FOUND', 'no-such-invite');
    const { body } = await join(TOKEN, invite);
    expect(body).toEqual({ success: true, pending_approval: false, group_jid: jid });
    expect(await membersOf(as('first'), jid)).toContain(SHY);
    const { code: invite_code, ...where } = invite;
    expectRefusal(await join(TOKEN, { invite_code, ...where }), 410, 'GONE', 'private-invite-used');
  });
});
