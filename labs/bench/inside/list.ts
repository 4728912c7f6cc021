/** How long listGroups takes beside `JSON.stringify` of the same value. Prints `ListTimes`. */
import { createMock } from '../../../mock/index.ts';
import { GROUP_OF_TEN } from '../requests.ts';
import { createCaller, give, readInput } from './caller.ts';

/** Milliseconds, batch by batch. */
export interface ListTimes {
  list: number[];
  stringify: number[];
}

const { groups, batches } = readInput<{ groups: number; batches: number }>();
const CALLS = Math.max(1, Math.round(20_000 / groups));

const { call, prepare } = createCaller(createMock({ seed: 1 }));
for (let n = 0; n < groups; n += 1) call('POST', '/groups', JSON.parse(GROUP_OF_TEN));
const list = prepare('GET', '/groups');
const value: unknown = JSON.parse(list());
const stringify = () => JSON.stringify(value);

const result: ListTimes = { list: [], stringify: [] };
for (let batch = -1; batch < batches; batch += 1) {
  const times = { list: time(list), stringify: time(stringify) };
  // The first is the warm-up.
  if (batch >= 0) for (const name of ['list', 'stringify'] as const) result[name].push(times[name]);
}
give(result);

function time(run: () => string): number {
  const start = performance.now();
  for (let n = 0; n < CALLS; n += 1) run();
  return (performance.now() - start) / CALLS;
}
