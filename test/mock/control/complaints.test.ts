import { describe, expect, it } from 'vitest';
import { FIRST, SECOND } from '../http/client.ts';
import { createPlane, type Json, type Plane } from './plane.ts';

/** What people who test against WhatsApp gateways complain that they cannot do, each through HTTP alone. */

const GUEST = '5511777777777';
const DAY = 24 * 3600;

/** The first account is the code under test; it has a group. */
async function createStage(options = {}, participants = [FIRST]) {
  const plane = await createPlane({ seed: 1 });
  const us = plane.as('first');
  const { jid } = await us.createGroup({ participants, options });
  const group = async () => (await us.get(`/groups/${jid}`)).body.group;
  return {
    plane,
    us,
    jid,
    group,
    members: async () => (await group()).participants.map((one) => one.jid.replace(/@s\.whatsapp\.net$/, '')),
    row: async (who: string, action = 'add') =>
      (await us.post(`/groups/${jid}/participants`, { participants: [who], action })).body.participants[0],
  };
}

/** A group that somebody else made, with the first account in it. */
async function theirGroup(plane: Plane): Promise<string> {
  return (await plane.act(GUEST, { do: 'create-group', name: 'Theirs', participants: [FIRST] })).group.jid;
}

/** Tells the control plane of the default world something, which must be taken. */
async function world(plane: Plane, method: string, path: string, body?: object) {
  const answer = await plane.control(method, `/worlds/default${path}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer;
}

const advance = (plane: Plane, seconds: number) =>
  world(plane, 'PATCH', '/clock', { advance_seconds: seconds });

const person = (plane: Plane, traits: object) => world(plane, 'PATCH', `/people/${GUEST}`, traits);

const fault = (plane: Plane, effect: object) => world(plane, 'POST', '/faults', effect);

describe('"I cannot have another person', () => {
  it('join by our link"', async () => {
    const { plane, us, jid, members } = await createStage();
    await plane.act(GUEST, { do: 'join', link: await us.inviteLink(jid) });
    expect(await members()).toEqual([FIRST, GUEST]);
  });

  it('ask to join and wait, and be let in"', async () => {
    const { plane, us, jid, members } = await createStage({ join_approval: true });
    const link = await us.inviteLink(jid);
    expect(await plane.act(GUEST, { do: 'ask', link })).toMatchObject({ pending_approval: true });
    expect(await members()).toEqual([FIRST]);
    await plane.act(FIRST, { do: 'approve', group: jid, participant: GUEST });
    expect(await members()).toEqual([FIRST, GUEST]);
  });

  it('think better of asking"', async () => {
    const { plane, us, jid } = await createStage({ join_approval: true });
    await plane.act(GUEST, { do: 'ask', link: await us.inviteLink(jid) });
    const waiting = async () => (await world(plane, 'GET', '/join-requests')).body.join_requests.length;
    expect(await waiting()).toBe(1);
    await plane.act(GUEST, { do: 'cancel', group: jid });
    expect(await waiting()).toBe(0);
  });

  it('leave our group"', async () => {
    const { plane, jid, members } = await createStage({}, [GUEST]);
    await plane.act(GUEST, { do: 'leave', group: jid });
    expect(await members()).toEqual([FIRST]);
  });

  it('add us to theirs"', async () => {
    const plane = await createPlane();
    const made = await plane.act(GUEST, { do: 'create-group', name: 'Theirs', participants: [SECOND] });
    const group = made.group.jid;
    const { get } = plane.as('first');
    expect((await get(`/groups/${group}`)).status).toBe(403);
    await plane.act(GUEST, { do: 'add', group, participants: [FIRST] });
    expect((await get('/groups')).body.groups).toMatchObject([{ jid: group, name: 'Theirs' }]);
  });

  it('remove us from theirs"', async () => {
    const plane = await createPlane();
    const group = await theirGroup(plane);
    await plane.act(GUEST, { do: 'remove', group, participants: [FIRST] });
    const { get } = plane.as('first');
    expect((await get('/groups')).body.groups).toEqual([]);
    expect((await get(`/groups/${group}`)).status).toBe(403);
  });

  it('promote us, and demote us again"', async () => {
    const plane = await createPlane();
    const group = await theirGroup(plane);
    const { get } = plane.as('first');
    const link = async () => (await get(`/groups/${group}/invite`)).status;
    expect(await link()).toBe(403);
    await plane.act(GUEST, { do: 'promote', group, participants: [FIRST] });
    expect(await link()).toBe(200);
    await plane.act(GUEST, { do: 'demote', group, participants: [FIRST] });
    expect(await link()).toBe(403);
  });

  it('rename the group"', async () => {
    const { plane, jid, group } = await createStage({}, [GUEST]);
    await plane.act(GUEST, { do: 'rename', group: jid, name: 'Renamed by them' });
    expect((await group()).name).toBe('Renamed by them');
  });
});

describe('"I have no number', () => {
  it('that is not on WhatsApp"', async () => {
    const { plane, row, members } = await createStage();
    await person(plane, { on_whatsapp: false });
    expect((await row(GUEST))?.error).toBe(404);
    expect(await members()).toEqual([FIRST]);
  });

  it('whose privacy keeps us from adding it, with the private invite that comes instead"', async () => {
    const { plane, row, jid, members } = await createStage();
    await person(plane, { addable_by: 'nobody' });
    const { error, add_request } = (await row(GUEST)) ?? {};
    expect({ error, code: add_request?.code }).toEqual({
      error: 403,
      code: expect.stringMatching(/^.{16}$/),
    });
    await plane.act(GUEST, { do: 'accept-invite', group: jid, inviter: FIRST, code: add_request?.code });
    expect(await members()).toEqual([FIRST, GUEST]);
  });

  it('that blocked us"', async () => {
    const { plane, row } = await createStage();
    await person(plane, { blocked: [FIRST] });
    expect((await row(GUEST))?.error).toBe(401);
  });

  it('that left recently"', async () => {
    const { plane, row, jid } = await createStage({}, [GUEST]);
    await plane.act(GUEST, { do: 'leave', group: jid });
    expect((await row(GUEST))?.error).toBeUndefined();
    await plane.act(GUEST, { do: 'leave', group: jid });
    expect((await row(GUEST))?.error).toBe(408);
  });

  it('that is hidden behind a LID"', async () => {
    const { plane, row, group } = await createStage({}, [GUEST]);
    await person(plane, { phone_known: false, lid: 'abcd@lid' });
    expect((await group()).participants).toContainEqual(
      expect.objectContaining({ jid: 'abcd@lid', phone_number: '' }),
    );
    expect(await row('abcd@lid', 'promote')).toMatchObject({ jid: 'abcd@lid', is_admin: true });
    expect((await row('abcd@lid', 'remove'))?.error).toBeUndefined();
    expect((await group()).members_count).toBe(1);
  });
});

describe('"I cannot provoke', () => {
  it('the failure of one row among others that are carried out"', async () => {
    const { plane, us, jid, members } = await createStage();
    await fault(plane, { operation: 'addGroupParticipants', rows: [{ participant: GUEST, code: 417 }] });
    const { status, body } = await us.post(`/groups/${jid}/participants`, { participants: [GUEST, SECOND] });
    expect(status).toBe(200);
    expect(body.participants.map(({ error }) => error)).toEqual([417, undefined]);
    expect(await members()).toEqual([FIRST, SECOND]);
  });

  it('the failure of a whole request, after which nothing has changed"', async () => {
    const { plane, us, jid, members } = await createStage();
    await fault(plane, { operation: 'addGroupParticipants', status: 500 });
    const add = async () => (await us.post(`/groups/${jid}/participants`, { participants: [GUEST] })).status;
    expect(await add()).toBe(500);
    expect(await members()).toEqual([FIRST]);
    expect(await add()).toBe(200);
  });

  it('a 429"', async () => {
    const { plane, us } = await createStage();
    await fault(plane, { per_window: { calls: 1, seconds: 60 } });
    const list = async () => (await us.get('/groups')).status;
    expect([await list(), await list()]).toEqual([200, 429]);
    await advance(plane, 60);
    expect(await list()).toBe(200);
  });

  it('a lost session, and its return"', async () => {
    const { plane, us } = await createStage();
    const device = (state: string) => world(plane, 'PATCH', `/accounts/${FIRST}`, { device: state });
    await device('disconnected');
    const { status, body } = await us.get('/groups');
    expect({ status, code: body.error_code }).toEqual({ status: 503, code: 'DEVICE_NOT_READY' });
    await device('connected');
    expect((await us.get('/groups')).status).toBe(200);
  });

  it('a slow answer"', async () => {
    const { plane, us } = await createStage();
    await fault(plane, { operation: 'listGroups', delay_ms: 60 });
    const start = performance.now();
    expect((await us.get('/groups')).status).toBe(200);
    // A timer may be early by less than a millisecond.
    expect(performance.now() - start).toBeGreaterThan(58);
  });

  it('a dropped connection, whose call was carried out or not"', async () => {
    const { plane, us, jid, group } = await createStage();
    const before = (await group()).name;
    const names: Record<string, string> = {};
    for (const drop of ['before', 'after']) {
      await fault(plane, { operation: 'updateGroup', drop });
      await expect(us.patch(`/groups/${jid}`, { name: drop })).rejects.toThrow();
      names[drop] = (await group()).name;
    }
    expect(names).toEqual({ before, after: 'after' });
  });
});

describe('"I cannot wait', () => {
  it('72 hours for a private invite to grow old"', async () => {
    const { plane, row, jid, members } = await createStage();
    await person(plane, { addable_by: 'nobody' });
    const { code } = (await row(GUEST))?.add_request ?? {};
    await advance(plane, 3 * DAY);
    const late = { do: 'accept-invite', group: jid, inviter: FIRST, code };
    expect(await plane.refusal(GUEST, late)).toBe('private-invite-expired');
    expect(await members()).toEqual([FIRST]);
  });

  it('24 hours until somebody who left twice can be added again"', async () => {
    const { plane, row, jid } = await createStage({}, [GUEST]);
    await plane.act(GUEST, { do: 'leave', group: jid });
    await row(GUEST);
    await plane.act(GUEST, { do: 'leave', group: jid });
    await advance(plane, DAY - 60);
    expect((await row(GUEST))?.error).toBe(408);
    await advance(plane, 60);
    expect((await row(GUEST))?.error).toBeUndefined();
  });
});

describe('"I cannot', () => {
  it('see afterwards what happened"', async () => {
    const { plane, jid } = await createStage({}, [GUEST]);
    await plane.act(FIRST, { do: 'promote', group: jid, participants: [GUEST] });
    const { events } = (await world(plane, 'GET', `/events?group=${jid}`)).body;
    expect(events.map(({ kind }: Json) => kind)).toEqual(['created', 'promoted']);
    expect(events[1].says).toBe(`${GUEST} was promoted by ${FIRST} in Friends`);
  });

  it('run several suites at once on one port"', async () => {
    const plane = await createPlane();
    const make = async () =>
      (await plane.control('POST', '/worlds', { accounts: [{ phone: FIRST }] })).body.accounts[0].token;
    const call = (token: string, method: string, body?: object) =>
      fetch(`${plane.url}/groups`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).then(async (response): Promise<Json> => response.json());
    const [one, other] = [await make(), await make()];
    const names = async (token: string) => (await call(token, 'GET')).groups.map(({ name }: Json) => name);
    await Promise.all([
      call(one, 'POST', { name: 'Of one suite', participants: [GUEST] }),
      call(other, 'POST', { name: 'Of another', participants: [GUEST] }),
    ]);
    expect([await names(one), await names(other)]).toEqual([['Of one suite'], ['Of another']]);
  });
});
