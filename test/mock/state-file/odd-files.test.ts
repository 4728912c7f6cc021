import { execFileSync, spawn } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type StartOptions, startMock } from '../../../mock/index.ts';
import { createStateFile } from '../../../mock/state-file/state-file.ts';
import { noPosix } from '../../missing.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wuts-odd-'));
  file = join(folder, 'state.json');
});

const start = async (options: StartOptions = {}) => {
  const mock = await startMock({ port: 0, state: file, ...options });
  onTestFinished(() => mock.close().catch(() => {}));
  return mock;
};

/** A rename that fails, always unless told how often; and how often it was tried. */
function failing(code: string, times = Number.POSITIVE_INFINITY) {
  const tries = { count: 0 };
  const move: typeof rename = async (...args) => {
    tries.count += 1;
    if (tries.count <= times) throw Object.assign(new Error(`${code}: not now`), { code });
    return rename(...args);
  };
  return { move, tries };
}

function openFile(path = file, move = rename) {
  const state = createStateFile(path, move);
  onTestFinished(() => state.release());
  return state;
}

describe('saving', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])('waits where a rename fails by %s for a moment', async (code) => {
    const { move, tries } = failing(code, 3);
    await openFile(file, move).write([Buffer.from('one')]);
    expect(tries.count).toBe(4);
    expect(readFileSync(file, 'utf8')).toBe('one');
    expect(readdirSync(folder).sort()).toEqual(['state.json', 'state.json.lock']);
  });

  it.each(['EPERM', 'EBUSY', 'EXDEV'])('is done in place where a rename never works, by %s', async (code) => {
    writeFileSync(file, 'a longer text than what comes', { mode: 0o600 });
    const { ino } = lstatSync(file);
    const { move, tries } = failing(code);
    const state = openFile(file, move);
    await state.write([Buffer.from('one')]);
    expect(readFileSync(file, 'utf8')).toBe('one');
    const { count } = tries;
    await state.write([Buffer.from('next')]);
    expect(tries.count, 'it is known by now').toBe(count);
    expect(readFileSync(file, 'utf8')).toBe('next');
    expect(lstatSync(file).ino).toBe(ino);
    expect(readdirSync(folder).sort()).toEqual(['state.json', 'state.json.lock']);
    rmSync(file);
    await expect(state.write([Buffer.from('last')])).rejects.toThrow(
      /ENOENT.*\. The file is written in place, and may hold a part of the state\. Give --state/,
    );
  });

  it('leaves nothing half-written behind where it fails', async () => {
    const { move } = failing('ENOSPC');
    await expect(openFile(file, move).write([Buffer.from('one')])).rejects.toThrow(
      /^The state cannot be saved to .*ENOSPC/,
    );
    expect(readdirSync(folder)).toEqual(['state.json.lock']);
  });

  it.skipIf(noPosix)(
    `does not write through a link that somebody laid where the new file is to be${noPosix}`,
    async () => {
      const victim = join(folder, 'victim');
      writeFileSync(victim, 'untouched');
      // The names that were used once, and all that one could guess.
      symlinkSync(victim, `${file}.${process.pid}.tmp`);
      const state = openFile();
      symlinkSync(victim, `${file}.${process.pid}.tmp`);
      await state.write([Buffer.from('one')]);
      expect(readFileSync(victim, 'utf8')).toBe('untouched');
      expect(lstatSync(file).isFile()).toBe(true);
      expect(lstatSync(file).mode & 0o777).toBe(0o600);
    },
  );

  it.skipIf(noPosix)(`goes through a link that leads to where nothing is as yet${noPosix}`, async () => {
    mkdirSync(join(folder, 'data'));
    symlinkSync(join('data', 'real.json'), file);
    await openFile().write([Buffer.from('one')]);
    expect(readFileSync(join(folder, 'data', 'real.json'), 'utf8')).toBe('one');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
  });
});

