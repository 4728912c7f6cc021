/** What no case reads: queries find a person by any way to call them. */
import { describe, expect, it } from 'vitest';
import { FIRST } from '../client.ts';
import { createPlane, type Json, type Plane } from './plane.ts';

const GUEST = '5511977777777';
const SHORT = '551177777777';
const FORMATTED = '+55 (11) 97777-7777';
const WORLD = '/worlds/default';

/** A group that the guest was added to by the API, and all the ways to call them. */
async function createTeam() {
  const plane = await createPlane({ seed: 1 });
  const { jid: group } = await plane.as('first').createGroup({ name: 'Team', participants: [GUEST] });
  const { people } = await ask(plane, '/people');
  const { lid } = people.find(({ phone }: Json) => phone === GUEST);
  return { plane, group, ids: [GUEST, SHORT, FORMATTED, `${GUEST}@s.whatsapp.net`, lid] };
}

async function ask(plane: Plane, path: string, query: Record<string, string> = {}): Promise<Json> {
  const { status, body } = await plane.control('GET', `${WORLD}${path}?${new URLSearchParams(query)}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

describe('a query for a person', () => {
  it('takes a number in any spelling, a user JID or a LID', async () => {
    const { plane, group, ids } = await createTeam();
    for (const phone of ids) {
      expect((await ask(plane, '/people', { phone })).people, phone).toMatchObject([{ phone: GUEST }]);
      expect((await ask(plane, '/events', { phone })).events, phone).toMatchObject([{ group_jid: group }]);
      expect((await ask(plane, '/journal', { phone })).calls, phone).toHaveLength(1);
      const lines = (await ask(plane, '/group-lines', { phone })).groups;
      expect(lines, phone).toMatchObject([{ jid: group, role: 'member' }]);
    }
  });

  it('of deliveries and of an account takes them too', async () => {
    const { plane } = await createTeam();
    const account = await ask(plane, `/accounts/${FIRST}`);
    await plane.as('first').post('/webhook', {
      webhook_url: 'http://127.0.0.1:9/hook',
      enabled_events: ['group.joined'],
    });
    await plane.act(GUEST, { do: 'create-group', name: 'Theirs', participants: [FIRST] });
    for (const phone of ['+55 11 99999-9999', '551199999999', account.account.jid, account.account.lid]) {
      expect((await ask(plane, '/deliveries', { phone })).deliveries, phone).toMatchObject([
        { phone: FIRST },
      ]);
      expect(await ask(plane, `/accounts/${encodeURIComponent(phone)}`), phone).toEqual({
        ...account,
        account: { ...account.account, webhook_url: 'http://127.0.0.1:9/hook' },
      });
    }
  });

  it('by JID finds the person in whatever way the call names them', async () => {
    const { plane, group, ids } = await createTeam();
    const { post } = plane.as('first');
    await post(`/groups/${group}/participants`, { participants: [SHORT], action: 'promote' });
    await post(`/groups/${group}/participants`, { participants: [ids.at(-1)], action: 'demote' });
    for (const jid of [`${GUEST}@s.whatsapp.net`, `${SHORT}@s.whatsapp.net`, ids.at(-1)]) {
      expect((await ask(plane, '/journal', { jid })).calls, jid).toHaveLength(3);
    }
  });

  it('finds the calls that name a stranger in another spelling', async () => {
    const { plane, group } = await createTeam();
    const stranger = { long: '5511966666666', short: '551166666666' };
    await plane.as('second').post(`/groups/${group}/participants`, { participants: [stranger.short, 7] });
    for (const phone of [stranger.long, stranger.short]) {
      expect((await ask(plane, '/journal', { phone })).calls, phone).toHaveLength(1);
    }
    expect((await ask(plane, '/people', { phone: '5511955555555' })).people).toEqual([]);
  });

  it('says what it takes, and that nobody has a LID', async () => {
    const { plane } = await createTeam();
    for (const path of ['/people', '/events', '/journal', '/deliveries', '/group-lines']) {
      const short = await plane.control('GET', `${WORLD}${path}?phone=123`);
      expect(short.body.validation, path).toMatchObject([
        { message: 'must be a phone number of 10 to 15 digits, a user JID or a LID', value: '123' },
      ]);
      const nobody = await plane.control('GET', `${WORLD}${path}?phone=1@lid`);
      expect([nobody.status, nobody.body.rule], path).toEqual([404, 'no-such-person']);
    }
    const nobody = await plane.control('GET', `${WORLD}/journal?jid=1@lid`);
    expect([nobody.status, nobody.body.rule]).toEqual([404, 'no-such-person']);
  });
});
