/** What no call shows: a large state is saved in slices, between which calls are answered. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createMock } from '../../../mock/mock.ts';
import { setImmediate } from '../../../mock/real-timers.ts';
import { createKeeper } from '../../../mock/state-file/keeper.ts';
import { createStateFile } from '../../../mock/state-file/state-file.ts';
import { saveTenant } from '../../../mock/tenants/snapshot.ts';
import { toStateText } from '../../../mock/tenants/state.ts';

const MOON = '44444444-4444-4444-8444-444444444444';

/** A mock with two worlds, one of them large. */
async function createLargeMock() {
  const mock = createMock({ seed: 1 });
  const moon = mock.world({ name: 'moon', seed: 2, accounts: [{ phone: '5511333333333', token: MOON }] });
  await mock.defaultWorld.seed({ groups: 500, members: [10, 10] });
  return { mock, moon };
}

const newFile = () => join(mkdtempSync(join(tmpdir(), 'wuts-slices-')), 'state.json');

it('a piece of the text ends with the group or the person that makes it 16 KiB', async () => {
  const { mock } = await createLargeMock();
  const lengths = Array.from(toStateText(mock.tenants), ({ length }) => length);
  expect(lengths.reduce((sum, length) => sum + length)).toBeGreaterThan(500_000);
  expect(Math.max(...lengths)).toBeLessThan(16_384 + 40_000);
});

it('what is saved is of one moment, whatever is done in every turn of the event loop meanwhile', async () => {
  const { mock, moon } = await createLargeMock();
  const worlds = mock.tenants.list().map(({ start }) => start.name);
  const before = mock.tenants.list().map(saveTenant);
  const file = newFile();
  const keeper = createKeeper(mock.tenants, { file, onFailure: () => {} });
  onTestFinished(keeper.abandon);
  // Each look at the clock takes a millisecond: a slice has ten pieces.
  let milliseconds = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => milliseconds++);
  onTestFinished(() => void vi.restoreAllMocks());

  let isSaved = false;
  const saving = keeper.save().finally(() => {
    isSaved = true;
  });
  const [groups, people] = [mock.defaultWorld.groups(), mock.defaultWorld.people()];
  const start = milliseconds;
  let turns = 0;
  for (; !isSaved; turns += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const { jid = '' } = groups[turns % 2 === 0 ? turns : groups.length - 1 - turns] ?? {};
    mock.defaultWorld.changeGroup(jid, { name: 'Changed meanwhile' });
    mock.defaultWorld
      .person(people[turns]?.phone ?? `55117${10_000_000 + turns}`)
      .is({ name: 'Changed too' });
    // Its token goes to another world, which was not there.
    if (turns === 1) moon.end();
    if (turns === 2) mock.world({ name: 'mars', accounts: [{ phone: '5511333333333', token: MOON }] });
  }
  await saving;
  expect(turns).toBeGreaterThan((milliseconds - start) / 25);
  const saved = JSON.parse(readFileSync(file, 'utf8'));
  expect(saved.worlds.map(({ start }: { start: { name: string } }) => start.name)).toEqual(worlds);
  expect(saved.worlds.map(({ snapshot }: { snapshot: unknown }) => snapshot)).toEqual(before);
});

it('a state that was saved before is saved again after a save that failed', async () => {
  const mock = createMock({ seed: 1 });
  const file = newFile();
  const keeper = createKeeper(mock.tenants, { file, onFailure: () => {} });
  onTestFinished(keeper.abandon);
  await keeper.save();
  const before = readFileSync(file, 'utf8');
  const moon = mock.world({ name: 'moon' });
  rmSync(dirname(file), { recursive: true });
  await expect(keeper.save()).rejects.toThrow(/^The state cannot be saved to .*ENOENT/);
  mkdirSync(dirname(file));
  moon.end();
  await keeper.save();
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('a state that is too long to be read again is not saved, and the file stays', async () => {
  const file = createStateFile(newFile());
  onTestFinished(file.release);
  await file.write([Buffer.from('before')]);
  const mebibyte = Buffer.alloc(2 ** 20, ' ');
  await expect(file.write(Array.from({ length: 1024 }, () => mebibyte))).rejects.toThrow(
    /^The state is not saved to .*: it takes 1073741824 bytes, and no more than \d+ can be read again/,
  );
  expect(file.read()).toBe('before');
});
