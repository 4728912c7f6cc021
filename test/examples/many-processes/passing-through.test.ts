import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type CaseResult, type Need, runContracts, type Target } from '../../../contracts/index.ts';
import { noHaproxy } from '../../missing.ts';
import { freePort } from '../../package/free-port.ts';
import { type Balanced, startBalancer, startExample } from './balancer.ts';
import { callerOf } from './caller.ts';

let mocks: number[] = [];
let balanced: Balanced;

describe.skipIf(noHaproxy)(`through the balancer${noHaproxy}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    mocks = [await freePort(), await freePort()];
    balanced = await startExample({ mocks });
  }, 90_000);
  afterAll(() => balanced?.close());

  it('a fault does to a client what it does without one, and no call is carried out twice', async () => {
    const token = randomUUID();
    const { call, control, create, groups } = callerOf(balanced.url, token);
    const fault = (script: object) => control('POST', '/faults', script);

    await fault({ operation: 'listGroups', status: 429, headers: { 'Retry-After': '5' } });
    expect((await call('GET', '/groups')).body).toMatchObject({ error_code: 'RATE_LIMITED' });

    await fault({ operation: 'createGroup', drop: 'after' });
    await expect(create('Once')).rejects.toThrow('fetch failed');
    expect(await groups()).toEqual(['Once']);

    await fault({ operation: 'listGroups', drop: 'before', times: 2 });
    await expect(groups()).rejects.toThrow('fetch failed');
    // On a connection of its own HAProxy would answer 502.
    const alone = ask(`${balanced.url}/groups`, { Authorization: token, Connection: 'close' });
    await expect(alone).rejects.toThrow('socket hang up');

    await fault({ operation: 'listGroups', truncate: true });
    await expect(groups()).rejects.toThrow('terminated');
    expect(await groups()).toEqual(['Once']);
  });

  it('a stream comes as it happens', async () => {
    const token = randomUUID();
    const gone = new AbortController();
    onTestFinished(() => gone.abort());
    const { body } = await fetch(`${balanced.url}/__mock/worlds/mine/stream`, {
      headers: { Authorization: `Bearer ${token}` },
      signal: gone.signal,
    });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    const until = async (text: string) => {
      while (!seen.includes(text)) seen += (await reader?.read())?.value ?? '';
    };
    await until('\n\n');
    const jid = await callerOf(balanced.url, token).create('Seen');
    await until(jid);
    expect(seen).toContain(jid);
  });

  it('a call that waits for another is answered once that comes', async () => {
    const { control, create, groups } = callerOf(balanced.url, randomUUID());
    await groups();
    const waiting = control('GET', '/journal?operation=createGroup&wait_for=20');
    await callerOf(balanced.url, randomUUID()).create('Of another world');
    expect(await Promise.race([waiting, groups()])).toEqual([]);
    await create('Mine');
    expect((await waiting).body.calls).toMatchObject([{ operation: 'createGroup', status: 201 }]);
  });

  it('the contract is kept by mocks that are not open', { timeout: 180_000 }, async () => {
    const ports = [await freePort(), await freePort()];
    // Where any token opens a world, none is unknown.
    const closed = await startExample({ mocks: ports }, '--quiet');
    onTestFinished(async () => void (await closed.close()));
    const results = await hold(closed.url);
    const failed = results.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'skipped');
    expect(failed.map(({ case: { id }, findings }) => ({ id, findings }))).toEqual([]);
    expect(results.filter(({ verdict }) => verdict === 'kept').length).toBeGreaterThan(1000);
    // What takes a world of its own is made and named over calls that carry no token.
    const lacks = results.flatMap(({ case: { needs = [] }, verdict }) =>
      verdict === 'skipped' ? [needs] : [],
    );
    expect(lacks.filter((needs) => !needs.some((need) => OF_A_WORLD.includes(need)))).toEqual([]);
  });

  it('nobody on another machine gets at the control plane without its token', async () => {
    const address = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
    if (address === undefined) return;
    const open = await startBalancer({ address, mocks });
    onTestFinished(async () => void (await open.close()));
    expect((await ask(`${open.url}/groups`)).status).toBe(200);
    const world = `${open.url}/__mock/worlds/mine`;
    const refused = { status: 403, rule: undefined };
    expect(await ask(world)).toEqual(refused);
    // Another way to write the same target.
    expect(await ask(world, {}, 'http://localhost/__mock/worlds/mine')).toEqual(refused);
    // The mock is asked about the token, even where a proxy is told to leave it out.
    const guess = { 'X-Control-Token': 'guess' };
    for (const connection of ['keep-alive', 'X-Control-Token'])
      expect(await ask(world, { ...guess, Connection: connection })).toEqual({
        status: 403,
        rule: 'wrong-control-token',
      });
  });
});

/** What somebody is answered who says that they are on this machine. `fetch` would not say so. */
function ask(url: string, headers: Record<string, string> = {}, target = new URL(url).pathname) {
  return new Promise<{ status: number | undefined; rule: unknown }>((resolve, reject) => {
    const own = { Authorization: randomUUID(), Host: 'localhost', ...headers };
    const sent = request(url, { path: target, headers: own }, (response) => {
      response.resume().once('end', () => {
        resolve({ status: response.statusCode, rule: response.headers['x-mock-rule'] });
      });
    });
    sent.once('error', reject).end();
  });
}

const OF_A_WORLD: readonly Need[] = ['people', 'clock', 'faults', 'rulings'];

/** Holds what is at a URL to the contract, with the three accounts of a world that is made for it. */
async function hold(url: string): Promise<CaseResult[]> {
  const first = randomUUID();
  const accounts = [
    { phone: '5511999999999', token: first },
    { phone: '5511888888888' },
    { phone: '5511777777777' },
  ];
  const { body } = await callerOf(url, first).call('POST', '/__mock/worlds', { accounts });
  const [, second, third] = body.accounts.map(({ token }: { token: string }) => token);
  const target: Target = {
    url,
    tokens: { first, second, third },
    participants: ['5511900000001', '5511900000002', '5511900000003'],
    has: ['magic-numbers', 'invented-numbers', 'disconnecting', 'webhook', 'receiver'],
  };
  const results: CaseResult[] = [];
  for await (const result of runContracts(target, { seed: 1 })) results.push(result);
  return results;
}