describe('what is no state file is told in one sentence and left as it is:', () => {
  it.skipIf(noPosix)(`a pipe${noPosix}`, async () => {
    execFileSync('mkfifo', [file]);
    await expect(start()).rejects.toThrow(/cannot be read: it is no ordinary file\. Give --state another/);
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it.skipIf(noPosix)(`a device${noPosix}`, async () => {
    await expect(start({ state: '/dev/null' })).rejects.toThrow(/\/dev\/null cannot be read: it is no ordin/);
    expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.skipIf(noPosix)(`a link in a circle${noPosix}`, async () => {
    symlinkSync('state.json', file);
    await expect(start()).rejects.toThrow(/cannot be read: ELOOP/);
  });

  it('bytes that are no text', async () => {
    writeFileSync(file, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    await expect(start()).rejects.toThrow(/cannot be read: it is not UTF-8 text/);
    expect(readFileSync(file)).toHaveLength(4);
  });

  it('three gigabytes', async () => {
    writeFileSync(file, '');
    truncateSync(file, 3 * 2 ** 30);
    await expect(start()).rejects.toThrow(/cannot be read: .*(size|GiB)/i);
    expect(lstatSync(file).size).toBe(3 * 2 ** 30);
  });

  it('a text that is not JSON, of which no token is told', async () => {
    const token = '11111111-1111-4111-8111-111111111111';
    writeFileSync(file, `{"token":"${token}"x`);
    const error: Error = await start().then(
      () => new Error('It started.'),
      (thrown) => thrown,
    );
    expect(error.message).toMatch(/it is not JSON \(at position \d+\)\. Repair it/);
    expect(error.message).not.toContain('1111');
    expect(error.message).not.toContain('\n');
  });
});

describe('a file that another mock has', () => {
  const IN_USE = /is in use: the mock of process \d+ has it\. End that one, or give --state another file\./;

  it.skipIf(noPosix)(`is refused, also by another path${noPosix}`, async () => {
    const mock = await start();
    mkdirSync(join(folder, 'sub'));
    symlinkSync('state.json', join(folder, 'link.json'));
    for (const path of [file, join(folder, 'sub', '..', 'state.json'), join(folder, 'link.json')]) {
      await expect(start({ state: path })).rejects.toThrow(IN_USE);
    }
    await mock.close();
    await mock.close();
    expect(readdirSync(folder).sort()).toEqual(['link.json', 'state.json', 'sub']);
    await start({ state: join(folder, 'link.json') });
  });

  it.skipIf(noPosix)(
    `is refused before it is there, also through a link to its folder${noPosix}`,
    async () => {
      mkdirSync(join(folder, 'sub'));
      symlinkSync('sub', join(folder, 'other'));
      const state = openFile(join(folder, 'sub', 'new.json'));
      expect(() => createStateFile(join(folder, 'other', 'new.json'))).toThrow(IN_USE);
      state.release();
      openFile(join(folder, 'other', 'new.json'));
    },
  );

  it('is free again when a mock could not start', async () => {
    const { url } = await startMock({ port: 0 }).then((mock) => {
      onTestFinished(() => mock.close());
      return mock;
    });
    await expect(start({ port: Number(new URL(url).port) })).rejects.toThrow(/EADDRINUSE/);
    await expect(start({ accounts: [{ phone: '1', token: 'x' }] })).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
    await start();
  });

  it.each([
    ['of a process that is no more', { pid: 999_999_999, began: '1' }],
    ['of a process whose id came again', { pid: process.pid, began: '1' }],
    ['of the first process of a container that started anew', { pid: 1, began: '0' }],
    ['of another machine', { pid: process.ppid, began: '1', host: 'elsewhere' }],
  ])('by a lock %s is taken over', async (_, holder) => {
    const { hostname } = await import('node:os');
    writeFileSync(`${file}.lock`, JSON.stringify({ host: hostname(), ...holder }));
    await (await start()).close();
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  it('is left alone where what lies beside it is no lock', async () => {
    mkdirSync(`${file}.lock`);
    writeFileSync(join(`${file}.lock`, 'mine'), '');
    await expect(start()).rejects.toThrow(/state\.json\.lock is no lock of a mock/);
    expect(readdirSync(`${file}.lock`)).toEqual(['mine']);
  });

  it('goes to one of many that come at once, though a lock is left over', async () => {
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 999_999_999, began: '1', host: 'x' }));
    const lock = new URL('../../../mock/state-file/lock.ts', import.meta.url).href;
    const program = `
      const { takeLock } = await import(${JSON.stringify(lock)});
      console.log('ready');
      await new Promise((go) => process.stdin.once('data', go));
      try { takeLock(${JSON.stringify(file)}); console.log('mine'); } catch { console.log('taken'); }
      setTimeout(() => {}, 60_000);
    `;
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    onTestFinished(() => {
      for (const child of children) child.kill('SIGKILL');
    });
    const nextOf = (child: (typeof children)[number]) =>
      new Promise((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
    await Promise.all(children.map(nextOf));
    const said = Promise.all(children.map(nextOf));
    for (const child of children) child.stdin.write('go');
    expect((await said).sort()).toEqual(['mine\n', 'taken\n', 'taken\n', 'taken\n']);
  }, 60_000);
});
