import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBlocks } from '../../docs/blocks.ts';
import { noHaproxy } from '../../missing.ts';
import { startCli } from '../../mock/cli/cli.ts';
import { freePort } from '../../package/free-port.ts';
import { type Balanced, startExample } from './balancer.ts';
import { type Caller, callerOf, worldsAt } from './caller.ts';

const MIB = 1024 * 1024;
let mocks: number[] = [];
let balanced: Balanced;

/** Whoever has a token of their own, behind the balancer. */
const somebody = (authorization = `Bearer ${randomUUID()}`) => callerOf(balanced.url, authorization);

describe.skipIf(noHaproxy)(`several mocks behind one port${noHaproxy}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    mocks = [await freePort(), await freePort()];
    balanced = await startExample({ mocks });
  }, 90_000);
  afterAll(() => balanced?.close());

  it('keep many worlds at a time, each of which meets its own groups alone, in one process', async () => {
    const before = (await Promise.all(mocks.map(worldsAt))).flat().length;
    const live = async (_: unknown, index: number) => {
      const { call, create, groups } = somebody();
      const jid = await create(`of ${index}`);
      const added = await call('POST', `/groups/${jid}/participants`, { participants: ['5511666666666'] });
      await create(`also of ${index}`);
      await call('PATCH', `/groups/${jid}`, { name: `first of ${index}` });
      const { body } = await call('GET', `/groups/${jid}`);
      return [added.status, body.group.members_count, ...(await groups()).sort()];
    };
    const seen = await Promise.all(Array.from({ length: 60 }, live));
    expect(seen).toEqual(seen.map((_, index) => [200, 3, `also of ${index}`, `first of ${index}`]));
    const worlds = await Promise.all(mocks.map(worldsAt));
    expect(worlds.flat()).toHaveLength(before + 60);
    for (const own of worlds) expect(own.length).toBeGreaterThan(5);
  });

  it('find the world of a token however it is written', async () => {
    for (const token of Array.from({ length: 12 }, () => randomUUID())) {
      await somebody(`Bearer ${token}`).create('Mine');
      for (const written of [token, `bearer ${token}`, `BEARER   ${token.toUpperCase()}`, `Bearer\t${token}`])
        expect(await somebody(written).groups(), written).toEqual(['Mine']);
    }
  });

  it('keep the accounts of a world together', async () => {
    const invite = async () => {
      const { control, create } = somebody();
      const { body } = await control('POST', '/accounts', { phone: '5511777777777' });
      await create('Ours');
      return somebody(`Bearer ${body.account.token}`).groups();
    };
    expect(await Promise.all(Array.from({ length: 10 }, invite))).toEqual(Array(10).fill(['Ours']));
  });

  it('make a world where the token that is sent with the call is at home', async () => {
    const make = async (_: unknown, index: number) => {
      const token = randomUUID();
      const { call, create } = somebody(`Bearer ${token}`);
      const accounts = [{ phone: '5511999999999', token }, { phone: '5511777777777' }];
      const { status, body } = await call('POST', '/__mock/worlds', { name: `made-${index}`, accounts });
      await create('Ours');
      const { body: world } = await call('GET', `/__mock/worlds/made-${index}`);
      return [status, world.world.groups, await somebody(body.accounts[1].token).groups()];
    };
    const made = await Promise.all(Array.from({ length: 10 }, make));
    expect(made).toEqual(Array(10).fill([201, 1, ['Ours']]));
  });

  it('say what is missing when a world is asked for without a token', async () => {
    const { status, text } = await somebody('').call('POST', '/__mock/worlds', {});
    expect(status).toBe(400);
    expect(text).toMatch(/Several mocks .* send a token .* Authorization/);
    expect((await somebody('').call('GET', '/groups')).body).toMatchObject({ error_code: 'UNAUTHORIZED' });
    expect((await somebody('').call('GET', '/openapi.json')).status).toBe(200);
  });

  it('take a snapshot that is larger than any other body, and those up to the limit of the mock', async () => {
    const { call, control, groups } = somebody();
    await control('POST', '/seed', { groups: 8000, members: [15, 20] });
    const { text } = await control('GET', '/snapshot');
    expect(text.length).toBeGreaterThan(9 * MIB);
    await control('POST', '/reset');
    expect(await groups()).toEqual([]);
    expect((await control('PUT', '/snapshot', text)).status).toBe(200);
    expect((await control('GET', '')).body.world.groups).toBe(8000);
    const body = (size: number) => `{"name":"Big","participants":[]}${' '.repeat(size - 32)}`;
    expect((await call('POST', '/groups', body(8 * MIB))).status).toBe(400);
    expect((await call('POST', '/groups', body(8 * MIB + 1))).status).toBe(413);
  });

  it('do what the page says', async () => {
    const blocks = readBlocks('docs/many-processes.md');
    const script = blocks.find(({ text }) => text.startsWith('TOKEN='))?.text ?? '';
    const { stdout, stderr, status } = spawnSync(
      'bash',
      ['-ec', script.replaceAll('http://127.0.0.1:4010', balanced.url)],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);
    expect(stdout.match(/\{"success":true/g)).toHaveLength(3);
    expect(stdout).not.toContain('"success":false');
  });

  it('end together when the script is told to end, and find their worlds in the folder STATE', async () => {
    const ports = { mocks: [await freePort(), await freePort()] };
    const STATE = mkdtempSync(join(tmpdir(), 'wuts-many-state-'));
    const startOther = () => startExample(ports, '--open --quiet', { STATE });
    const other = await startOther();
    const tokens = Array.from({ length: 10 }, () => randomUUID());
    for (const token of tokens) await callerOf(other.url, token).create('Kept');
    const started = Array.from(other.said().matchAll(/process (\d+)/g), ([, id]) => Number(id));
    expect(started).toHaveLength(3);
    expect(await other.close()).toBe(true);
    for (const id of started) expect(() => process.kill(id, 0)).toThrow('ESRCH');
    const again = await startOther();
    for (const token of tokens) expect(await callerOf(again.url, token).groups()).toEqual(['Kept']);
    await again.close();
  });

  it('lose the worlds of a process that dies, and no other', async () => {
    const people = Array.from({ length: 20 }, () => somebody());
    await Promise.all(people.map(({ create }) => create('Mine')));
    const [, victim] = /mock on port \d+, process (\d+)/.exec(balanced.said()) ?? [];
    process.kill(Number(victim), 'SIGKILL');
    await expect.poll(() => worldsAt(Number(mocks[0])).catch(() => 'dead')).toBe('dead');
    const ask = ({ call }: Caller) => call('GET', '/groups');
    const atOnce = await Promise.all(people.map((one) => ask(one).catch(() => 'dropped')));
    const answers = await Promise.all(people.map(ask));
    // A connection to the dead may still have been there; nobody else's is dropped.
    const dropped = answers.filter((_, index) => atOnce[index] === 'dropped');
    expect(dropped.map(({ status }) => status)).toEqual(dropped.map(() => 503));
    const lost = people.filter((_, index) => answers[index]?.status === 503);
    expect(answers.filter(({ text }) => text.includes('"Mine"'))).toHaveLength(20 - lost.length);
    expect(lost).not.toHaveLength(0);
    expect(lost).not.toHaveLength(20);
    expect(answers.find(({ status }) => status === 503)?.text).toMatch(/does not run.* Start it again/);

    const again = startCli('--port', String(mocks[0]), '--open', '--quiet');
    try {
      await again.until(/^WUTS mock on .*curl/s);
      for (const { groups } of lost) expect(await groups()).toEqual([]);
    } finally {
      again.child.kill();
      await again.ended;
    }
  });
});
