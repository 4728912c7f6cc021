/** What groups take in the heap. Prints bytes per group. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createMock } from '../../mock/index.ts';
import { phoneOf } from '../requests.ts';
import { createCaller, give, readInput } from './caller.ts';

/** Bytes per group. */
export interface GroupMemory {
  bytes: number;
}

/** `strangers`: every member of every group is somebody else, so that the people count too. */
const { groups, size, strangers } = readInput<{ groups: number; size: number; strangers: boolean }>();

const { call } = createCaller(createMock({ seed: 1 }));
const make = (index: number) => {
  const first = strangers ? index * (size - 1) : 0;
  const participants = Array.from({ length: size - 1 }, (_, member) => phoneOf(first + member));
  call('POST', '/groups', { name: `Group ${index}`, participants });
};

// What is remembered in bounded lists is full after these, and what is compiled is compiled.
const BEFORE = Math.ceil(groups / 5);
for (let index = 0; index < BEFORE; index += 1) make(index);
const before = await used();
for (let index = BEFORE; index < BEFORE + groups; index += 1) make(index);
give({ bytes: ((await used()) - before) / groups } satisfies GroupMemory);

async function used(): Promise<number> {
  for (let n = 0; n < 3; n += 1) {
    globalThis.gc?.();
    await sleep(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
