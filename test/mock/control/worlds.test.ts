/** What no case shows: that worlds are made, listed, reset and ended. */
import { describe, expect, it } from 'vitest';
import { createPlane, expectRefused, type Plane } from './plane.ts';

/** The calls of whoever has a token, on any plane. */
function callsWith(plane: Plane, token: string) {
  const headers = { Authorization: `Bearer ${token}` };
  return {
    groups: async () => (await plane.send({ headers })).body.groups,
    create: (name: string) =>
      plane.send({ method: 'POST', headers, body: { name, participants: ['5511777777777'] } }),
    status: async () => (await plane.send({ headers })).status,
  };
}

describe('GET /__mock', () => {
  it('says where things are, and the tokens of the default world', async () => {
    const { body } = await (await createPlane()).control('GET', '');
    expect(body.worlds).toEqual(['default']);
    expect(body.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(body.accounts).toMatchObject([
      { token: '11111111-1111-4111-8111-111111111111', phone: '5511999999999', device: 'connected' },
      { token: '22222222-2222-4222-8222-222222222222', phone: '5511888888888' },
    ]);
  });
});

describe('a world', () => {
  it('comes with accounts whose tokens lead into it alone', async () => {
    const plane = await createPlane();
    const { status, body } = await plane.control('POST', '/worlds', {});
    expect(status).toBe(201);
    expect(body.accounts.map(({ phone }: { phone: string }) => phone)).toEqual([
      '5511999999999',
      '5511888888888',
    ]);
    await callsWith(plane, body.accounts[0].token).create('Here');
    expect(await plane.as('first').get('/groups')).toMatchObject({ body: { groups: [] } });
    expect(await callsWith(plane, body.accounts[0].token).groups()).toMatchObject([{ name: 'Here' }]);
    expect(await callsWith(plane, body.accounts[1].token).groups()).toEqual([]);
  });

  it('of the same seed answers the same bytes', async () => {
    const plane = await createPlane();
    const texts = [];
    for (const name of ['one', 'two']) {
      const { body } = await plane.control('POST', '/worlds', { name, seed: 7 });
      texts.push((await callsWith(plane, body.accounts[0].token).create('Same')).text);
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('"created_at":"2026-06-15T12:00:00Z"');
  });

  it('has the accounts, the rulings and the time that it was given', async () => {
    const plane = await createPlane();
    const token = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
    const { body } = await plane.control('POST', '/worlds', {
      name: 'mars',
      accounts: [{ phone: '5521900000000', token }, { phone: '5521900000001' }],
      rulings: { 'not-participant': '404', 'subject-limit': 25 },
      now: '2030-01-01T00:00:00Z',
      frozen: true,
      ttl_seconds: 60,
    });
    expect(body).toMatchObject({ world: 'mars', accounts: [{ token, phone: '5521900000000' }, {}] });
    const { body: one } = await plane.control('GET', '/worlds/mars');
    expect(one.world).toMatchObject({
      name: 'mars',
      accounts: 2,
      groups: 0,
      now: '2030-01-01T00:00:00Z',
      frozen: true,
      ttl_seconds: 60,
      rulings: { 'not-participant': '404', 'subject-limit': 25, 'empty-group': 'ends' },
    });
  });

  it('is "mine" for whoever shows one of its tokens', async () => {
    const plane = await createPlane();
    const { body } = await plane.control('POST', '/worlds', { name: 'venus' });
    const headers = { Authorization: `Bearer ${body.accounts[1].token}` };
    expect((await plane.control('GET', '/worlds/mine', undefined, headers)).body.world.name).toBe('venus');
  });

  it('ends, and its tokens with it', async () => {
    const plane = await createPlane();
    const { body } = await plane.control('POST', '/worlds', { name: 'brief' });
    expect((await plane.control('DELETE', '/worlds/brief')).status).toBe(200);
    expect(await callsWith(plane, body.accounts[0].token).status()).toBe(401);
    expectRefused(await plane.control('GET', '/worlds/brief'), 404, 'no-such-world');
    expectRefused(await plane.control('DELETE', '/worlds/default'), 422, 'default-stays');
  });

  it('ends by itself when nobody used it for so long', async () => {
    let now = 0;
    const plane = await createPlane({ now: () => now });
    const { body } = await plane.control('POST', '/worlds', { name: 'brief', ttl_seconds: 60 });
    const { token } = body.accounts[0];
    now += 59_000;
    expect(await callsWith(plane, token).status()).toBe(200);
    now += 59_000;
    expect(await callsWith(plane, token).status()).toBe(200);
    now += 60_000;
    expect(await callsWith(plane, token).status()).toBe(401);
    expect((await plane.control('GET', '')).body.worlds).toEqual(['default']);
  });

  it('that is reset is as it was, with the tokens that it had at start', async () => {
    const plane = await createPlane({ seed: 5 });
    const first = callsWith(plane, '11111111-1111-4111-8111-111111111111');
    const { text } = await first.create('Once');
    const { body } = await plane.control('POST', '/worlds/default/accounts', { phone: '5511777777777' });
    await plane.control('PATCH', '/worlds/default/clock', { advance_seconds: 60 });
    await plane.control('POST', '/worlds/default/reset');
    expect(await first.groups()).toEqual([]);
    expect((await first.create('Once')).text).toBe(text);
    expect(await callsWith(plane, body.account.token).status()).toBe(401);
  });
});

describe('a journey through time', () => {
  it('is made by telling the clock', async () => {
    const plane = await createPlane();
    const tell = async (body: object) => (await plane.control('PATCH', '/worlds/default/clock', body)).body;
    expect(await tell({ now: '2031-05-05T05:05:05Z', frozen: true })).toEqual({
      success: true,
      now: '2031-05-05T05:05:05Z',
      frozen: true,
    });
    expect((await tell({ advance_seconds: 72 * 3600 })).now).toBe('2031-05-08T05:05:05Z');
    expect((await tell({ now: '2030-01-01T00:00:00Z', advance_seconds: 1 })).now).toBe(
      '2030-01-01T00:00:01Z',
    );
    expect((await plane.as('first').createGroup()).created_at).toBe('2030-01-01T00:00:01Z');
    const beyond = await plane.control('PATCH', '/worlds/default/clock', {
      now: '9999-12-31T23:59:59Z',
      advance_seconds: 1,
    });
    expectRefused(beyond, 422, 'beyond-the-calendar');
  });

  it('leaves other worlds where they are', async () => {
    const plane = await createPlane({ seed: 1 });
    await plane.control('POST', '/worlds', { name: 'other', seed: 1 });
    await plane.control('PATCH', '/worlds/other/clock', { advance_seconds: 3600 });
    expect((await plane.control('GET', '/worlds/default/clock')).body.now).toBe('2026-06-15T12:00:00Z');
  });
});
