/** How long a world takes to be saved, restored and reset. Prints `WorldTimes`. */
import { startMock } from '../../mock/index.ts';
import { GROUP_OF_TEN } from '../requests.ts';
import { createCaller, give, readInput } from './caller.ts';
import { findControlPlane } from './control-plane.ts';

/** Milliseconds over HTTP, batch by batch; undefined while the mock has no control plane. */
export type WorldTimes = Record<'snapshot' | 'restore' | 'reset', number[]> | undefined;

const { groups, batches } = readInput<{ groups: number; batches: number }>();

const mock = await startMock({ port: 0, seed: 1 });
give({ times: await measure() });
await mock.close();

async function measure(): Promise<WorldTimes> {
  const control = await findControlPlane(mock.url);
  if (control === undefined) return undefined;
  const { world, tokens } = await control.makeWorld(1);
  const { call } = createCaller(mock, tokens[0]);
  for (let n = 0; n < groups; n += 1) call('POST', '/groups', JSON.parse(GROUP_OF_TEN));
  const full = await control.readSnapshot(world);
  const times = { snapshot: [] as number[], restore: [] as number[], reset: [] as number[] };
  for (let batch = 0; batch < batches; batch += 1) {
    times.snapshot.push(await time(() => control.readSnapshot(world)));
    times.reset.push(await time(() => control.reset(world)));
    times.restore.push(await time(() => control.writeSnapshot(world, full)));
  }
  return times;
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
