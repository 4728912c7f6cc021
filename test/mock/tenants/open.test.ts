/** What no case sends: tokens that nobody issued, to a mock that is open for them. */
import { describe, expect, it } from 'vitest';
import { createMock, type MockOptions } from '../../../mock/index.ts';

const tokenOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A mock that any token opens, asked without a port. */
function createOpenMock(options: MockOptions = {}) {
  const mock = createMock({ open: true, ...options });
  const call = async (token: string, method = 'GET', path = '/groups', body?: object) => {
    const response = await mock.fetch(`http://127.0.0.1${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  const create = (token: string) =>
    call(token, 'POST', '/groups', { name: 'Mine', participants: ['5511777777777'] });
  return { ...mock, call, create };
}

describe('an open mock', () => {
  it('gives any token a world of its own, at its first use', async () => {
    const { call, create, tenants } = createOpenMock();
    expect(tenants.list()).toHaveLength(1);
    expect((await create(tokenOf(1))).status).toBe(201);
    expect((await call(tokenOf(2))).text).toBe('{"success":true,"groups":[]}');
    expect((await call(tokenOf(1))).text).toContain('"Mine"');
    expect((await call(tokenOf(1), 'GET', '/status')).text).toContain('"phone_number":"5511999999999"');
    expect(tenants.list()).toHaveLength(3);
    expect((await call('11111111-1111-4111-8111-111111111111')).text).toBe('{"success":true,"groups":[]}');
  });

  it('takes what is no UUID v4 for no token', async () => {
    const { call, tenants } = createOpenMock();
    for (const token of ['', 'token', '00000000-0000-1000-8000-000000000001']) {
      expect((await call(token)).status).toBe(401);
    }
    expect(tenants.list()).toHaveLength(1);
  });

  it('calls the world "mine" in the control plane, from the first call on', async () => {
    const { call, create } = createOpenMock({ seed: 1 });
    const { text } = await call(tokenOf(7), 'GET', '/__mock/worlds/mine');
    expect(JSON.parse(text)).toMatchObject({ world: { groups: 0 }, accounts: [{ token: tokenOf(7) }] });
    await create(tokenOf(7));
    await call(tokenOf(7), 'PATCH', '/__mock/worlds/mine/clock', { advance_seconds: 60 });
    expect((await call(tokenOf(7), 'GET', '/__mock/worlds/mine/clock')).text).toContain('12:01:00Z');
    expect((await call(tokenOf(8), 'GET', '/__mock/worlds/mine/clock')).text).toContain('12:00:00Z');
  });

  it('with a seed answers every token the same, whoever comes first', async () => {
    const [one, other] = [createOpenMock({ seed: 5 }), createOpenMock({ seed: 5 })];
    await other.create(tokenOf(9));
    await other.create(tokenOf(3));
    const { text } = await one.create(tokenOf(1));
    expect((await one.create(tokenOf(2))).text).toBe(text);
    expect((await other.create(tokenOf(1))).text).toBe(text);
  });

  it('without one gives each world ids of its own', async () => {
    const { create } = createOpenMock();
    expect((await create(tokenOf(1))).text).not.toBe((await create(tokenOf(2))).text);
  });

  it('has no more worlds than it may: the one that was not used for longest goes', async () => {
    const { call, create, tenants } = createOpenMock({ open: { worlds: 3 } });
    for (const n of [1, 2, 3]) await create(tokenOf(n));
    await call(tokenOf(1));
    await create(tokenOf(4));
    expect(tenants.list()).toHaveLength(4);
    expect((await call(tokenOf(1))).text).toContain('"Mine"');
    expect((await call(tokenOf(2))).text).toContain('"groups":[]');
  });

  it('ends a world that nobody used for an hour, and opens it anew', async () => {
    let now = 0;
    const { call, create, tenants } = createOpenMock({ now: () => now });
    await create(tokenOf(1));
    now += 3_599_999;
    expect((await call(tokenOf(1))).text).toContain('"Mine"');
    now += 3_600_000;
    expect((await call(tokenOf(1))).text).toContain('"groups":[]');
    now += 3_600_000;
    expect(tenants.list()).toHaveLength(1);
  });

  it('that is not open refuses a token that nobody has', async () => {
    const { call } = createOpenMock({ open: false });
    expect((await call(tokenOf(1))).status).toBe(401);
  });
});
