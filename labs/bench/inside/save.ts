/** How long a save of `--state` holds everything else up. Prints `SaveTimes`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { startMock } from '../../../mock/index.ts';
import { GROUP_OF_TEN } from '../requests.ts';
import { createCaller, give, readInput } from './caller.ts';

/** Milliseconds, batch by batch: from a change until it is in the file, and the longest in which nothing is answered. */
export interface SaveTimes {
  saved: number[];
  heldUp: number[];
}

const { groups, batches } = readInput<{ groups: number; batches: number }>();

const folder = mkdtempSync(join(tmpdir(), 'wuts-bench-'));
const state = join(folder, 'state.json');
const mock = await startMock({ port: 0, seed: 1, state, stateEvery: 0 });
const { call } = createCaller(mock);
const make = () => call('POST', '/groups', JSON.parse(GROUP_OF_TEN));
for (let n = 1; n < groups; n += 1) make();
await untilSaved();

const times: SaveTimes = { saved: [], heldUp: [] };
for (let batch = 0; batch < batches; batch += 1) {
  const start = performance.now();
  make();
  times.heldUp.push(await untilSaved());
  times.saved.push(performance.now() - start);
}
give(times);
await mock.close();
rmSync(folder, { recursive: true });

/** Waits until a new file is in the place of the old one, and tells the longest time in which nothing else was done. */
async function untilSaved(): Promise<number> {
  const before = statSync(state).ino;
  let longest = 0;
  let last = performance.now();
  while (statSync(state).ino === before) {
    await setImmediate();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
