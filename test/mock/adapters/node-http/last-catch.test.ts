import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { createApp, createMock, type MockOptions, startMock } from '../../../../mock/index.ts';
import { type Happening, Refusal, schedule } from '../../../../mock/world/index.ts';
import { TOKENS } from '../../client.ts';

const headers = { Authorization: TOKENS.first };

/** The ways into a mock with these options, each as a `fetch` of paths. */
async function waysInto(options: MockOptions) {
  const alone = await startMock({ ...options, port: 0 });
  const [mounted, within] = [createMock(options), createMock(options)];
  const server = createServer(createApp(mounted)).unref();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return [
    { mock: alone, ask: (path: string) => fetch(alone.url + path, { headers }) },
    { mock: mounted, ask: (path: string) => fetch(url + path, { headers }) },
    { mock: within, ask: (path: string) => within.fetch(`http://mock${path}`, { headers }) },
  ];
}

const broken = () => {
  throw new Error('broken by the test');
};

describe('a callback of the user that breaks', () => {
  it.each<[string, MockOptions]>([
    ['onExchange throws', { onExchange: broken }],
    ['onExchange rejects', { onExchange: async () => broken() }],
  ])('is told and harms nobody: %s', async (_, options) => {
    const onFault = vi.fn();
    for (const { ask } of await waysInto({ seed: 1, onFault, ...options })) {
      onFault.mockClear();
      expect((await ask('/groups')).status).toBe(200);
      expect((await ask('/__mock')).status).toBe(200);
      expect(onFault).toHaveBeenCalled();
    }
  });

  it.each<[string, () => number]>([
    ['throws', broken],
    ['tells no time', () => Number.NaN],
    ['tells a time that no timestamp holds', () => 1e18],
  ])('the clock of a user that %s stands still, and is told', async (_, breakable) => {
    const onFault = vi.fn();
    let now = () => Date.parse('2026-06-15T12:00:00Z');
    for (const { ask } of await waysInto({ onFault, now: () => now() })) {
      now = breakable;
      onFault.mockClear();
      const refused = await ask('/nothing');
      expect([refused.status, await refused.json()]).toEqual([
        404,
        expect.objectContaining({ timestamp: '2026-06-15T12:00:00Z' }),
      ]);
      expect((await ask('/__mock')).status).toBe(200);
      expect(onFault).toHaveBeenCalled();
      now = () => Date.parse('2026-06-15T12:00:00Z');
    }
  });

  it.each<[string, () => unknown]>([
    ['throws', broken],
    ['rejects', async () => broken()],
  ])('onFault that %s is told on stderr', async (_, onFault) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const { ask } of await waysInto({ seed: 1, onFault, onExchange: broken })) {
      log.mockClear();
      expect((await ask('/groups')).status).toBe(200);
      expect(log).toHaveBeenCalled();
    }
    log.mockRestore();
  });
});

describe('an answer that cannot be sent is a 500, and the mock goes on', () => {
  it.each([
    ['a header name that is none', { status: 400, headers: { 'bad header': 'x' } }],
    ['a header value that is none', { status: 400, headers: { 'x-a': 'a\r\nb' } }],
    ['a status that is none', { status: 1000, headers: {} }],
  ])('%s', async (_, answer) => {
    const onFault = vi.fn();
    for (const { mock, ask } of await waysInto({ seed: 1, onFault })) {
      for (const delay_ms of [0, 5]) {
        onFault.mockClear();
        mock.tenants.main.faults.clear();
        mock.tenants.main.faults.add({ operation: 'all', after: 0, times: 1, delay_ms, ...answer });
        const struck = await ask('/groups');
        expect([struck.status, struck.headers.get('x-mock-rule')]).toEqual([500, 'fault-of-the-mock']);
        expect(await struck.json()).toMatchObject({ success: false, error_code: 'INTERNAL_ERROR' });
        expect(onFault).toHaveBeenCalled();
        expect((await ask('/groups')).status).toBe(200);
      }
    }
  });
});

it('a stream that breaks ends alone: who made it happen is answered, and others look on', async () => {
  const onFault = vi.fn();
  for (const { mock, ask } of await waysInto({ seed: 1, onFault })) {
    onFault.mockClear();
    const stream = await ask('/__mock/worlds/default/stream');
    const read = stream.text().catch((error: unknown) => error);
    const happenings = mock.tenants.main.world.happenings as Happening[];
    happenings.push = (happening) => {
      happenings[happenings.length] = { ...happening, at: 1n } as never;
      return happenings.length;
    };
    const made = mock.fetch('http://mock/groups', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: '{"name":"Friends","participants":["5511777777777"]}',
    });
    expect((await made).status).toBe(201);
    await read;
    expect(onFault).toHaveBeenCalled();
    expect((await ask('/groups')).status).toBe(200);
  }
});

it('a rule that refuses when it has changed the world already is a fault of the mock, not a refusal', async () => {
  const onFault = vi.fn();
  const mock = createMock({ seed: 1, onFault });
  const ask = async (method: string, path: string, body?: object) => {
    const init = { method, headers: { ...headers, 'Content-Type': 'application/json' } };
    const sent = body === undefined ? init : { ...init, body: JSON.stringify(body) };
    const answer = await mock.fetch(`http://mock${path}`, sent);
    return {
      status: answer.status,
      rule: answer.headers.get('x-mock-rule'),
      body: (await answer.json()) as { group?: { jid: string } },
    };
  };
  const made = await ask('POST', '/groups', { name: 'Friends', participants: ['5511777777777'] });
  const jid = made.body.group?.jid ?? '';
  const group = mock.tenants.main.world.groups.get(jid);
  const refusal = new Refusal('group-full', 'conflict');
  // The second row refuses all of the request, when the first has entered.
  const { set } = Map.prototype;
  Object.assign(group?.members ?? {}, {
    set(phone: string, role: string) {
      if (phone === '5511555555555') throw refusal;
      return set.call(this, phone, role);
    },
  });
  const participants = ['5511666666666', '5511555555555'];
  const answer = await ask('POST', `/groups/${jid}/participants`, { participants });
  expect([answer.status, answer.rule]).toEqual([500, 'fault-of-the-mock']);
  expect(String(onFault.mock.calls[0]?.[0])).toContain('refused (group-full) when it had changed the world');
  onFault.mockClear();

  const alone = await ask('POST', `/groups/${jid}/participants`, { participants: ['5500000000404'] });
  expect(alone.status).toBe(200);
  const early = await ask('PATCH', '/groups/120363999999999999@g.us', { topic: 'x' });
  expect([early.status, early.rule]).toEqual([404, 'no-such-group']);
  expect(onFault).not.toHaveBeenCalled();
});

it('what breaks in a timer is told, and the mock goes on', async () => {
  const onFault = vi.fn();
  const mock = createMock({ onFault });
  const { world, courier } = mock.tenants.main;
  const at = world.clock.now() + 20;
  schedule(world, at, '5511777777777', null as never);
  courier.wake();
  await new Promise((resolve) => setImmediate(() => setTimeout(resolve, 20)));
  // An idle loop does not wait for the timers of a mock.
  await expect.poll(() => onFault.mock.calls.length).toBe(1);
  expect((await mock.fetch('http://mock/groups', { headers })).status).toBe(200);
  mock.stop();
});
