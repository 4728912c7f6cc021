import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createMock, type MockOptions } from '../../../mock/index.ts';
import { startCli } from '../cli/cli.ts';
import { TOKENS } from '../client.ts';
import type { Json } from '../control/plane.ts';

const tokenOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A mock of so many MiB, asked without a port. */
function createSmallMock(memory: number, options: MockOptions = {}) {
  const mock = createMock({ seed: 1, memory, ...options });
  const call = async (token: string, method: string, path: string, body?: object) => {
    const response = await mock.fetch(`http://127.0.0.1${path}`, {
      method,
      headers: { Authorization: token, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const got: Json = await response.json();
    return { status: response.status, body: got, rule: response.headers.get('x-mock-rule') };
  };
  const control = (method: string, path: string, body?: object) =>
    call('', method, `/__mock/worlds${path}`, body);
  const long = (token: string) => call(token, 'POST', '/groups', { name: 'x'.repeat(16_000) });
  return { ...mock, call, control, long };
}

describe('all worlds together take no more than they may:', () => {
  it('of those that opened by themselves the one that was not used for longest goes', async () => {
    const { call, long, tenants } = createSmallMock(1, { open: true });
    for (let n = 0; n < 60; n += 1) {
      await long(tokenOf(n));
      await call(tokenOf(0), 'GET', '/groups');
    }
    const names = tenants.list();
    expect(names.length).toBeGreaterThan(5);
    expect(names.length).toBeLessThan(50);
    expect(tenants.phoneOf(tokenOf(0))).toBeDefined();
    expect(tenants.phoneOf(tokenOf(1))).toBeUndefined();
    expect(tenants.phoneOf(tokenOf(59))).toBeDefined();
  });

  it('then journals forget their oldest calls, and everything else stays', async () => {
    const { call, control, long } = createSmallMock(1);
    await call(TOKENS.first, 'POST', '/groups', { name: 'Kept', participants: ['5511777777777'] });
    for (let n = 0; n < 100; n += 1) await long(TOKENS.first);
    const { body } = await control('GET', '/default/journal?limit=1000');
    expect(body.calls.length).toBeGreaterThan(2);
    expect(body.calls.length).toBeLessThan(60);
    expect(body.calls.at(-1).sequence).toBe(101);
    expect((await call(TOKENS.first, 'GET', '/groups')).body.groups).toMatchObject([{ name: 'Kept' }]);
  });

  it('then no world is made, filled or restored, and it is said what to do', async () => {
    const { call, control } = createSmallMock(2);
    const { body: saved } = await control('GET', '/default/snapshot');
    let made = 0;
    for (; made < 500; made += 1) {
      const { status, body, rule } = await control('POST', '', { name: `world-of-${made}` });
      if (status === 201) continue;
      expect({ status, rule }).toEqual({ status: 422, rule: 'memory-is-full' });
      expect(body.error).toMatch(/of the 2 MiB .* DELETE \/__mock\/worlds.* --memory/);
      break;
    }
    expect(made).toBeGreaterThan(20);
    expect(made).toBeLessThan(200);
    const full = { status: 422, rule: 'memory-is-full' };
    expect(await control('POST', '/default/seed', { groups: 1 })).toMatchObject(full);
    expect(await control('POST', '/default/seed', { scenario: 'waiting-room' })).toMatchObject(full);
    expect(await control('PUT', '/default/snapshot', { snapshot: saved.snapshot })).toMatchObject(full);
    expect((await call(TOKENS.first, 'GET', '/groups')).status).toBe(200);
    for (const n of [0, 1, 2]) await control('DELETE', `/world-of-${n}`);
    expect(await control('POST', '', {})).toMatchObject({ status: 201 });
  });

  it('a filling that would take more is refused before it begins', async () => {
    const { control } = createSmallMock(64);
    const begin = performance.now();
    const answer = await control('POST', '/default/seed', { groups: 20_000, members: [100, 100] });
    expect(answer).toMatchObject({ status: 422, rule: 'memory-is-full' });
    expect(performance.now() - begin).toBeLessThan(3000);
  });

  it.each<[string, string, string, (n: number) => object | undefined]>([
    ['people who are only looked at', 'GET', '/people/', () => undefined],
    [
      'faults with long headers',
      'POST',
      '/faults',
      () => ({
        status: 500,
        headers: Object.fromEntries(Array.from({ length: 1 }, (_, i) => [`a${i}`, 'x'.repeat(4096)])),
      }),
    ],
    [
      'pictures that are set later',
      'POST',
      '/people/5511777777777/act',
      () => ({
        do: 'set-picture',
        group: '120363000000000000@g.us',
        image_base64: 'A'.repeat(20_000),
        after_seconds: 60,
      }),
    ],
  ])('%s count', async (_, method, path, bodyOf) => {
    const { control } = createSmallMock(1);
    for (let n = 0; n < 3000; n += 1) {
      const tail = path === '/people/' ? String(5_521_000_000_000 + n) : '';
      const { status } = await control(method, `/default${path}${tail}`, bodyOf(n));
      expect(status).toBeLessThan(500);
      if (n % 100 === 99 && (await control('POST', '', {})).status === 422) return;
    }
    expect.unreachable('The memory was never full.');
  });

  it('large faults count one by one, however much else there is', async () => {
    const { control } = createSmallMock(64);
    await control('POST', '/default/seed', { groups: 3000, members: [2, 2] });
    const fault = { status: 200, body_base64: 'A'.repeat(1_000_000) };
    for (let n = 0; n < 60; n += 1) await control('POST', '/default/faults', fault);
    const full = { status: 422, rule: 'memory-is-full' };
    expect(await control('POST', '', {})).toMatchObject(full);
    expect(await control('POST', '/default/faults', { status: 503 })).toMatchObject(full);
  });

  it('people who are named by something to come count, also when that was refused', async () => {
    const { control } = createSmallMock(8);
    const participants = Array.from({ length: 1000 }, (_, n) => `${5_521_000_000_000 + n}@s.whatsapp.net`);
    const act = { do: 'add', group: '120363000000000000@g.us', participants, after_seconds: 60 };
    for (let n = 0; n < 200; n += 1) await control('POST', '/default/people/5511777777777/act', act);
    const full = { status: 422, rule: 'memory-is-full' };
    expect(await control('POST', '', {})).toMatchObject(full);
    expect(await control('POST', '/default/people/5511777777777/act', act)).toMatchObject(full);
    expect(await control('PATCH', '/default/clock', { advance_seconds: 60 })).toMatchObject({ status: 200 });
    expect(await control('POST', '', {})).toMatchObject(full);
  });

  it('of a picture to come its kind is kept, which is all that is looked at', async () => {
    const { control } = createSmallMock(64);
    const image_base64 = '/9j/'.padEnd(2_000_000, 'A');
    const act = { do: 'set-picture', group: '120363000000000000@g.us', image_base64, after_seconds: 60 };
    expect(await control('POST', '/default/people/5511777777777/act', act)).toMatchObject({ status: 200 });
    const { body } = await control('GET', '/default/snapshot');
    expect(JSON.stringify(body)).toContain('/9j/');
    expect(JSON.stringify(body).length).toBeLessThan(50_000);
  });

  it.each([0, -1, Number.NaN, '64' as never])('%s MiB are refused', (memory) => {
    expect(() => createMock({ memory })).toThrow(/The option "memory" is a number of MiB above 0/);
  });

  it('--memory takes whole MiB', async () => {
    const { code, stderr } = await startCli('--memory', '0').ended;
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/a memory is a whole number from 1 to/),
    });
  });
});

it('an open mock lives in a small heap, however many tokens send however much', async () => {
  const mock = new URL('../../../mock/index.ts', import.meta.url).href;
  const program = `
    const { createMock } = await import(${JSON.stringify(mock)});
    const { answer, tenants } = createMock({ open: true });
    const body = Buffer.from(JSON.stringify({ name: 'x'.repeat(16000) }));
    for (let n = 0; n < 500; n += 1) {
      const token = '00000000-0000-4000-8000-' + String(n).padStart(12, '0');
      const headers = { authorization: token, 'content-type': 'application/json' };
      for (let times = 0; times < 15; times += 1) answer({ method: 'POST', target: '/groups', headers, body });
    }
    console.log(tenants.list().length);
  `;
  const args = ['--max-old-space-size=128', '--import', 'tsx', '--input-type=module', '-e', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 110_000 });
  expect(Number(stdout)).toBeGreaterThan(50);
}, 120_000);
