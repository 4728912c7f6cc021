/** What no call shows: the state file. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type RunningMock, type StartOptions, startMock } from '../../../mock/index.ts';
import { noPosix } from '../../missing.ts';

const FIRST = '11111111-1111-4111-8111-111111111111';
const OWN = '44444444-4444-4444-8444-444444444444';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wuts-state-'));
});

async function start(options: StartOptions = {}): Promise<RunningMock> {
  const mock = await startMock({ port: 0, state: join(folder, 'state.json'), ...options });
  onTestFinished(() => mock.close().catch(() => {}));
  return mock;
}

async function call({ url }: RunningMock, method: string, path: string, body?: object, token = FIRST) {
  const response = await fetch(url + path, {
    method,
    headers: { Authorization: token, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

const create = (mock: RunningMock, name: string, token?: string) =>
  call(mock, 'POST', '/groups', { name, participants: ['5511777777777'] }, token);
const list = async (mock: RunningMock, token?: string) =>
  (await call(mock, 'GET', '/groups', undefined, token)).text;

describe('a mock with a state file', () => {
  it('goes on where the last one ended: all worlds, their tokens and their future', async () => {
    const one = await start({ seed: 1, open: true });
    await create(one, 'Kept');
    await create(one, 'Opened', OWN);
    await call(one, 'POST', '/__mock/worlds', {
      name: 'mars',
      seed: 3,
      accounts: [
        { phone: '5521900000000', token: OWN.replaceAll('4444', '5555').replace('-5555-8', '-4555-8') },
      ],
    });
    await call(one, 'POST', '/__mock/worlds/mine/people/5511777777777/act', {
      do: 'create-group',
      name: 'To come',
      participants: ['5511999999999'],
      after_seconds: 60,
    });
    const before = [await list(one), await list(one, OWN), (await call(one, 'GET', '/__mock/worlds')).text];
    await one.close();

    const other = await start({ seed: 1, open: true });
    expect([
      await list(other),
      await list(other, OWN),
      (await call(other, 'GET', '/__mock/worlds')).text,
    ]).toEqual(before);
    await call(other, 'PATCH', '/__mock/worlds/mine/clock', { advance_seconds: 60 });
    expect(await list(other)).toContain('"To come"');
    await call(other, 'POST', '/__mock/worlds/mine/reset');
    expect(await list(other)).toBe('{"success":true,"groups":[]}');
  });

  it('gives new worlds the tokens that are free, although a seed makes the same ones up again', async () => {
    const one = await start({ seed: 1 });
    await call(one, 'POST', '/__mock/worlds', {});
    await one.close();
    const other = await start({ seed: 1 });
    expect((await call(other, 'POST', '/__mock/worlds', {})).status).toBe(201);
  });

  it('is saved soon after a change, and not while nothing changes', async () => {
    const mock = await start({ seed: 1, stateEvery: 10 });
    const file = join(folder, 'state.json');
    const atStart = statSync(file).mtimeMs;
    await list(mock);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(statSync(file).mtimeMs).toBe(atStart);
    await create(mock, 'Soon');
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('"Soon"');
    expect(readdirSync(folder).sort()).toEqual(['state.json', 'state.json.lock']);
  });

  it('has the accounts that the options name beside those of the file', async () => {
    await (await start()).close();
    const mock = await start({ accounts: [{ phone: '5511666666666', token: OWN }] });
    expect(await list(mock, OWN)).toContain('"groups":[]');
    expect(mock.accounts).toHaveLength(3);
    await mock.close();
    expect((await start({ accounts: [{ phone: '5511666666666', token: OWN }] })).accounts).toHaveLength(3);
  });

  it.skipIf(noPosix)(`is for its owner alone, for it holds tokens${noPosix}`, async () => {
    await start();
    expect(statSync(join(folder, 'state.json')).mode & 0o777).toBe(0o600);
  });

  it.skipIf(noPosix)(`saves through a link to where the link leads${noPosix}`, async () => {
    mkdirSync(join(folder, 'elsewhere'));
    await (await start({ state: join(folder, 'elsewhere', 'real.json') })).close();
    symlinkSync(join('elsewhere', 'real.json'), join(folder, 'link.json'));
    const mock = await start({ state: join(folder, 'link.json') });
    await create(mock, 'Through the link');
    await mock.close();
    expect(readFileSync(join(folder, 'elsewhere', 'real.json'), 'utf8')).toContain('Through the link');
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'link.json']);
  });

  it.each(['', '\n', '\ufeff\r\n'])('takes an empty file for a new one (%j)', async (nothing) => {
    writeFileSync(join(folder, 'state.json'), nothing);
    await (await start()).close();
    expect(readFileSync(join(folder, 'state.json'), 'utf8')).toContain('"wuts-mock state"');
  });

  it.skipIf(noPosix)(`clears away what a process left half-written that is no more${noPosix}`, async () => {
    writeFileSync(join(folder, 'state.json.999999999.tmp'), '{"half');
    writeFileSync(join(folder, `state.json.${process.pid}.0123456789ab.tmp`), 'of the container before');
    symlinkSync('elsewhere', join(folder, 'state.json.999999998.0123456789ab.tmp'));
    writeFileSync(join(folder, `state.json.${process.ppid}.tmp`), 'of a process that lives');
    await start();
    const left = readdirSync(folder).filter((name) => name !== 'state.json.lock');
    expect(left.sort()).toEqual(['state.json', `state.json.${process.ppid}.tmp`]);
  });

  it('loses nothing that was answered when it is closed under load', async () => {
    const mock = await start({ seed: 1, stateEvery: 5 });
    const answered: string[] = [];
    let isOver = false;
    const clients = Array.from({ length: 8 }, async (_, client) => {
      for (let n = 0; !isOver; n += 1) {
        const name = `Group ${client}-${n}`;
        const status = await create(mock, name).then(
          (answer) => answer.status,
          () => 0,
        );
        if (status === 201) answered.push(name);
      }
    });
    await expect.poll(() => answered.length, { timeout: 10_000 }).toBeGreaterThan(40);
    await mock.close();
    isOver = true;
    await Promise.all(clients);
    const { groups } = JSON.parse(await list(await start({ seed: 1 })));
    const kept = new Set(groups.map(({ name }: { name: string }) => name));
    expect(answered.filter((name) => !kept.has(name))).toEqual([]);
  });
});

describe('a state file that cannot be used', () => {
  it.each([
    ['no JSON', 'half a {', /is left as it is, because it cannot be used: it is not JSON/],
    ['marked with its byte order', '\ufeff{}', /it is not JSON \(it begins with a byte order mark\)/],
    ['nested without end', '['.repeat(1_000_000), /cannot be used: it is not JSON|is nested/],
    ['nested deeply', '['.repeat(100_000) + ']'.repeat(100_000), /body must be an object/],
    ['a list', '[]', /body must be an object/],
    [
      'of another kind',
      '{"format":"x","version":1,"worlds":[]}',
      /format must be "wuts-mock state", not "x"/,
    ],
    [
      'of another version',
      '{"format":"wuts-mock state","version":2,"worlds":[]}',
      /version must be 1, the version of state files.*, not 2/,
    ],
    ['without worlds', '{"format":"wuts-mock state","version":1}', /worlds is required/],
  ])('because it is %s is refused with what to do, and kept', async (_, text, says) => {
    const file = join(folder, 'state.json');
    writeFileSync(file, text);
    await expect(start()).rejects.toThrow(says);
    await expect(start()).rejects.toThrow(/move it away to start anew, or give --state another file/);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('because somebody changed it is refused with the place, and kept', async () => {
    const one = await start({ seed: 1 });
    await create(one, 'Kept');
    await one.close();
    const file = join(folder, 'state.json');
    const text = readFileSync(file, 'utf8').replace('"owner":"5511999999999"', '"owner":"5511000000000"');
    writeFileSync(file, text);
    await expect(start()).rejects.toThrow(/worlds\[0\]\.snapshot\.seal does not fit/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('because it is a folder, or in one that is not there, is said at start', async () => {
    await expect(start({ state: folder })).rejects.toThrow(/cannot be read: it is a folder\./);
    await expect(start({ state: join(folder, 'no', 'such.json') })).rejects.toThrow(
      /cannot be saved to .*ENOENT/,
    );
  });
});
