/** What groups take in the heap. Prints bytes per group. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createMock } from '../../../mock/index.ts';
import { phoneOf } from '../requests.ts';
import { createCaller, give, readInput } from './caller.ts';

/** Bytes per group. */
export interface GroupMemory {
  bytes: number;
}

/** `strangers`: every member of every group is somebody else, so that the people count too. */
const { groups, size, strangers } = readInput<{ groups: number; size: number; strangers: boolean }>();

/** The last requests and happenings are remembered in bounded lists, which do not grow with the groups: small ones take their place. */
const SMALL_CHANGES = 4000;

const { call } = createCaller(createMock({ seed: 1 }));
const make = (index: number) => {
  const first = strangers ? index * (size - 1) : 0;
  const participants = Array.from({ length: size - 1 }, (_, member) => phoneOf(first + member));
  return call('POST', '/groups', { name: `Group ${index}`, participants });
};

const BEFORE = Math.ceil(groups / 5);
for (let index = 1; index < BEFORE; index += 1) make(index);
const { jid } = JSON.parse(make(0)).group;
const before = await used();
for (let index = BEFORE; index < BEFORE + groups; index += 1) make(index);
give({ bytes: ((await used()) - before) / groups } satisfies GroupMemory);

async function used(): Promise<number> {
  for (let n = 0; n < SMALL_CHANGES; n += 1) call('PATCH', `/groups/${jid}`, { topic: `Topic ${n % 2}` });
  for (let n = 0; n < 3; n += 1) {
    globalThis.gc?.();
    await sleep(20);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
